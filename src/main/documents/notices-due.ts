import type { NoticeDueView } from '../../shared/contract/views.ts'
import { present } from '../claims/rows.ts'
import { type Tools, today } from '../claims/tools.ts'
import { query, sql } from '../store/query.ts'

const mostShown = 1000

/** What goes out for an interview, in the order in which it is printed. */
const papers = ['interview', 'preparation'] as const

/** 1 where no paper of the kind holds that speaks of the day and hour that is booked. */
const lacks = (kind: (typeof papers)[number]) =>
  sql<number>`not exists (select 1 from document where document.claim = claim.id and document.kind = ${kind}
    and document.state in ('reserved', 'sent', 'confirmed') and document.about = json_array(
      appointment_hold.date || 'T' || printf('%02d:%02d', appointment_hold.minute / 60, appointment_hold.minute % 60)))`

/**
 * Claims with an interview booked for today or later whose notice, or the sheet to prepare for it, is still to be made: there
 * is none that holds, or it speaks of another day or hour. Soonest interview first. Each says of itself which appointment it is of.
 */
export function noticesDue(tools: Tools): NoticeDueView[] {
  const rows = tools.store.all(
    query
      .selectFrom('appointment_hold')
      .innerJoin('appointment', 'appointment.id', 'appointment_hold.appointment')
      .innerJoin('claim', 'claim.id', 'appointment.about_id')
      .innerJoin('person', 'person.n', 'claim.person_n')
      .select(['claim.id', 'appointment_hold.date', 'appointment_hold.minute'])
      .select(['person.family_name', 'person.given_names'])
      .select([lacks('interview').as('interview'), lacks('preparation').as('preparation')])
      .where('appointment.state', '=', 'booked')
      .where('appointment.kind', '=', 'eligibility_interview')
      .where('appointment_hold.date', '>=', today(tools))
      .where((is) => is.or([sql<boolean>`${lacks('interview')}`, sql<boolean>`${lacks('preparation')}`]))
      .orderBy('appointment_hold.date')
      .orderBy('appointment_hold.minute')
      .limit(mostShown),
  )
  return rows.map((row) => ({
    claimId: row.id,
    date: row.date,
    kinds: papers.filter((kind) => row[kind]),
    ...present({ familyName: row.family_name, givenNames: row.given_names }),
  }))
}
