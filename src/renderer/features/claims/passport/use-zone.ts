import { useMemo } from 'react'
import type { ClaimView } from '../../../../shared/contract/views.ts'
import type { PersonField } from '../../../../shared/domain/fields.ts'
import { type MrzRecord, readMrz } from '../../../../shared/mrz/read.ts'
import { useStatus } from '../../../app/desk.tsx'
import { fold } from '../../../components/fold.ts'

/** What a text reads as now, if it is a whole zone yet. */
export function useZone(text: string): MrzRecord | undefined {
  const today = useStatus()?.today
  return useMemo(() => {
    if (!today || text.trim() === '') return undefined
    const zone = readMrz(text, today)
    return zone.ok ? zone.value : undefined
  }, [text, today])
}

/** What a zone says, under the names of the person's fields; only what it says. */
export function zoneValues(zone: MrzRecord): Readonly<Record<string, unknown>> {
  const { nationality } = zone
  const said = {
    familyName: zone.familyName || undefined,
    givenNames: zone.givenNames || undefined,
    birthDate: zone.birthDate.value ?? undefined,
    sex: zone.sex ?? undefined,
    citizenships: nationality.country ? [nationality.country] : undefined,
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}

/** Capitals without accents are how a zone writes any name; a citizenship may be one of several. */
const bare = (value: unknown) => fold(String(value)).replace(/[^\p{L}\p{N}]+/gu, ' ')
function same(name: string, said: unknown, held: unknown): boolean {
  if (name === 'citizenships') return (held as string[]).includes((said as string[])[0] ?? '')
  return bare(said) === bare(held)
}

export interface ZoneDifference {
  readonly name: string
  readonly said: unknown
  readonly held: unknown
}

/** Where a zone says something else than the claim does; what the claim does not say yet differs in nothing. */
export function differencesOf(zone: MrzRecord, person: ClaimView['person']): readonly ZoneDifference[] {
  return Object.entries(zoneValues(zone)).flatMap(([name, said]) => {
    const held = person[name as PersonField]?.value
    return held !== undefined && !same(name, said, held) ? [{ name, said, held }] : []
  })
}

const ofIdentity = new Set(['familyName', 'givenNames', 'birthDate'])
/** Differs in what a person is known by; a second passport may well say another citizenship. */
export const isAnotherPerson = (differences: readonly ZoneDifference[]): boolean =>
  differences.some(({ name }) => ofIdentity.has(name))
