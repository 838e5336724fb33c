import { type Action, may } from '../../shared/domain/authority.ts'
import { useOfficer, useStatus } from './desk.tsx'

/** May the officer at the desk do this at all? Reads the same table as the command; use it to leave a button out. */
export function useMay(): (action: Action) => boolean {
  const officer = useOfficer()
  const office = useStatus()?.office?.id ?? ''
  return (action) => may({ ...officer, office }, action).allowed
}
