import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { interviewTemplate } from '../../shared/documents/templates/interview.ts'
import type { ClaimValues } from '../../shared/domain/fields.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import type { Tools } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import { interviewSet } from './interview-set.ts'

/**
 * The appointment of an interview notice for the person's own calendar (RFC 5545), in their official language. A notice
 * for another day has the same UID and a higher SEQUENCE, so that it takes the place of the entry before. It names nobody.
 * Fails with `papers.no_interview` where the notice is no longer what the claim says.
 */
export function noticeCalendar({ store }: Tools, documentId: Uuid): Result<{ text: string; number: string }> {
  const notice = store.first(
    query
      .selectFrom('document')
      .select(['claim', 'kind', 'state', 'number', 'about', 'issue_date', 'reserved_ms'])
      .where('id', '=', documentId),
  )
  if (!notice) return fail('desk.not_found')
  if (notice.kind !== 'interview') return fail('papers.kind_not_allowed')
  const { officialLanguage = 'en' }: ClaimValues = valuesOf(fieldsOf(store, { kind: 'claim', id: notice.claim }))
  const interview = interviewSet(store, notice.claim)
  const living = notice.state !== 'spoiled' && notice.state !== 'revoked'
  const title = interviewTemplate(notice.issue_date)?.title[officialLanguage]
  if (!interview || !living || !title || !notice.about?.includes(`${interview.date}T${interview.time}`))
    return fail('papers.no_interview')
  const start = Temporal.PlainDateTime.from(`${interview.date}T${interview.time}`)
    .toZonedDateTime(officeOf(store).zone)
    .toInstant()
  const calendar = ical({ method: ICalCalendarMethod.PUBLISH, prodId: { company: 'IRCC', product: 'Passerelle' } })
  calendar.createEvent({
    id: `interview-${notice.claim}`,
    sequence: sequenceOf(notice.number),
    stamp: new Date(notice.reserved_ms),
    start: new Date(start.epochMilliseconds),
    end: new Date(start.add({ minutes: interview.minutes }).epochMilliseconds),
    summary: `${title} ${notice.number}`,
    location: interview.place,
    status: ICalEventStatus.CONFIRMED,
  })
  return ok({ text: calendar.toString(), number: notice.number })
}

/** Notices of a claim are numbered N1, N2 ... */
const sequenceOf = (number: string): number => Number(/N(\d+)$/.exec(number)?.[1] ?? 1) - 1
