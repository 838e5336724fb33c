import type { ClaimValues, Entry } from './fields.ts'
import { mannerAt, officeOf } from './ports-of-entry.ts'

/**
 * The entry that a claim at a port of entry most often begins with: on the day of the claim, at the office, the way one
 * arrives there. A proposal only: day, manner and place decide under the Safe Third Country Agreement, so it is no fact
 * until an officer confirms it. None inland, nor once any entry is known.
 */
export function proposedEntry(
  { channel, claimDate, entries }: ClaimValues,
  officeCode: string,
  today: string,
): Entry | undefined {
  const office = officeOf(officeCode)
  const manner = office && mannerAt(office.kind)
  if (channel !== 'port_of_entry' || !manner || entries?.length) return undefined
  return { date: claimDate ?? today, manner, place: office.slug }
}
