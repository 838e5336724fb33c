import { nearDays, type QueueName } from '../../../shared/domain/queues.ts'
import { awaitedPurposes } from '../../../shared/partners/table.ts'
import { addDays, type IsoDate } from '../../../shared/rules/dates.ts'
import { sql } from '../../store/query.ts'

/**
 * Which claims stand in each queue: the one place that says so. A definition reads the facts as they are and ends in a
 * condition, to which a page or a count adds its own. It names its index, and fails rather than read a table whole; words
 * that an index is made for are written out, not handed in.
 */

/** Says by which index a table is read; says nothing where one claim is asked about, which is found by its own. */
export type ByIndex = (index: string) => ReturnType<typeof sql>
export const byIndex: ByIndex = (index) => sql`indexed by ${sql.raw(index)}`
export const byClaim: ByIndex = () => sql``

export interface Definition {
  /** What is read, from `from` to its conditions. `openRules`: claims, as JSON, of which a rule has no finding yet. */
  readonly rows: (today: IsoDate, by: ByIndex, openRules: string) => ReturnType<typeof sql>
  /** What the queue is ordered by: a column of its index. */
  readonly place: string
  /** What tells those of one place apart: the next column of the index. */
  readonly tie: string
  /** What of the claim it is about, where it stands here for one thing: JSON of a `QueuedMatter`. */
  readonly matter?: string
}

const open = sql`claim.state in ('intake', 'undecided', 'suspended', 'ineligible_proposed')`
const here = sql`claim.state <> 'moved'`
const ofPortal = sql`exists (select 1 from portal_claim where portal_claim.claim = claim.id)`
/** Of a claim and an appointment: see `stillCalled` of the states of claims. */
const stillCalled = sql`(${open} or (claim.state = 'referred' and appointment.kind <> 'eligibility_interview'))`
/** An interview on eligibility lies ahead, or somebody has still to say what follows from a missed one. */
const interviewAhead = sql`(exists (select 1 from appointment where appointment.about_id = claim.id
        and appointment.kind = 'eligibility_interview' and appointment.state in ('offered', 'booked'))
        or exists (select 1 from appointment where appointment.about_id = claim.id
          and appointment.kind = 'eligibility_interview' and appointment.state = 'no_show' and appointment.review is null))`
const interviewHeld = sql`(exists (select 1 from interview_note where interview_note.claim = claim.id and interview_note.state = 'closed')
        or exists (select 1 from appointment where appointment.about_id = claim.id
          and appointment.kind = 'eligibility_interview' and appointment.state in ('attended', 'late')))`
/** Of the index that holds what partners have not answered. */
const awaited = sql`partner_request.purpose in (${sql.join(awaitedPurposes.map((purpose) => sql.lit(purpose)))})`
const everyPartnerAsked = sql.join(
  awaitedPurposes.map(
    (purpose) => sql`exists (select 1 from partner_request where partner_request.claim = claim.id
      and partner_request.purpose = ${sql.lit(purpose)})`,
  ),
  sql` and `,
)
/** Ready to refer for all that stands in tables; the rules of eligibility are asked beside them (open-rules.ts). */
export const readyButForRules = (by: ByIndex) =>
  sql`claim ${by('claim_passed')} where claim.state in ('intake', 'undecided') and claim.passed_on is not null
  and claim.conflicts = 0
  and not exists (select 1 from claim_review where claim_review.claim = claim.id and claim_review.missing is not null)
  and not exists (select 1 from partner_request where partner_request.claim = claim.id and ${awaited}
    and (partner_request.result is null or partner_request.result = 'hit'))
  and ${everyPartnerAsked}
  and not exists (select 1 from interview_note where interview_note.claim = claim.id and interview_note.state <> 'closed')
  and not ${interviewAhead} and (claim.state = 'intake' or ${interviewHeld})`

const lastNearDay = (today: IsoDate): IsoDate => addDays(today, nearDays - 1)

