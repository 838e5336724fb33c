import type { z } from 'zod'
import { type apartPage, mostEvents, mostPlaces, type PushRequest, verdicts } from './wire.ts'

/**
 * The schemas of wire.ts for the two messages that carry events, by hand: a batch has thousands of values, and to walk a
 * schema for each costs more than to hash it. What fits here fits there, word for word; what does not is left to the
 * schema, which says why, or drops what it does not know (test/unit/sync/wire-fits.test.ts holds the two together).
 */

type Given = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Are there no keys but these? How many of them there are is for the caller to see. */
function hasOnly(value: Given, known: ReadonlySet<string>): boolean {
  for (const key in value) if (!known.has(key)) return false
  return true
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const isUuid = (value: unknown): boolean => typeof value === 'string' && value.length === 36 && uuidShape.test(value)

const hashShape = /^[A-Za-z0-9+/]{43}=$/
const isHash = (value: unknown): boolean => typeof value === 'string' && hashShape.test(value)
const saltShape = /^[A-Za-z0-9+/]{22}==$/
const signatureShape = /^[A-Za-z0-9+/]{86}==$/
const isSignature = (value: unknown): boolean => typeof value === 'string' && signatureShape.test(value)

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)
const isCount = (value: unknown): boolean => isWhole(value) && value >= 0
const isPositive = (value: unknown): boolean => isWhole(value) && value > 0
const isWord = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= most

const headerKeys = 'id sequence actor subject type version visibility at hlc bases commitment'.split(' ')
const eventKeys = new Set([...headerKeys, 'salt', 'body'])
const subjectKeys = new Set(['kind', 'id'])

function isEvent(value: unknown): boolean {
  if (!isObject(value) || !hasOnly(value, eventKeys) || !isHeader(value)) return false
  const { salt, body } = value
  if (salt !== null && !(typeof salt === 'string' && saltShape.test(salt))) return false
  return body === null || typeof body === 'string'
}

const apartKeys = new Set([...headerKeys, 'salted'])
const isApartEvent = (value: unknown): boolean =>
  isObject(value) &&
  hasOnly(value, apartKeys) &&
  isHeader(value) &&
  (value.salted === null || (isWhole(value.salted) && value.salted >= 16))

/** What every event has, whatever became of its body. */
function isHeader(value: Given): boolean {
  const { id, sequence, actor, subject, type, version, visibility, at, hlc, bases, commitment } = value
  if (!isObject(subject) || !hasOnly(subject, subjectKeys)) return false
  if (!isUuid(id) || !isUuid(actor) || !isUuid(subject.id) || !isWord(subject.kind, 40)) return false
  if (!isPositive(sequence) || !isWord(type, 80) || !isPositive(version) || !isWord(visibility, 20)) return false
  if (!isWhole(at) || !Array.isArray(hlc) || hlc.length !== 2 || !isWhole(hlc[0]) || !isCount(hlc[1])) return false
  if (!Array.isArray(bases) || bases.length > 500 || !bases.every(isUuid)) return false
  return !('commitment' in value) || isHash(commitment)
}

const headKeys = new Set(['sequence', 'hash'])
const isHead = (value: unknown): boolean =>
  isObject(value) && hasOnly(value, headKeys) && isCount(value.sequence) && isHash(value.hash)

const pushKeys = new Set(['stream', 'epoch', 'events', 'head', 'signature'])

/** Is it a push, to the letter? */
export function isPush(value: unknown): value is PushRequest {
  if (!isObject(value) || !hasOnly(value, pushKeys)) return false
  const { stream, epoch, events, head, signature } = value
  if (!isUuid(stream) || !isUuid(epoch) || !isHead(head) || !isSignature(signature)) return false
  return Array.isArray(events) && events.length > 0 && events.length <= mostEvents && events.every(isEvent)
}

const placedKeys = new Set(['position', 'device', 'verdict', 'why', 'own', 'event'])
const known: ReadonlySet<unknown> = new Set(verdicts)

function isPlaced(value: unknown): boolean {
  if (!isObject(value) || !hasOnly(value, placedKeys)) return false
  if (!isPositive(value.position) || !isUuid(value.device)) return false
  if ('verdict' in value && !known.has(value.verdict)) return false
  if ('why' in value && !(typeof value.why === 'string' && value.why.length <= 80)) return false
  return (!('own' in value) || isUuid(value.own)) && (!('event' in value) || isApartEvent(value.event))
}

const runKeys = new Set(['position', 'sequence', 'count'])
const isRun = (value: unknown): boolean =>
  isObject(value) &&
  hasOnly(value, runKeys) &&
  isPositive(value.position) &&
  isPositive(value.sequence) &&
  isPositive(value.count) &&
  (value.count as number) <= mostPlaces

const batchKeys = new Set(['device', 'publicKey', 'head', 'signature'])
const isBatch = (value: unknown): boolean =>
  isObject(value) &&
  hasOnly(value, batchKeys) &&
  isUuid(value.device) &&
  isHash(value.publicKey) &&
  isHead(value.head) &&
  isSignature(value.signature)

const pullKeys = new Set(['epoch', 'events', 'runs', 'batches', 'head'])

/** Is it a page of a stream without its bodies, to the letter? */
export function isApartPage(value: unknown): value is z.infer<typeof apartPage> {
  if (!isObject(value) || !hasOnly(value, pullKeys)) return false
  const { epoch, events, runs, batches, head } = value
  if (!isUuid(epoch) || !isCount(head)) return false
  if (!Array.isArray(events) || events.length > mostEvents || !events.every(isPlaced)) return false
  if ('runs' in value && !(Array.isArray(runs) && runs.length <= mostEvents + 1 && runs.every(isRun))) return false
  return Array.isArray(batches) && batches.every(isBatch)
}
