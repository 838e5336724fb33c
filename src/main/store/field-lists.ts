import { sha256 } from './log/header.ts'

/**
 * A list of field names as `field_holder` has it. Forms are filled in alike: ten thousand claims have a few dozen lists, so
 * that each is stored and read once and what two of them make of each other is found again.
 */
export interface FieldList {
  /** What stands in `field_holder`: the JSON where that is short, and else the name of its row in `field_list`. */
  readonly text: string
  /** JSON, in order. */
  readonly json: string
  readonly names: readonly string[]
  has(name: string): boolean
}

/** Does a row of `field_list` say which fields these are? */
export const isNamed = ({ text }: Pick<FieldList, 'text'>): boolean => text.startsWith(sign)

const sign = '#'
/** Longer than a name, by so much that the row pays. */
const longestInline = 40
/** Of the digest: 132 bits, so that nobody makes two lists of the same name. */
const nameLength = 22

/** A bound, in case somebody makes them up. */
const mostLists = 2000
const lists = new Map<string, FieldList>()

/** A list is missing or another than its name says: of the tables, not of the event that is read. They are to be written anew. */
export class ListDamaged extends Error {}

/**
 * The list of a stored text. Throws ListDamaged where its name is not that of what stands under it: it may have come from
 * elsewhere.
 * @param find the JSON of a name in `field_list`; undefined where there is none
 */
export function listIn(text: string, find: (name: string) => string | undefined): FieldList {
  const known = lists.get(text)
  if (known) return known
  const json = isNamed({ text }) ? find(text) : text
  if (json === undefined || (json !== text && nameOf(json) !== text))
    throw new ListDamaged('A list of fields that is not there, or not of its name: rebuild the projections')
  return made(text, json)
}

/** A list by its names, in order. */
function listBy(names: readonly string[]): FieldList {
  const json = JSON.stringify(names)
  const text = json.length > longestInline ? nameOf(json) : json
  return lists.get(text) ?? made(text, json)
}

const nameOf = (json: string): string =>
  sign +
  Buffer.from(sha256(Buffer.from(json, 'utf8')))
    .toString('base64url')
    .slice(0, nameLength)

function made(text: string, json: string): FieldList {
  if (lists.size >= mostLists) lists.clear()
  const names = JSON.parse(json) as string[]
  const set = new Set(names)
  const list = { text, json, names, has: (name: string) => set.has(name) }
  lists.set(text, list)
  return list
}

/** The list of the keys of what an event set, in whichever order they stand. */
export function listOf(fields: Readonly<Record<string, unknown>>): FieldList {
  const keys = JSON.stringify(Object.keys(fields))
  const known = byKeys.get(keys)
  if (known) return known
  if (byKeys.size >= mostLists) byKeys.clear()
  const list = listBy(Object.keys(fields).sort())
  byKeys.set(keys, list)
  return list
}
const byKeys = new Map<string, FieldList>()

/** What is left of a list without what is on another; the same list where nothing of it is. */
export function without(list: FieldList, gone: FieldList): FieldList {
  const kept = left.get(list) ?? new WeakMap<FieldList, FieldList>()
  left.set(list, kept)
  const known = kept.get(gone)
  if (known) return known
  const names = list.names.filter((name) => !gone.has(name))
  const rest = names.length === list.names.length ? list : listBy(names)
  kept.set(gone, rest)
  return rest
}
const left = new WeakMap<FieldList, WeakMap<FieldList, FieldList>>()

/** The names that are on more than one of the lists. */
export function onSeveral(given: readonly FieldList[]): ReadonlySet<string> {
  const twice = new Set<string>()
  given.forEach((list, at) => {
    for (let other = at + 1; other < given.length; other++) {
      const beside = given[other] as FieldList
      const [short, long] = list.names.length < beside.names.length ? [list, beside] : [beside, list]
      for (const name of short.names) if (long.has(name)) twice.add(name)
    }
  })
  return twice
}