export const definitions: Readonly<Record<QueueName, Definition>> = {
  portal_new: {
    rows: (_, by) =>
      sql`claim ${by('claim_unowned')} where claim.owner = '' and ${open} and claim.state = 'intake' and ${ofPortal}`,
    place: 'claim.opened_ms',
    tie: 'claim.n',
  },
  unowned: {
    rows: (_, by) =>
      sql`claim ${by('claim_unowned')} where claim.owner = '' and ${open} and not (claim.state = 'intake' and ${ofPortal})`,
    place: 'claim.opened_ms',
    tie: 'claim.n',
  },
  // Whose officer no longer works here.
  leaver: {
    rows: (_, by) => sql`officer cross join claim ${by('claim_owner_state_updated')} on claim.owner = officer.id
      where officer.disabled = 1 and ${open}`,
    place: 'claim.opened_ms',
    tie: 'claim.n',
  },
  taking_in: {
    rows: (_, by) => sql`claim ${by('claim_intake')} where claim.state = 'intake' and claim.owner <> ''`,
    place: 'claim.opened_ms',
    tie: 'claim.n',
  },
  review_due: {
    rows: (today, by) =>
      sql`claim ${by('claim_open_deadline')} where ${open} and claim.next_deadline is not null and claim.next_deadline <= ${lastNearDay(today)}`,
    place: 'claim.next_deadline',
    tie: 'claim.n',
  },
  // Of a limit that still runs: what came in the meantime needs no answer.
  extension_asked: {
    rows: (
      _,
      by,
    ) => sql`extension_request ${by('extension_request_open')} cross join claim ${by('claim_standing')} on claim.id = extension_request.claim
      where extension_request.state = 'open' and exists (select 1 from claim_limit
        where claim_limit.claim = extension_request.claim and claim_limit.rule = extension_request.rule
          and claim_limit.state = 'open')`,
    place: 'extension_request.asked_on',
    tie: 'extension_request.n',
    matter: `json_object('kind', 'extension', 'rule', extension_request.rule, 'asker', extension_request.asker,
      'due', (select max(due) from claim_limit where claim_limit.claim = extension_request.claim
        and claim_limit.rule = extension_request.rule and claim_limit.state = 'open'))`,
  },
  incomplete: {
    rows: (_, by) => sql`claim_review cross join claim ${by('claim_open')} on claim.id = claim_review.claim
      where claim_review.missing is not null and ${open}`,
    place: 'claim_review.received_on',
    tie: 'claim_review.claim',
  },
  sent_items: {
    rows: (_, by) =>
      sql`portal_item cross join claim ${by('claim_standing')} on claim.id = portal_item.claim where portal_item.state = 'waiting' and ${here}`,
    place: "json_extract(portal_item.body, '$.on')",
    tie: 'portal_item.n',
  },
  to_schedule: {
    rows: (
      _,
      by,
    ) => sql`to_schedule ${by('to_schedule_since')} cross join claim ${by('claim_standing')} on claim.id = to_schedule.about_id
      where to_schedule.about_kind = 'claim'`,
    place: 'to_schedule.since_ms',
    tie: 'to_schedule.about_id',
  },
  offered: {
    rows: (_, by) => sql`appointment cross join claim ${by('claim_standing')} on claim.id = appointment.about_id
      where appointment.state = 'offered'`,
    place: 'appointment.until_ms',
    tie: 'appointment.n',
  },
  interview_week: {
    rows: (today, by) => sql`appointment cross join claim ${by('claim_standing')} on claim.id = appointment.about_id
      where appointment.state = 'booked' and appointment.date <= ${lastNearDay(today)}`,
    place: 'appointment.date',
    tie: 'appointment.n',
  },
  booked_later: {
    rows: (today, by) => sql`appointment cross join claim ${by('claim_standing')} on claim.id = appointment.about_id
      where appointment.state = 'booked' and appointment.date > ${lastNearDay(today)}`,
    place: 'appointment.date',
    tie: 'appointment.n',
  },
  no_show: {
    rows: (_, by) => sql`appointment cross join claim ${by('claim_standing')} on claim.id = appointment.about_id
      where appointment.state = 'no_show' and appointment.review is null and ${stillCalled}`,
    place: 'appointment.date',
    tie: 'appointment.n',
  },
  // Everybody of whom nothing is left to be awaited but the decision: whatever else comes to be asked, nobody is lost.
  to_decide: {
    rows: (_, by) => sql`claim ${by('claim_undecided')} where claim.state = 'undecided'
      and not exists (select 1 from to_schedule where to_schedule.about_kind = 'claim'
        and to_schedule.about_id = claim.id and to_schedule.kind = 'eligibility_interview')
      and not ${interviewAhead}`,
    place: 'claim.opened_ms',
    tie: 'claim.n',
  },
  // Of those to decide the ones of which nothing is left but the decision: the preliminary review is passed, every
  // partner answered without finding anything, the interview is held, nothing is missing, no two values stand and no rule of
  // eligibility waits for a fact.
  ready_to_refer: {
    rows: (_, by, openRules) => sql`${readyButForRules(by)}
      and claim.id not in (select value from json_each(${openRules}))`,
    place: 'claim.opened_ms',
    tie: 'claim.n',
  },
  second_officer: {
    rows: (_, by) => sql`claim ${by('claim_state_updated')} where claim.state = 'ineligible_proposed'`,
    place: 'claim.updated_ms',
    tie: 'claim.n',
  },
  partner: {
    // An answer that comes after the referral still counts (IRPA s. 104).
    rows: (
      _,
      by,
    ) => sql`partner_request ${by('partner_request_awaited')} cross join claim ${by('claim_standing')} on claim.id = partner_request.claim
      where partner_request.result is null and ${awaited} and (${open} or claim.state = 'referred')`,
    place: 'partner_request.due',
    tie: 'partner_request.n',
    matter: `json_object('kind', 'partner', 'partner', partner_request.partner,
      'purpose', partner_request.purpose, 'since', partner_request.asked_on)`,
  },
  suspended: {
    rows: (_, by) => sql`claim ${by('claim_state_updated')} where claim.state = 'suspended'`,
    place: 'claim.updated_ms',
    tie: 'claim.n',
  },
  limit_passed: {
    rows: (today, by) =>
      sql`claim ${by('claim_referred_deadline')} where claim.state = 'referred' and claim.next_deadline is not null and claim.next_deadline < ${today}`,
    place: 'claim.next_deadline',
    tie: 'claim.n',
  },
  to_issue: {
    rows: (_, by) =>
      sql`claim ${by('claim_to_issue')} where claim.state = 'referred' and claim.document_number is null`,
    place: 'claim.updated_ms',
    tie: 'claim.n',
  },
  papers: {
    rows: (
      _,
      by,
    ) => sql`document ${by('document_left')} cross join claim ${by('claim_standing')} on claim.id = document.claim
      where document.state in ('reserved', 'sent', 'spoiled') and document.replaced_by is null
      and ${here}`,
    place: 'document.reserved_ms',
    tie: 'document.id',
  },
  messages: {
    rows: (_, by) => sql`message cross join claim ${by('claim_standing')} on claim.id = message.claim
      where message.sender = 'claimant' and message.read_on is null and ${here}`,
    place: 'message.at_ms',
    tie: 'message.n',
  },
  asked: {
    rows: (_, by) => sql`message cross join claim ${by('claim_standing')} on claim.id = message.claim
      where message.action is not null and message.settled_on is null and ${here}`,
    place: 'message.due',
    tie: 'message.n',
  },
  unreachable: {
    rows: (_, by) =>
      sql`unreachable cross join claim ${by('claim_open')} on claim.id = unreachable.claim where ${open}`,
    place: 'unreachable.since',
    tie: 'unreachable.claim',
  },
  conflict: {
    rows: () => sql`(select n from claim where conflicts > 0
        union select claim.n from person cross join claim on claim.person_n = person.n where person.conflicts > 0) as split
      cross join claim on claim.n = split.n where ${here}`,
    place: 'claim.updated_ms',
    tie: 'claim.n',
  },
}
