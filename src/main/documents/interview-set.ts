import type { Acts } from '../../shared/domain/acts.ts'
import type { Uuid } from '../../shared/ports.ts'
import { bookedInterview } from '../appointments/office.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import type { Reader } from '../store/types.ts'

/**
 * The eligibility interview of a claim, for all its papers alike, past ones too: the one that is booked; else, of claims
 * from before there was a calendar, the one that was written down.
 */
export function interviewSet(reader: Reader, claimId: Uuid): Acts['interview'] {
  const booked = bookedInterview(reader, claimId)
  if (booked) {
    const { date, time, minutes, place } = booked
    return { date, time, minutes, place }
  }
  const known: Acts = valuesOf(fieldsOf(reader, { kind: 'claim', id: claimId }))
  return known.interview
}
