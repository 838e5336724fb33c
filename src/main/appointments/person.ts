import type { AppointmentAbout, AppointmentKind } from '../../shared/domain/appointments.ts'
import { cardAddress } from '../../shared/domain/confirmation/facts.ts'
import type { InterviewReason } from '../../shared/domain/confirmation/vocabulary.ts'
import type { ClaimValues } from '../../shared/domain/fields.ts'
import { groupSerial } from '../../shared/domain/numbers.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { type Hold, person } from '../../shared/rules/index.ts'
import { membershipOf, membersOf } from '../claims/family/members.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { confirmationOf, familyOf, findConfirmation } from '../confirmations/rows.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** Whom an appointment is for: what they need, who comes with them, and when they are elsewhere. */

/** Whom a row of an appointment, or of those who wait for one, is about. */
export const aboutOf = ({ about_kind, about_id }: { about_kind: string; about_id: string }): AppointmentAbout => ({
  kind: about_kind as AppointmentAbout['kind'],
  id: about_id,
})

export interface Needs {
  /** The language of interpretation, where one is needed. */
  readonly language?: string
  readonly dialect?: string
  readonly accessible: boolean
  /** IANA zone of the province where the person lives. */
  readonly zone?: string
  /** The officer of the case. */
  readonly officer?: string
}

/** What was told of the person's language and of what they need. */
export function needsOf(reader: Reader, about: AppointmentAbout): Needs {
  if (about.kind === 'confirmation') return ofConfirmation(reader, about.id)
  const known = valuesOf(fieldsOf(reader, { kind: 'claim', id: about.id })) as ClaimValues
  const row = reader.first(query.selectFrom('claim').select('owner').where('id', '=', about.id))
  const needed = known.interpreterNeeded === true && known.spokenLanguage !== undefined
  return {
    ...(needed ? { language: known.spokenLanguage } : {}),
    ...(needed && known.dialect ? { dialect: known.dialect } : {}),
    accessible: known.accessibilityNeeded === true || known.accessibilityNeeds !== undefined,
    ...(known.addressProvince ? { zone: zones[known.addressProvince] } : {}),
    ...(row ? { officer: row.owner } : {}),
  }
}

/** Of a confirmation, nothing is asked but where the person lives. */
function ofConfirmation(reader: Reader, id: string): Needs {
  const person = findConfirmation(reader, id)
  const province = person.ok ? cardAddress(person.value.facts)?.province : undefined
  const zone = province && Object.hasOwn(zones, province) ? zones[province as keyof typeof zones] : undefined
  return { accessible: false, ...(zone ? { zone } : {}) }
}

/** Where most of the people of a province set their clocks. */
const zones: Readonly<Record<NonNullable<ClaimValues['addressProvince']>, string>> = {
  AB: 'America/Edmonton',
  BC: 'America/Vancouver',
  MB: 'America/Winnipeg',
  NB: 'America/Moncton',
  NL: 'America/St_Johns',
  NS: 'America/Halifax',
  NT: 'America/Edmonton',
  NU: 'America/Iqaluit',
  ON: 'America/Toronto',
  PE: 'America/Halifax',
  QC: 'America/Toronto',
  SK: 'America/Regina',
  YT: 'America/Whitehorse',
}

export interface Who {
  readonly name: string
  readonly applicationNumber?: string
  /** Why an officer wants to see somebody whose residence is to be confirmed. */
  readonly reason?: InterviewReason
}

/** Names of those that appointments are for, by their id. */
export function namesOf(reader: Reader, about: readonly AppointmentAbout[]): (id: string) => Who {
  const ids = (kind: AppointmentAbout['kind']) => [
    ...new Set(about.filter((each) => each.kind === kind).map(({ id }) => id)),
  ]
  const found = new Map([...claimants(reader, ids('claim')), ...confirming(reader, ids('confirmation'))])
  return (id) => found.get(id) ?? { name: '–' }
}

function claimants(reader: Reader, ids: readonly string[]): (readonly [string, Who])[] {
  if (ids.length === 0) return []
  return reader
    .all(
      query
        .selectFrom('claim')
        .innerJoin('person', 'person.n', 'claim.person_n')
        .select(['claim.id', 'application_number', 'family_name', 'given_names'])
        .where('claim.id', 'in', ids),
    )
    .map((row) => {
      const name = nameLine({ familyName: row.family_name ?? undefined, givenNames: row.given_names ?? undefined })
      return [
        row.id,
        { name: name || groupSerial(row.application_number), applicationNumber: row.application_number },
      ] as const
    })
}

function confirming(reader: Reader, ids: readonly string[]): (readonly [string, Who])[] {
  if (ids.length === 0) return []
  return reader
    .all(query.selectFrom('confirmation').selectAll().where('id', 'in', ids))
    .map(confirmationOf)
    .map(({ id, facts: { identity, interview } }) => [
      id,
      {
        name: nameLine(identity),
        applicationNumber: identity.applicationNumber,
        ...(interview.why ? { reason: interview.why } : {}),
      },
    ])
}

/** The family of somebody who is called, where they have one. */
export function familyOfCalled(reader: Reader, { kind, id }: AppointmentAbout): string | undefined {
  if (kind === 'claim') return membershipOf(reader, id)?.family
  return reader.first(query.selectFrom('confirmation').select('family').where('id', '=', id))?.family
}

/** Those of the person's family who wait for the same, this one first; the person alone where nobody else does. */
export function waitingTogether(reader: Reader, about: AppointmentAbout, kind: AppointmentKind): AppointmentAbout[] {
  const family = familyOfCalled(reader, about)
  if (!family) return [about]
  const members =
    about.kind === 'claim'
      ? membersOf(reader, family).map(({ claim }) => claim)
      : familyOf(reader, family).map(({ id }) => id)
  const waiting = new Set(
    reader
      .all(query.selectFrom('to_schedule').select('about_id').where('about_id', 'in', members).where('kind', '=', kind))
      .map(({ about_id }) => about_id),
  )
  const others = members.filter((member) => member !== about.id && waiting.has(member))
  return [about, ...others.map((id) => ({ kind: about.kind, id }))]
}

/** When these people are elsewhere, but for one appointment. */
export function personHolds(reader: Reader, people: readonly AppointmentAbout[], except?: string): Hold[] {
  const ids = people.map(({ id }) => id)
  return reader
    .all(
      query
        .selectFrom('appointment_hold')
        .innerJoin('appointment', 'appointment.id', 'appointment_hold.appointment')
        .select(['appointment.id', 'appointment_hold.date', 'appointment_hold.minute', 'appointment_hold.minutes'])
        .where('about_id', 'in', ids),
    )
    .filter(({ id }) => id !== except)
    .map(({ date, minute, minutes }) => ({ date, from: minute, to: minute + minutes, resources: [person] }))
}
