import { expect, test } from 'vitest'
import { migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { fileAt, plain } from '../../support/store-file.ts'

test('0020-confirmation-interviews puts whoever is to be interviewed into the queue of what is to be scheduled', () => {
  const sqlite = fileAt(19)
  const person = sqlite.prepare(`INSERT INTO confirmation
    (n, id, office, client_id, application_number, family, sort_name, step, facts, touched_ms)
    VALUES (?, ?, 'o', '1110000001', 'E1', 'f', 'haddad rana', ?, '{}', 7)`)
  person.run(1, 'required', 'interview_required')
  person.run(2, 'booked', 'interview_booked')
  migrate(sqlite, plain, 20)
  expect(versionOf(sqlite)).toBe(20)
  expect(sqlite.prepare('SELECT about_id, kind, since_ms, why FROM to_schedule').all()).toEqual([
    { about_id: 'required', kind: 'confirmation_interview', since_ms: 7, why: 'required' },
  ])
})
