import type { RosterView } from '../../shared/contract/views.ts'
import type { Absence, Spoken, WeeklyHours } from '../../shared/domain/appointments.ts'
import type { Bilingual } from '../../shared/language.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { addDays, holidays } from '../../shared/rules/index.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import { officersWithHours, whenOf } from './office.ts'

/** Rooms, interpreters, officers' hours and the office's own days: what an administrator or supervisor sets. */

interface When {
  readonly hours: WeeklyHours
  readonly away: readonly Absence[]
}

export function setRoom(
  { store }: Tools,
  officer: Officer,
  {
    roomId,
    ...room
  }: When & { roomId?: Uuid | undefined; name: string; place: string; accessible: boolean; active: boolean },
): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    if (roomId && !tx.first(query.selectFrom('room').select('id').where('id', '=', roomId)))
      return fail('desk.not_found')
    const body = { office: officeOf(tx).id, ...room }
    tx.append({ subject: { kind: 'room', id: roomId ?? tx.newId() }, type: 'room.set', body })
    return ok(null)
  })
}

export function setInterpreter(
  { store }: Tools,
  officer: Officer,
  {
    interpreterId,
    ...interpreter
  }: When & { interpreterId?: Uuid | undefined; name: string; languages: readonly Spoken[]; active: boolean },
): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    if (interpreterId && !tx.first(query.selectFrom('interpreter').select('id').where('id', '=', interpreterId)))
      return fail('desk.not_found')
    const body = { office: officeOf(tx).id, ...interpreter }
    tx.append({ subject: { kind: 'interpreter', id: interpreterId ?? tx.newId() }, type: 'interpreter.set', body })
    return ok(null)
  })
}

export function setOfficerHours(
  { store }: Tools,
  officer: Officer,
  { officerId, ...body }: When & { officerId: Uuid },
): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    if (!officersWithHours(tx).some(({ id }) => id === officerId)) return fail('desk.not_found')
    tx.append({ subject: { kind: 'officer', id: officerId }, type: 'officer.hours_set', body })
    return ok(null)
  })
}

export function setOfficeDay(
  { store }: Tools,
  officer: Officer,
  { date, open, name }: { date: string; open: boolean | null; name?: Bilingual | undefined },
): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    const body = { date, open, ...(name ? { name } : {}) }
    tx.append({ subject: { kind: 'office', id: officeOf(tx).id }, type: 'office.day_set', body })
    return ok(null)
  })
}

export function rosterView(tools: Tools): RosterView {
  const { store } = tools
  const rooms = store.all(query.selectFrom('room').selectAll().orderBy('n'))
  const interpreters = store.all(query.selectFrom('interpreter').selectAll().orderBy('n'))
  return {
    rooms: rooms.map(({ id, name, place, accessible, active, ...when }) => ({
      ...{ id, name, place, accessible: accessible === 1, active: active === 1 },
      ...whenOf(when),
    })),
    interpreters: interpreters.map(({ id, name, languages, active, ...when }) => ({
      ...{ id, name, languages: JSON.parse(languages) as Spoken[], active: active === 1 },
      ...whenOf(when),
    })),
    officers: officersWithHours(store),
    days: daysFrom(tools),
  }
}

/** Federal holidays of the next year and the office's own days, by date. */
function daysFrom(tools: Tools): RosterView['days'] {
  const from = today(tools)
  const to = addDays(from, 366)
  const own = tools.store.all(query.selectFrom('office_day').selectAll().where('date', '>=', from).orderBy('date'))
  const chosen = own.map(({ date, open, name_en, name_fr }) => ({
    date,
    open: open === 1,
    own: true,
    ...(name_en && name_fr ? { name: { en: name_en, fr: name_fr } } : {}),
  }))
  const year = Number(from.slice(0, 4))
  const federal = [year, year + 1]
    .flatMap((each) => holidays(each, 'office'))
    .filter(({ date }) => from <= date && date <= to && !own.some((day) => day.date === date))
    .map(({ date, name }) => ({ date, name, open: false, own: false }))
  return [...chosen, ...federal].sort((a, b) => a.date.localeCompare(b.date))
}
