import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { unwrap } from '../../../src/shared/result.ts'
import { writeMessages } from '../../../src/shared/seal/messages.ts'
import { writeSeal } from '../../../src/shared/seal/write.ts'
import { runCli } from '../../support/cli.ts'
import { claimantHeader, claimantZone, testKey } from '../../support/seals.ts'
import { sharedData } from '../../support/shared-data.ts'

prepareZXingModule({
  overrides: {
    wasmBinary: readFileSync('node_modules/zxing-wasm/dist/writer/zxing_writer.wasm').buffer as ArrayBuffer,
  },
})

const root = mkdtempSync(join(tmpdir(), 'passerelle-seal-'))
afterAll(() => rmSync(root, { recursive: true }))

const content = unwrap(writeMessages({ zone: claimantZone, flags: { ifhp: true, replacement: false } }))
const seal = unwrap(await writeSeal(claimantHeader, content, testKey().sign))
const hex = Buffer.from(seal).toString('hex')
const codes = (json: Record<string, unknown>) => (json.findings as { code: string }[]).map(({ code }) => code)

/** The symbol by a writer that shares nothing with ours, on a page of its own. */
async function picture(bytes: Uint8Array, name: string): Promise<string> {
  const { symbol } = await writeBarcode(bytes, { format: 'DataMatrix', scale: 1 })
  const { width, height, data } = symbol
  const path = join(root, name)
  const drawn = sharp(Uint8Array.from(data), { raw: { width, height, channels: 1 } })
    .resize(width * 4, height * 4, { kernel: 'nearest' })
    .extend({ top: 600, left: 500, right: 90, bottom: 90, background: 'white' })
  await (name.endsWith('.png') ? drawn.png() : drawn.jpeg({ quality: 70 })).toFile(path)
  return path
}

test('a seal on standard input is judged, and shown whole', async () => {
  const run = await runCli(['seal', 'verify', '-', '--json'], {
    readInput: () => `${hex.slice(0, 70)}\n${hex.slice(70)}\n`,
  })
  expect(run).toMatchObject({ status: 1, err: [], json: { ok: false, status: 'UNKNOWN_CERTIFICATE' } })
  expect(codes(run.json)).toEqual(['UNKNOWN_CERTIFICATE', 'ZONE_NOT_READ', 'COPY_NOT_DETECTED'])
  expect(run.json.header).toEqual({
    version: 4,
    country: 'CAN',
    signer: 'CA01',
    certRef: '1F',
    issued: '2026-11-22',
    signed: '2026-11-22',
    featureRef: '01',
    typeCategory: '52',
    profile: 'claimant_document',
  })
  expect(run.json.messages).toMatchObject([
    { tag: 2, len: 48, coding: 'zone', value: claimantZone.join('') },
    { tag: 5, len: 1, hex: '01', value: { ifhp: true, replacement: false } },
  ])
})

test('the seal of a picture is found; one that was changed is no seal', async () => {
  for (const name of ['seal.png', 'seal.jpg']) {
    const run = await runCli(['seal', 'verify', await picture(seal, name), '--json'])
    expect(run.json).toMatchObject({ status: 'UNKNOWN_CERTIFICATE', header: { signer: 'CA01' } })
  }
  const cut = await runCli(['seal', 'verify', await picture(seal.subarray(0, 100), 'cut.png'), '--json'])
  expect(cut.json.status).toBe('WRONG_FORMAT')
  const other = await runCli([
    'seal',
    'verify',
    await picture(new TextEncoder().encode('not a seal'), 'other.png'),
    '--json',
  ])
  expect(other.json).toMatchObject({ status: 'WRONG_FORMAT', header: null })
})

test('a page without any seal could not be read', async () => {
  const path = join(root, 'blank.png')
  await sharp({ create: { width: 300, height: 300, channels: 3, background: 'white' } })
    .png()
    .toFile(path)
  expect(await runCli(['seal', 'verify', path, '--json'])).toMatchObject({ status: 1, json: { status: 'READ_ERROR' } })
  expect(await runCli(['seal', 'decode', path, '--json'])).toMatchObject({
    status: 1,
    json: { code: 'seal.none_found' },
  })
})

test('decoding judges nothing', async () => {
  const run = await runCli(['seal', 'decode', '-', '--json'], { readInput: () => hex })
  expect(run).toMatchObject({ status: 0, json: { ok: true, header: { signer: 'CA01' }, signature: hex.slice(-128) } })
  expect(Object.keys(run.json)).not.toContain('status')
  const broken = await runCli(['seal', 'decode', '-', '--json'], { readInput: () => hex.slice(0, 60) })
  expect(broken).toMatchObject({ status: 1, json: { code: 'seal.malformed' } })
})

test('what is no seal, no file or no certificate is said, in both languages', async () => {
  const noHex = await runCli(['seal', 'verify', '-', '--json'], { readInput: () => 'xyz' })
  expect(noHex.json).toMatchObject({ status: 'WRONG_FORMAT', findings: [{ details: { reason: 'hex' } }] })
  const missing = await runCli(['seal', 'verify', join(root, 'nowhere.pdf'), '--json'])
  expect(missing).toMatchObject({ status: 1, json: { code: 'seal.file_unreadable', params: { reason: 'ENOENT' } } })
  const text = join(root, 'text.pdf')
  writeFileSync(text, '%PDF-1.7 and nothing else')
  expect((await runCli(['seal', 'verify', text, '--json'])).json.code).toBe('seal.file_damaged')
  writeFileSync(text, 'hello')
  expect((await runCli(['seal', 'verify', text, '--lang', 'fr'])).err[0]).toContain('PDF, PNG ou JPEG')
  const noPem = await runCli(['seal', 'verify', '-', '--certificates', text, '--json'], { readInput: () => hex })
  expect(noPem.json.code).toBe('seal.certificates_unreadable')
  expect((await runCli(['seal', 'verify'])).status).toBe(2)
})

const file = sharedData('seal-vectors.json')
describe.skipIf(!existsSync(file))('seals of others (skipped where the file of vectors is not there)', () => {
  test('with their certificates they are valid, and each says so of its own', async () => {
    const { certificates, seals } = JSON.parse(readFileSync(file, 'utf8'))
    const pem = join(root, 'signers.pem')
    writeFileSync(pem, Object.values(certificates).join('\n'))
    for (const vector of seals.filter(({ signatureValid }: { signatureValid?: boolean }) => signatureValid)) {
      const argv = ['seal', 'verify', '-', '--certificates', pem, '--json']
      const run = await runCli(argv, { readInput: () => vector.hex })
      // Two of the three certificates ended in January 2025.
      const expected = vector.signerCert.startsWith('DETS') ? 'EXPIRED_CERTIFICATE' : 'VALID'
      expect([vector.name, run.json.status]).toEqual([vector.name, expected])
    }
  })
})
