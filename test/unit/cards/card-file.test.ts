import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CardFile, type CardRow, mostRows } from '../../../src/shared/cards/format.ts'
import { type CardFileKind, cardInstructions, cardRefusals } from '../../../src/shared/cards/kinds.ts'
import { readCardFile } from '../../../src/shared/cards/read.ts'
import { writeCardFile } from '../../../src/shared/cards/write.ts'
import { cardReturns } from '../../../src/shared/domain/confirmation/vocabulary.ts'
import { eyeColours } from '../../../src/shared/domain/residence-words.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { mutations } from '../../support/mutations.ts'
import { batch, fileOf, head, key, orderRow, picture, pictureName, sha256, signer, verifier } from './files.ts'

const write = (file: CardFile) => writeCardFile(file, sha256, signer)
const read = (bytes: Uint8Array) => readCardFile(bytes, sha256, verifier)
const bytesOf = (file: CardFile) => unwrap(write(file))
const said = <K extends CardFileKind>({ kind, head, rows, pictures }: CardFile<K>) => ({
  ...{ kind, head, rows },
  pictures: [...pictures].map(([name, bytes]) => [name, [...bytes]]),
})

const order = (line: number) => `${batch}.${String(line).padStart(4, '0')}`
const words = (most: number) =>
  fc
    .string({ unit: fc.constantFrom(...'AaÉéŞ東ا Z-’1'), minLength: 1, maxLength: most })
    .map((each) => each.normalize('NFC').trim())
    .filter((each) => each !== '')
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const orders = fc.record({
  familyName: words(28),
  givenNames: fc.oneof(words(28), fc.constant('')),
  cut: fc.constantFrom('', 'family', 'given', 'family,given'),
  birthDate: day,
  eyeColour: fc.constantFrom(...eyeColours),
  heightCm: fc.integer({ min: 30, max: 260 }).map(String),
  line1: words(60),
  line2: fc.oneof(words(60), fc.constant('')),
  city: words(40),
})
const note = fc.oneof(words(60), fc.constant(''))
const answers = {
  acknowledgement: fc.oneof(
    fc.record({ result: fc.constant('accepted'), reason: fc.constant(''), note }),
    fc.record({ result: fc.constant('refused'), reason: fc.constantFrom(...cardRefusals), note }),
  ),
  produced: fc.record({ on: day, cardNumber: fc.constantFrom('RA0123456789', 'PA0000001') }),
  mailed: fc.record({ on: day, tracking: fc.constantFrom('', 'LM123456789CA') }),
  returned: fc.record({ on: day, why: fc.constantFrom(...cardReturns), note }),
  instructions: fc.constantFrom(...cardInstructions).map((instruction) => {
    const { line1, line2, city, province, postalCode } = orderRow(1)
    const place = { line1, line2, city, province, postalCode }
    return instruction === 'send'
      ? { instruction, ...place }
      : { instruction, line1: '', line2: '', city: '', province: '', postalCode: '' }
  }),
}
const numbered = <T>(rows: readonly T[]) => rows.map((row, at) => ({ ...row, order: order(at + 1) }))
const several = { minLength: 1, maxLength: 6 }
const files: fc.Arbitrary<CardFile> = fc.oneof(
  fc.array(orders, several).map((rows) =>
    fileOf(
      'order',
      rows.map((row, at) => orderRow(at + 1, row)),
    ),
  ),
  ...Object.entries(answers).map(([kind, rows]) =>
    fc
      .array(rows as fc.Arbitrary<object>, several)
      .map((made) => fileOf(kind as CardFileKind, numbered(made) as unknown as CardRow<CardFileKind>[])),
  ),
) as fc.Arbitrary<CardFile>

const withoutPictures = (file: CardFile): CardFile => (file.kind === 'order' ? file : { ...file, pictures: new Map() })

test('what is written is read as it was, whatever the kind', () => {
  fc.assert(
    fc.property(files, (file) => {
      expect(said(unwrap(read(bytesOf(file))))).toEqual(said(withoutPictures(file)))
    }),
  )
})

test('the same content gives the same bytes', () => {
  fc.assert(
    fc.property(files, (file) => {
      expect(bytesOf(file)).toEqual(bytesOf(structuredClone(file)))
    }),
  )
})

test('every change of a byte is refused', () => {
  const bytes = bytesOf(fileOf('order', [orderRow(1), orderRow(2, { clientId: '11204819' })]))
  for (let at = 0; at < bytes.length; at++) {
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
    const { ok } = read(changed)
    if (ok) throw new Error(`Byte ${at} was changed and the file was taken`)
  }
})

