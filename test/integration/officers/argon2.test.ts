import { type Argon2Parameters, argon2Sync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currentCost, deriveInWorker } from '../../../src/main/officers/argon2.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const text = (value: string) => new TextEncoder().encode(value)
/** Node's own Argon2 (OpenSSL), absent before Node 24.7 and in Electron: here the judge, never the product's way. */
const judge = typeof argon2Sync === 'function' ? argon2Sync : null

describe('Argon2id in a worker', () => {
  // The reference implementation that RFC 9106 comes from (phc-winner-argon2, test.c, Argon2id version 0x13).
  test.each([
    [65_536, 2, 'password', 'somesalt', '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
    [256, 2, 'password', 'somesalt', '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [65_536, 1, 'password', 'somesalt', 'f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98'],
    [65_536, 2, 'differentpassword', 'somesalt', '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde'],
    [65_536, 2, 'password', 'diffsalt', 'bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c'],
  ])('%i KiB, %i passes, %s with %s', async (memoryKib, passes, password, salt, expected) => {
    expect(hex(await deriveInWorker(text(password), text(salt), { memoryKib, passes, lanes: 1 }))).toBe(expected)
  })

  test.skipIf(judge === null)('the judge holds to RFC 9106, 5.3, and we to the judge', async () => {
    const rfc: Argon2Parameters = {
      message: Buffer.alloc(32, 1),
      nonce: Buffer.alloc(16, 2),
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
      parallelism: 4,
      tagLength: 32,
      memory: 32,
      passes: 3,
    }
    const tag = '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659'
    expect(judge?.('argon2id', rfc).toString('hex')).toBe(tag)
    const bytes = (min: number, max: number) => fc.uint8Array({ minLength: min, maxLength: max })
    await fc.assert(
      fc.asyncProperty(bytes(1, 80), bytes(16, 16), fc.integer({ min: 1, max: 4 }), async (message, nonce, lanes) => {
        const ours = await deriveInWorker(message, nonce, { memoryKib: 64, passes: 2, lanes })
        const theirs = judge?.('argon2id', { message, nonce, parallelism: lanes, tagLength: 32, memory: 64, passes: 2 })
        expect(hex(ours)).toBe(theirs?.toString('hex'))
      }),
      { numRuns: 15 },
    )
  })

  test('leaves the desk free while it derives at today’s cost', async () => {
    let turns = 0
    const count = setInterval(() => turns++, 1)
    await deriveInWorker(text('orange piano gravel'), new Uint8Array(16), currentCost)
    clearInterval(count)
    expect(turns).toBeGreaterThan(10)
  })

  test('a cost that cannot be met is an error, not a silence', async () => {
    await expect(deriveInWorker(text('x'), new Uint8Array(2), currentCost)).rejects.toThrow()
  })
})
