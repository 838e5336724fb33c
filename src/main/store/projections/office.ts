import { query } from '../query.ts'
import { projection } from './projection.ts'

/** The office, its settings and its officers. */
export const officeProjection = projection({
  name: 'office',
  tables: ['office', 'setting', 'officer'],
  on: {
    'office.founded': ({ subject }, { name, code, zone }, tx) => {
      const row = { name_en: name.en, name_fr: name.fr, code, zone }
      tx.run(
        query
          .insertInto('office')
          .values({ id: subject.id, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
      )
    },
    'policy.set': (_event, { settings }, tx) => {
      for (const [name, json] of Object.entries(settings)) {
        const value = JSON.stringify(json)
        tx.run(
          query
            .insertInto('setting')
            .values({ name, value })
            .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
        )
      }
    },
    'officer.enrolled': ({ subject, device }, officer, tx) => {
      // User names are given by each desk for itself; whoever signs in is found by the key slot, never by this name.
      const taken = tx.first(query.selectFrom('officer').select('id').where('user_name', '=', officer.userName))
      tx.run(
        query.insertInto('officer').values({
          id: subject.id,
          user_name: taken ? `${officer.userName}@${device.slice(0, 8)}` : officer.userName,
          display_name: officer.displayName,
          roles: JSON.stringify(officer.roles),
          jurisdiction: officer.jurisdiction,
        }),
      )
    },
    'officer.roles_set': ({ subject }, { roles }, tx) => {
      tx.run(
        query
          .updateTable('officer')
          .set({ roles: JSON.stringify(roles) })
          .where('id', '=', subject.id),
      )
    },
    'officer.badge_set': ({ subject }, { badge }, tx) => {
      tx.run(query.updateTable('officer').set({ badge }).where('id', '=', subject.id))
    },
    'officer.disabled': ({ subject }, _body, tx) => {
      tx.run(query.updateTable('officer').set({ disabled: 1, badge: null }).where('id', '=', subject.id))
    },
  },
})