test('a file that was cut, grown, repeated or patched anywhere is refused', () => {
  fc.assert(
    fc.property(files, mutations, (file, mutate) => {
      const bytes = bytesOf(file)
      const changed = mutate(bytes)
      if (!Buffer.from(changed).equals(bytes)) expect(read(changed).ok).toBe(false)
    }),
    { numRuns: 400 },
  )
})

describe('what is refused is told apart', () => {
  const bytes = bytesOf(fileOf('order', [orderRow(1)]))
  const text = Buffer.from(bytes).toString('latin1')
  const code = (changed: Uint8Array) => {
    const answer = read(changed)
    return answer.ok ? 'taken' : answer.failure.code
  }
  const latin1 = (changed: string) => new Uint8Array(Buffer.from(changed, 'latin1'))

  test('a changed row, a changed picture: the digest', () => {
    expect(code(latin1(text.replace('Cornwall', 'Cornwell')))).toBe('cards.file_changed')
    expect(code(latin1(text.replace('a picture', 'a Picture')))).toBe('cards.file_changed')
  })

  test('a changed row under a right digest: the signature', () => {
    const forged = bytesOf(fileOf('order', [orderRow(1, { city: 'Ottawa' })]))
    const signature = text.match(/signature\t[0-9a-f]{128}/)?.[0] ?? ''
    expect(
      code(
        latin1(
          Buffer.from(forged)
            .toString('latin1')
            .replace(/signature\t[0-9a-f]{128}/, signature),
        ),
      ),
    ).toBe('cards.file_forged')
  })

  test('something else altogether: the format', () => {
    for (const other of ['', 'a,b,c\n1,2,3\n', '%PDF-1.7\n', 'passerelle-cards-1\torder\n'])
      expect(code(latin1(other))).toBe('cards.file_malformed')
  })

  test('a signature in capitals says the same and is refused: there is one way to write a file', () => {
    expect(
      code(latin1(text.replace(/signature\t[0-9a-f]{128}/, (found) => `signature\t${found.slice(10).toUpperCase()}`))),
    ).not.toBe('taken')
  })
})

describe('the writer refuses what would be half right', () => {
  const refused = (rows: readonly CardRow<'order'>[], change: Partial<CardFile<'order'>> = {}) => {
    const answer = write({ ...fileOf('order', rows), ...change })
    return answer.ok ? 'written' : answer.failure.params
  }
  test.each([
    ['a name with a line break', { familyName: 'AL\nAHMAD' }, 'familyName'],
    ['no name at all', { familyName: '', givenNames: '' }, 'familyName'],
    ['a day that is none', { birthDate: '2026-02-30' }, 'birthDate'],
    ['a postal code without its space', { postalCode: 'K6H5R5' }, 'postalCode'],
    ['a province of another country', { province: 'NY' }, 'province'],
    ['no height', { heightCm: '' }, 'heightCm'],
    ['a picture that is not packed', { photo: 'f'.repeat(64) }, 'photo'],
  ])('%s', (_, change, field) => expect(refused([orderRow(1), orderRow(2, change)])).toEqual({ row: 2, field }))

  test('an order twice, no row, too many rows, a head without a key', () => {
    expect(refused([orderRow(1), orderRow(1)])).toEqual({ row: 2, field: 'order' })
    expect(refused([])).toEqual({ row: 0, field: 'rows' })
    expect(refused(Array.from({ length: mostRows + 1 }, (_, at) => orderRow(at + 1)))).toEqual({
      row: 0,
      field: 'rows',
    })
    expect(refused([orderRow(1)], { head: { ...head, key: '' } })).toEqual({ row: 0, field: 'key' })
  })

  test('a picture whose bytes are others', () => {
    const pictures = new Map([[pictureName, picture.subarray(1)]])
    expect(refused([orderRow(1)], { pictures })).toEqual({ row: 1, field: 'photo' })
  })

  test('a refusal without its reason, mail to nowhere', () => {
    const acknowledged = fileOf('acknowledgement', [{ order: order(1), result: 'refused', reason: '', note: '' }])
    expect(write(acknowledged).ok).toBe(false)
    const sent = { order: order(1), instruction: 'send', line1: '', line2: '', city: '', province: '', postalCode: '' }
    expect(write(fileOf('instructions', [sent])).ok).toBe(false)
  })
})

test('one picture of two orders is packed once', () => {
  const once = bytesOf(fileOf('order', [orderRow(1)]))
  const twice = bytesOf(fileOf('order', [orderRow(1), orderRow(2)]))
  expect(twice.length - once.length).toBeLessThan(500)
  expect(unwrap(read(twice)).pictures.size).toBe(1)
  expect(unwrap(read(twice)).head.key).toBe(key)
})
