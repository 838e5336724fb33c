import { cardReturns } from '../domain/confirmation/vocabulary.ts'
import { eyeColours } from '../domain/residence-words.ts'
import { provinces, sexes } from '../domain/vocabulary.ts'
import { longestCardName } from './card-names.ts'
import { type CardFileKind, cardInstructions, cardRefusals } from './kinds.ts'

/**
 * Files between an office and the production facility of permanent resident cards: docs/card-order.md. A head, rows of
 * columns under a line that names them, the pictures that the rows name, a digest and a signature; one way to write each.
 */

export const cardFileMark = 'passerelle-cards-1'

/** Rows of one file: one that is read and checked while an officer waits. */
export const mostRows = 500
/** Bytes of one picture: the portal's limit. */
export const largestPicture = 4 * 1024 * 1024

type Check = (value: string) => boolean
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value)
const among =
  (words: readonly string[]): Check =>
  (value) =>
    words.includes(value)
const optional =
  (check: Check): Check =>
  (value) =>
    value === '' || check(value)
/** Letters without control characters, NFC, with no space at either end. */
const text =
  (most: number): Check =>
  (value) =>
    value.length <= most &&
    value.trim() === value &&
    value !== '' &&
    !/\p{C}/u.test(value) &&
    value.normalize('NFC') === value

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const isUuid = matches(new RegExp(`^${uuid}$`))
/** The batch and the place in it, from 0001: never given twice. */
const order = matches(new RegExp(`^${uuid}\\.(?!0000)\\d{4}$`))
const isHex64 = matches(/^[0-9a-f]{64}$/)
const country = matches(/^[A-Z]{1,3}$/)
/** In days of the calendar; 2026-02-30 is none. */
const isDay: Check = (value) => {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}
const name = text(4 * longestCardName)

const place = {
  line1: text(100),
  line2: optional(text(100)),
  city: text(80),
  province: among(provinces),
  postalCode: matches(/^[A-Z]\d[A-Z] \d[A-Z]\d$/),
}
const noPlace = Object.fromEntries(Object.entries(place).map(([key, check]) => [key, optional(check)])) as typeof place

/** The columns of each kind, in their order, with what a value must be. */
export const cardColumns = {
  order: {
    order,
    clientId: matches(/^\d{8}(\d{2})?$/),
    familyName: optional(name),
    givenNames: optional(name),
    /** Which of the names was cut to go on the card. */
    cut: among(['', 'family', 'given', 'family,given']),
    birthDate: isDay,
    sex: among(sexes),
    birthCountry: country,
    citizenship: country,
    heightCm: matches(/^([3-9]\d|1\d\d|2[0-5]\d|260)$/),
    eyeColour: among(eyeColours),
    residentSince: isDay,
    /** IRPR s. 54: five years, or one. */
    validYears: among(['5', '1']),
    language: among(['en', 'fr']),
    ...place,
    /** SHA-256 of the picture, which is packed with the file. */
    photo: isHex64,
  },
  instructions: { order, instruction: among(cardInstructions), ...noPlace },
  acknowledgement: {
    order,
    result: among(['accepted', 'refused']),
    reason: optional(among(cardRefusals)),
    note: optional(text(200)),
  },
  produced: { order, on: isDay, cardNumber: matches(/^[A-Z0-9]{6,20}$/) },
  mailed: { order, on: isDay, tracking: optional(matches(/^[A-Z0-9]{4,40}$/)) },
  returned: { order, on: isDay, why: among(cardReturns), note: optional(text(200)) },
} as const satisfies Record<CardFileKind, Record<string, Check>>

export type CardRow<K extends CardFileKind> = { readonly [C in keyof (typeof cardColumns)[K]]: string }

/** What stands before the rows. */
export interface CardFileHead {
  /** UUID: of the batch for an order, of the file for the others. A file is taken once. */
  readonly id: string
  /** Who wrote it: the office's code, or the facility's name. */
  readonly from: string
  /** Ed25519 public key of the writer, 64 hex digits. */
  readonly key: string
  /** UTC, `2026-11-22T15:04:05Z`. */
  readonly made: string
}

export interface CardFile<K extends CardFileKind = CardFileKind> {
  readonly kind: K
  readonly head: CardFileHead
  readonly rows: readonly CardRow<K>[]
  /** By SHA-256; only orders have pictures. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

export const headChecks: Readonly<Record<keyof CardFileHead, Check>> = {
  id: isUuid,
  from: text(80),
  key: isHex64,
  made: (value) => /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(value) && isDay(value.slice(0, 10)),
}

/** The first thing wrong with a row, as the name of its column; undefined for a sound row. */
export function wrongColumn<K extends CardFileKind>(kind: K, row: CardRow<K>): string | undefined {
  const wrong = Object.entries(cardColumns[kind]).find(([column, check]) => !check(row[column as keyof CardRow<K>]))
  return wrong?.[0] ?? wrongTogether(kind, row as Readonly<Record<string, string>>)
}

/** What single columns do not show: an empty name, a refusal without its reason, mail without a place. */
function wrongTogether(kind: CardFileKind, row: Readonly<Record<string, string>>): string | undefined {
  if (kind === 'order' && !row.familyName && !row.givenNames) return 'familyName'
  if (kind === 'acknowledgement' && (row.result === 'refused') !== (row.reason !== '')) return 'reason'
  if (kind !== 'instructions') return undefined
  const addressed = ['line1', 'city', 'province', 'postalCode'].every((column) => row[column] !== '')
  const empty = Object.keys(place).every((column) => row[column] === '')
  return (row.instruction === 'send' ? addressed : empty) ? undefined : 'line1'
}
