import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { catalogue } from '../../../src/shared/domain/catalogue.ts'
import { blobFields, blobsNamedIn } from '../../../src/shared/domain/named-blobs.ts'

const sha = (digit: string) => digit.repeat(64)

describe('the blobs that a body names', () => {
  test('are those of its fields for pictures and papers, each once', () => {
    const body = { original: sha('a'), print: sha('b'), arrived: sha('c'), pdf: sha('a'), picture: 'none', of: {} }
    expect(blobsNamedIn(body)).toEqual([sha('a'), sha('b')])
    for (const none of [null, undefined, 'text', 7, {}, { original: 5 }, { file: sha('d') }])
      expect(blobsNamedIn(none)).toEqual([])
  })

  test('stand in fields that are known: every other digest of the catalogue is of something that is not kept', () => {
    // The file as it arrived, and the file that brought numbers.
    const notKept = ['arrived', 'file', 'sha256', 'cleanSha256']
    for (const [type, { body }] of Object.entries(catalogue))
      for (const path of digestsIn(z.toJSONSchema(body, { unrepresentable: 'any' }))) {
        const field = path.at(-1) ?? ''
        if (notKept.includes(field)) continue
        expect(blobFields, `${type}: ${path.join('.')}`).toContain(field)
        expect(path, `${type}: a blob is named at the top of a body`).toHaveLength(1)
      }
  })
})

/** Where a JSON schema has a text of the shape of a digest. */
function* digestsIn(schema: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof schema !== 'object' || schema === null) return
  const { pattern, properties, ...rest } = schema as Record<string, unknown>
  if (pattern === '^[0-9a-f]{64}$') yield path
  for (const [name, part] of Object.entries((properties ?? {}) as object)) yield* digestsIn(part, [...path, name])
  for (const part of Object.values(rest)) yield* digestsIn(part, path)
}
