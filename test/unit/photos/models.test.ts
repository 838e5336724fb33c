import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { jpegQuality } from '../../../src/shared/photos/quantiser.ts'
import { portraitJpeg, portraitPng } from '../../support/portraits.ts'

const sum = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

test('every vendored model is the file that was vetted', () => {
  expect(() => execFileSync(process.execPath, ['scripts/models.mjs'])).not.toThrow()
})

test('the vendored runtime is of the version whose code is bundled', () => {
  const name = 'tfjs-backend-wasm-simd.wasm'
  expect(sum(`assets/models/${name}`)).toBe(sum(`node_modules/@tensorflow/tfjs-backend-wasm/dist/${name}`))
})

test('the quality of a JPEG is read from its tables', async () => {
  const png = await portraitPng(2)
  for (const quality of [20, 50, 75, 92, 100]) {
    const jpeg = await sharp(png).jpeg({ quality }).toBuffer()
    expect(Math.abs((jpegQuality(jpeg) ?? 0) - quality)).toBeLessThanOrEqual(2)
  }
  expect(jpegQuality(png)).toBeNull()
  const whole = await portraitJpeg(2)
  for (let length = 0; length < 700; length += 7) expect(() => jpegQuality(whole.subarray(0, length))).not.toThrow()
})
