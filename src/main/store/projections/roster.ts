import { query } from '../query.ts'
import { projection } from './projection.ts'

/** Rooms, interpreters, officers' hours, and days on which the office differs from the calendar. */
export const rosterProjection = projection({
  name: 'roster',
  tables: ['room', 'interpreter', 'officer_hours', 'office_day'],
  on: {
    'room.set': ({ subject, position: n }, { name, place, accessible, hours, away, active }, tx) => {
      const row = { name, place, accessible: accessible ? 1 : 0, ...whenOf({ hours, away, active }) }
      tx.run(
        query
          .insertInto('room')
          .values({ n, id: subject.id, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
      )
    },
    'interpreter.set': ({ subject, position: n }, { name, languages, hours, away, active }, tx) => {
      const row = { name, languages: JSON.stringify(languages), ...whenOf({ hours, away, active }) }
      tx.run(
        query
          .insertInto('interpreter')
          .values({ n, id: subject.id, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
      )
    },
    'officer.hours_set': ({ subject }, { hours, away }, tx) => {
      const row = { hours: JSON.stringify(hours), away: JSON.stringify(away) }
      tx.run(
        query
          .insertInto('officer_hours')
          .values({ officer: subject.id, ...row })
          .onConflict((conflict) => conflict.column('officer').doUpdateSet(row)),
      )
    },
    'office.day_set': (_event, { date, open, name }, tx) => {
      if (open === null) {
        tx.run(query.deleteFrom('office_day').where('date', '=', date))
        return
      }
      const row = { open: open ? 1 : 0, name_en: name?.en ?? null, name_fr: name?.fr ?? null }
      tx.run(
        query
          .insertInto('office_day')
          .values({ date, ...row })
          .onConflict((conflict) => conflict.column('date').doUpdateSet(row)),
      )
    },
  },
})

const whenOf = ({ hours, away, active }: { hours: object; away: object; active: boolean }) => ({
  hours: JSON.stringify(hours),
  away: JSON.stringify(away),
  active: active ? 1 : 0,
})
