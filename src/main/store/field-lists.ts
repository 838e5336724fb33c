/**
 * A list of field names as `field_holder` has it. Forms are filled in alike: ten thousand claims have a few dozen lists, so
 * that each is read once and what two of them make of each other is found again.
 */
export interface FieldList {
  /** JSON, in order. */
  readonly text: string
  readonly names: readonly string[]
  has(name: string): boolean
}

/** A bound, in case somebody makes them up. */
const mostLists = 2000
const lists = new Map<string, FieldList>()

/** The list of a stored text. */
export function listIn(text: string): FieldList {
  const known = lists.get(text)
  if (known) return known
  if (lists.size >= mostLists) lists.clear()
  const names = JSON.parse(text) as string[]
  const set = new Set(names)
  const list = { text, names, has: (name: string) => set.has(name) }
  lists.set(text, list)
  return list
}

/** The list of the keys of what an event set, in whichever order they stand. */
export function listOf(fields: Readonly<Record<string, unknown>>): FieldList {
  const keys = JSON.stringify(Object.keys(fields))
  const known = byKeys.get(keys)
  if (known) return known
  if (byKeys.size >= mostLists) byKeys.clear()
  const list = listIn(JSON.stringify(Object.keys(fields).sort()))
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
  const rest = names.length === list.names.length ? list : listIn(JSON.stringify(names))
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
