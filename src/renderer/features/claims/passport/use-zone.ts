import { useMemo } from 'react'
import { type MrzRecord, readMrz } from '../../../../shared/mrz/read.ts'
import { useStatus } from '../../../app/desk.tsx'

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
