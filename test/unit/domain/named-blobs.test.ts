import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { catalogue } from '../../../src/shared/domain/catalogue.ts'
import { blobFields, blobsNamedIn, keptAsFile, sentAsFile } from '../../../src/shared/domain/named-blobs.ts'

const sha = (digit: string) => digit.repeat(64)

describe('the blobs that an event names', () => {
  test('are those of its fields for pictures and papers, each once', () => {
    const body = { original: sha('a'), print: sha('b'), arrived: sha('c'), pdf: sha('a'), picture: 'none', of: {} }
    expect(blobsNamedIn({ type: 'person.photo_added', body })).toEqual([sha('a'), sha('b')])
    for (const none of [null, undefined, 'text', 7, {}, { original: 5 }, { file: sha('d') }])
      expect(blobsNamedIn({ type: 'lease.granted', body: none })).toEqual([])
  })

  test('are the bytes of evidence, of files of cards, and of what somebody sent', () => {
    const file = { file: sha('a'), thumbnail: sha('b') }
    expect(blobsNamedIn({ type: 'claim.evidence_added', body: file })).toEqual([sha('b'), sha('a')])
    expect(blobsNamedIn({ type: 'card_file.taken', body: { file: sha('c') } })).toEqual([sha('c')])
    const [one, two] = [{ sha256: sha('d') }, { sha256: sha('e') }]
    expect(blobsNamedIn({ type: 'claim.photo_sent', body: { file: one } })).toEqual([sha('d')])
    expect(blobsNamedIn({ type: 'claim.message_sent', body: { files: [one, two] } })).toEqual([sha('d'), sha('e')])
    expect(blobsNamedIn({ type: 'photo.submitted', body: { file: one } })).toEqual([])
  })

  test('stand where they are known to stand: every other digest of the catalogue is of something that is not kept', () => {
    // The file as it arrived, the file that brought numbers or names, and what a finding rests on.
    const notKept = ['arrived', 'file', 'file.sha256', 'file.cleanSha256', 'fields.facts']
    for (const [type, { body }] of Object.entries(catalogue))
      for (const path of digestsIn(z.toJSONSchema(body, { unrepresentable: 'any' }))) {
        const place = path.join('.')
        const kept = [
          ...blobFields,
          ...(keptAsFile.has(type) ? ['file'] : []),
          ...(sentAsFile.has(type) ? ['file.sha256', 'files.sha256'] : []),
        ]
        expect([...kept, ...notKept], type).toContain(place)
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
