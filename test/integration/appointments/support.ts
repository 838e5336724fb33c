import { bookAppointment } from '../../../src/main/appointments/book.ts'
import { setInterpreter, setRoom } from '../../../src/main/appointments/roster.ts'
import { decideClaim } from '../../../src/main/claims/decisions.ts'
import { query } from '../../../src/main/store/query.ts'
import type { Slot, WeeklyHours } from '../../../src/shared/domain/appointments.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, setClaim } from '../claims/support.ts'

export const weekdays: WeeklyHours = Object.fromEntries(
  ['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '08:30', to: '16:30' }]]),
)
const when = { hours: weekdays, away: [] }

/** Gives the officer of the office a role that conducts interviews. */
export function atTheCounter({ store, officer: { id } }: Office, role = 'border_officer'): void {
  const body = { roles: [role] }
  unwrap(
    store.transact({ actor: id }, (tx) => {
      tx.append({ subject: { kind: 'officer', id }, type: 'officer.roles_set', body })
      return ok(null)
    }),
  )
}

/** Rooms and an interpreter of Arabic; gives their ids. */
export function furnish({ tools, officer }: Office, rooms = 1): { rooms: string[]; interpreter: string } {
  for (let i = 1; i <= rooms; i++)
    unwrap(
      setRoom(tools, officer, {
        name: `Room ${i}`,
        place: `Room ${i}, 1 Main`,
        accessible: i === 1,
        active: true,
        ...when,
      }),
    )
  const languages = [{ language: 'ar', dialects: [] }]
  unwrap(setInterpreter(tools, officer, { name: 'Hala Nasser', languages, active: true, ...when }))
  return {
    rooms: tools.store.all(query.selectFrom('room').select('id').orderBy('n')).map(({ id }) => id),
    interpreter: tools.store.first(query.selectFrom('interpreter').select('id'))?.id ?? '',
  }
}

/** A claim that was acknowledged: its person is to return for an interview. */
export function toReturn(office: Office, familyName: string, fields: Record<string, unknown> = {}): string {
  const { claimId } = newClaim(office, { familyName, givenNames: 'Sami' })
  if (Object.keys(fields).length > 0) unwrap(setClaim(office, claimId, fields))
  unwrap(decideClaim(office.tools, office.officer, claimId, { outcome: 'undecided', reason: 'no interpreter' }))
  return claimId
}

export const interviewOf = (claimId: string) =>
  ({ about: { kind: 'claim', id: claimId }, kind: 'eligibility_interview' }) as const

export const slotAt = (office: Office, date: string, time: string, more: Partial<Slot> = {}): Slot => ({
  date,
  time,
  minutes: 60,
  mode: 'in_person',
  officer: office.officer.id,
  room: null,
  interpreter: null,
  place: '1 Main',
  ...more,
})

export const book = (office: Office, claimId: string, slot: Slot) =>
  bookAppointment(office.tools, office.officer, { ...interviewOf(claimId), slot })
