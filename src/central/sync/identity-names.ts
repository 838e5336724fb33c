import type { Alias } from '../../shared/domain/full-intake.ts'
import { phoneticWords } from '../../shared/names/index.ts'
import type { IdentityNameRow } from '../storage/identity-names.ts'
import type { Examined } from './entitlement.ts'

/** A keyed digest of a text, 32 bytes. */
export type DigestOf = (text: string) => Buffer

/** What these events say of the names, the birth date and the claim of people: one row a person, the last word counts. */
export function namesIn(stream: string, events: readonly Examined[], digestOf: DigestOf): IdentityNameRow[] {
  const rows = new Map<string, IdentityNameRow>()
  // Of many people some have a name in common, and most a sound.
  const ofSound = once((sound) => digestOf(`sound/${sound}`))
  const digests = { birth: digestOf, name: once((name) => soundsOf(name).map(ofSound)) }
  for (const event of events) {
    const said = saidBy(event, digests)
    if (!said) continue
    const before = rows.get(said.person)
    rows.set(said.person, { ...(before ?? nothingSaid), ...said, stream })
  }
  return [...rows.values()]
}

/** The same for the same text, worked out once. */
function once<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const value = known.get(text) ?? work(text)
    known.set(text, value)
    return value
  }
}

interface Digests {
  readonly birth: DigestOf
  /** Of every sound of a name. */
  readonly name: (name: string) => Buffer[]
}

type Said = Partial<IdentityNameRow> & { readonly person: string }

function saidBy({ subject, type, body }: Examined, digests: Digests): Said | undefined {
  const given = (body ?? {}) as Readonly<Record<string, unknown>>
  if (type === 'claim.opened' || type === 'claim.person_linked')
    return typeof given.person === 'string' ? { person: given.person, claim: subject.id } : undefined
  if (subject.kind !== 'person') return undefined
  const { familyName, givenNames, birthDate, aliases } = (given.fields ?? {}) as Readonly<Record<string, unknown>>
  const said = {
    ...(aliases === undefined ? {} : otherNames(aliases, digests.name)),
    ...(isSaid(familyName) ? { family: digests.name(familyName ?? '') } : {}),
    ...(isSaid(givenNames) ? { given: digests.name(givenNames ?? '') } : {}),
    ...(isSaid(birthDate) ? birthOf(birthDate, digests.birth) : {}),
  }
  return Object.keys(said).length > 0 ? { ...said, person: subject.id } : undefined
}

const nothingSaid = {
  ...{ claim: null, family: null, given: null, birth: null, whole: null },
  ...{ other_family: null, other_given: null },
} as const

/** A field that an event takes away is null; one that it does not speak of is missing. */
const isSaid = (value: unknown): value is string | null => typeof value === 'string' || value === null

/** Of the whole list, which is replaced as one; null takes it away. */
function otherNames(
  aliases: unknown,
  soundsIn: Digests['name'],
): Pick<IdentityNameRow, 'other_family' | 'other_given'> {
  const list = (Array.isArray(aliases) ? aliases : []) as readonly Partial<Alias>[]
  return {
    other_family: list.flatMap(({ familyName }) => soundsIn(familyName ?? '')),
    other_given: list.flatMap(({ givenNames }) => soundsIn(givenNames ?? '')),
  }
}

const soundsOf = (name: string): string[] => [...new Set(phoneticWords(name).flat())]

const birthOf = (date: string | null, digestOf: DigestOf): Pick<IdentityNameRow, 'birth' | 'whole'> => ({
  birth: date ? digestOf(`birth/${date}`) : Buffer.alloc(0),
  whole: date !== null && date.length === 10 && !date.endsWith('-01-01'),
})
