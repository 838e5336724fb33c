import { join } from '../photos/bytes.ts'
import { fail, ok, type Result } from '../result.ts'
import { readC40, writeC40 } from './c40.ts'
import { readSealDate, writeSealDate } from './dates.ts'
import { frameSize } from './portrait.ts'
import { type Coding, numberTag, ourCategory, type Profile } from './profiles.ts'
import type { SealHeader, SealMessage } from './seal.ts'

/** What the messages of a seal say. */

/** What our papers tell besides the zone. */
export interface SealFlags {
  /** Covered by the Interim Federal Health Program. */
  readonly ifhp: boolean
  /** Takes the place of an earlier paper. */
  readonly replacement: boolean
  /** The decision on eligibility; absent where the paper shows none, as the identity document (RPID) must not. */
  readonly eligible?: boolean
}

export interface SealAppointment {
  /** ISO date. */
  readonly date: string
  /** Minutes since midnight at the office. */
  readonly minutes: number
  /** Short name of the office in A-Z and 0-9. */
  readonly office: string
}

/** What one of our papers puts under seal; only what is given is written. */
export interface SealContent {
  /** The lines of the machine-readable zone. */
  readonly zone?: readonly string[]
  /** Digits and hyphens; the hyphens are not written. */
  readonly clientId?: string
  readonly sheet?: string
  readonly flags?: SealFlags
  /** A VP8 frame, see portrait.ts. */
  readonly portrait?: Uint8Array
  readonly appointment?: SealAppointment
  /** SHA-256 of the printed values (`fieldText`), whole. */
  readonly digest?: Uint8Array
  /** Where no zone names it. */
  readonly documentNumber?: string
}

/** Bytes of the digest in a seal: a forger would need 2^96 tries to find a text that keeps it. */
export const digestLength = 12

/** The messages of a paper of ours, by tag. Error: `seal.unwritable` (reason: the part). */
export function writeMessages(content: SealContent): Result<readonly SealMessage[]> {
  const values: readonly (readonly [tag: number, part: string, value: Uint8Array | undefined | null])[] = [
    [2, 'zone', content.zone ? writeC40(content.zone.join('')) : null],
    [3, 'clientId', content.clientId ? writeC40(withoutHyphens(content.clientId)) : null],
    [4, 'sheet', content.sheet ? writeC40(withoutHyphens(content.sheet)) : null],
    [5, 'flags', content.flags ? Uint8Array.of(flagBits(content.flags)) : null],
    [6, 'portrait', content.portrait ?? null],
    [7, 'appointment', content.appointment ? writeAppointment(content.appointment) : null],
    [8, 'digest', content.digest ? content.digest.slice(0, digestLength) : null],
    [numberTag, 'documentNumber', content.documentNumber ? writeC40(content.documentNumber) : null],
  ]
  const unwritable = values.find(([, , value]) => value === undefined)
  if (unwritable) return fail('seal.unwritable', { reason: unwritable[1] })
  return ok(values.flatMap(([tag, , value]) => (value ? [{ tag, value }] : [])))
}

const withoutHyphens = (value: string) => value.replaceAll('-', '')

const bit = { ifhp: 1, eligible: 2, replacement: 4, decided: 8 }

/** Bit 3 says that the paper speaks of a decision at all: without it, bit 1 says nothing. */
function flagBits({ ifhp, replacement, eligible }: SealFlags): number {
  const decision = eligible === undefined ? 0 : bit.decided + (eligible ? bit.eligible : 0)
  return (ifhp ? bit.ifhp : 0) + (replacement ? bit.replacement : 0) + decision
}

function writeAppointment({ date, minutes, office }: SealAppointment): Uint8Array | undefined {
  const day = writeSealDate(date)
  const place = writeC40(office)
  if (!day || !place || !Number.isInteger(minutes) || minutes < 0 || minutes >= 24 * 60) return undefined
  return join([day, Uint8Array.of(minutes >> 8, minutes & 255), place])
}

export type MessageValue = string | number | SealFlags | SealAppointment

/** A message as it is told: by name where the profile knows the tag, and in words where the value can be read. */
export interface ReadMessage {
  readonly tag: number
  readonly bytes: Uint8Array
  readonly feature?: Profile['features'][number]
  readonly value?: MessageValue
}

export const readMessages = (messages: readonly SealMessage[], profile?: Profile): readonly ReadMessage[] =>
  messages.map(({ tag, value: bytes }) => {
    const feature = profile?.features[tag]
    const value = feature && readValue(feature.coding, bytes)
    return { tag, bytes, ...(feature ? { feature } : {}), ...(value === undefined ? {} : { value }) }
  })

/** The machine-readable zone of a seal as one string with its fillers, where it has one. */
export function sealedZone(messages: readonly ReadMessage[]): string | undefined {
  const zone = messages.find(({ feature }) => feature?.coding === 'zone')?.value
  return typeof zone === 'string' ? zone : undefined
}

/** The number of one of our papers that bears no zone. */
export function sealedNumber({ category }: Pick<SealHeader, 'category'>, messages: readonly ReadMessage[]) {
  const value = messages.find(({ tag }) => tag === numberTag)?.value
  return category === ourCategory && typeof value === 'string' ? value : undefined
}

/** Are all words of this paper of ours left to the eye: a digest stands for them, and no zone repeats the most important? */
export const isWordsOnly = (messages: readonly ReadMessage[]): boolean =>
  messages.some(({ feature }) => feature?.coding === 'digest') && sealedZone(messages) === undefined

const readers: Readonly<Record<Coding, (bytes: Uint8Array) => MessageValue | undefined>> = {
  c40: (bytes) => readC40(bytes)?.trimEnd(),
  zone: (bytes) => readC40(bytes)?.replaceAll(' ', '<'),
  text: readText,
  number: ([only, ...more]) => (more.length === 0 ? only : undefined),
  flags: ([bits, ...more]) => (bits !== undefined && more.length === 0 ? readFlags(bits) : undefined),
  appointment: readAppointment,
  portrait: (bytes) => {
    const size = frameSize(bytes)
    return size && `${size.width}x${size.height}`
  },
  digest: hex,
  bytes: hex,
}
const readValue = (coding: Coding, bytes: Uint8Array) => readers[coding](bytes)

function readFlags(bits: number): SealFlags {
  const decided = (bits & (bit.decided | bit.eligible)) !== 0
  return {
    ifhp: (bits & bit.ifhp) !== 0,
    replacement: (bits & bit.replacement) !== 0,
    ...(decided ? { eligible: (bits & bit.eligible) !== 0 } : {}),
  }
}

function readAppointment(bytes: Uint8Array): SealAppointment | undefined {
  const date = readSealDate(bytes.subarray(0, 3))
  const [high, low] = bytes.subarray(3, 5)
  const office = readC40(bytes.subarray(5))
  if (!date || high === undefined || low === undefined || office === undefined) return undefined
  const minutes = high * 256 + low
  return minutes < 24 * 60 ? { date, minutes, office: office.trimEnd() } : undefined
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** UTF-8, strictly. */
function readText(bytes: Uint8Array): string | undefined {
  try {
    return decodeURIComponent(hex(bytes).replace(/../g, '%$&'))
  } catch {
    return undefined // bytes that are no UTF-8 are told as bytes
  }
}
