import type { AppointmentAbout, AppointmentKind } from '../../shared/domain/appointments.ts'
import type { ClaimValues } from '../../shared/domain/fields.ts'
import { groupSerial } from '../../shared/domain/numbers.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { type Hold, person } from '../../shared/rules/index.ts'
import { membershipOf, membersOf } from '../claims/family/members.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** Whom an appointment is for: what they need, who comes with them, and when they are elsewhere. */

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
  if (about.kind !== 'claim') return { accessible: false }
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
}

/** Names of those that appointments are for, by their id. */
export function namesOf(reader: Reader, ids: readonly string[]): (id: string) => Who {
  const rows =
    ids.length === 0
      ? []
      : reader.all(
          query
            .selectFrom('claim')
            .innerJoin('person', 'person.n', 'claim.person_n')
            .select(['claim.id', 'application_number', 'family_name', 'given_names'])
            .where('claim.id', 'in', [...new Set(ids)]),
        )
  const found = new Map(
    rows.map((row) => {
      const name = nameLine({ familyName: row.family_name ?? undefined, givenNames: row.given_names ?? undefined })
      return [
        row.id,
        { name: name || groupSerial(row.application_number), applicationNumber: row.application_number },
      ] as const
    }),
  )
  return (id) => found.get(id) ?? { name: '–' }
}

/** Those of the person's family who wait for the same, this one first; the person alone where nobody else does. */
export function waitingTogether(reader: Reader, about: AppointmentAbout, kind: AppointmentKind): AppointmentAbout[] {
  const family = about.kind === 'claim' ? membershipOf(reader, about.id)?.family : undefined
  if (!family) return [about]
  const members = membersOf(reader, family).map(({ claim }) => claim)
  const waiting = new Set(
    reader
      .all(query.selectFrom('to_schedule').select('about_id').where('about_id', 'in', members).where('kind', '=', kind))
      .map(({ about_id }) => about_id),
  )
  const others = members.filter((claim) => claim !== about.id && waiting.has(claim))
  return [about, ...others.map((id) => ({ kind: 'claim', id }) as const)]
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
