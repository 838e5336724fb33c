import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPage } from '../../../src/main/hosts/pages.ts'

const base = mkdtempSync(join(tmpdir(), 'pages-'))
const root = join(base, 'renderer')
mkdirSync(join(root, 'assets'), { recursive: true })
mkdirSync(join(base, 'renderer-old'))
writeFileSync(join(base, 'secret.txt'), 'secret')
writeFileSync(join(base, 'renderer-old', 'secret.txt'), 'secret')
writeFileSync(join(root, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">')
writeFileSync(join(root, 'assets', 'a-1.wasm'), 'wasm')

test('a hashed asset may be kept for ever, the document never', async () => {
  const asset = await readPage(root, '/assets/a-1.wasm')
  expect(asset?.headers).toMatchObject({
    'content-type': 'application/wasm',
    'cache-control': expect.stringContaining('immutable'),
  })
  expect((await readPage(root, '/'))?.headers).toMatchObject({ 'cache-control': 'no-store' })
})

test('folders, missing files and names that are too long are no pages', async () => {
  for (const path of ['/assets', '/assets/', '/missing.js', '/index.html/x', `/${'x'.repeat(5000)}`])
    expect(await readPage(root, path), path).toBeUndefined()
})

test('a sibling folder whose name starts alike is outside', async () => {
  expect(await readPage(root, '/../renderer-old/secret.txt')).toBeUndefined()
})

test('no path reaches a file outside, however it is written', async () => {
  const dots = fc.constantFrom(
    '..',
    '%2e%2e',
    '.%2E',
    '..%2f',
    '%2f',
    '/',
    '\\',
    '%5c',
    'secret.txt',
    'renderer-old',
    '%00',
    'C:',
    '.',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(dots, { maxLength: 8 }), async (parts) => {
      const page = await readPage(root, `/${parts.join('/')}`)
      expect(page && Buffer.from(page.body).toString()).not.toBe('secret')
    }),
  )
})
