import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { CardRow } from '../../src/shared/cards/format.ts'
import type { CardFileKind } from '../../src/shared/cards/kinds.ts'
import { writeCardFile } from '../../src/shared/cards/write.ts'
import { unwrap } from '../../src/shared/result.ts'

/** The production facility of tests: it has a key of its own and answers with files. */
const keyOf = (seed: number) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  })
const publicOf = (seed: number) =>
  createPublicKey(keyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(12).toString('hex')

export const facilityKey = publicOf(9)

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
let files = 0

/** A file that the facility sends. `seed`: another key than its own. */
export function answerOf<K extends CardFileKind>(kind: K, rows: readonly CardRow<K>[], seed = 9): Uint8Array {
  files++
  const id = `0198c0de-0000-7000-8000-${String(files).padStart(12, '0')}`
  const head = { id, from: 'facility', key: publicOf(seed), made: '2026-12-02T10:00:00Z' }
  const signed = (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, keyOf(seed)))
  return unwrap(writeCardFile({ kind, head, rows, pictures: new Map() }, sha256, signed))
}
