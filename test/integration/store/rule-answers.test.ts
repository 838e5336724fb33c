import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../src/main/store/open.ts'
import { createRuleAnswers } from '../../../src/main/store/rule-answers.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { tempFolder, testKey } from '../../support/store.ts'

test('a value that comes, is replaced or taken back takes the answers with it that rest on its subject, and no other', () => {
  const { folder, remove } = tempFolder()
  const { connection, unlock } = unwrap(
    openDatabase({ folder, key: testKey, mode: 'create', step: (_, fn) => fn(), keyIsRight: () => true }),
  )
  onTestFinished(() => {
    connection.close()
    unlock()
    remove()
  })
  const answers = createRuleAnswers(connection)
  const { sqlite } = connection
  for (const n of [1, 2, 3])
    sqlite.prepare("INSERT INTO subject (n, kind, id) VALUES (?, 'claim', ?)").run(n, Buffer.alloc(16, n))
  const keep = sqlite.prepare(
    `INSERT OR REPLACE INTO rule_answer (claim, claim_n, person_n, day, waits)
     VALUES ('of the claim', 1, 9, 'day', 1), ('of the person', 8, 1, 'day', 1), ('another', 2, 3, 'day', 0)`,
  )
  for (const change of [
    "INSERT INTO field_holder (subject, event, hlc_ms, hlc_counter, fields) VALUES (1, zeroblob(16), 1, 0, '[]')",
    'UPDATE field_holder SET fields = \'["phone"]\' WHERE subject = 1',
    'DELETE FROM field_holder WHERE subject = 1',
  ]) {
    keep.run()
    expect(answers.on('day').size).toBe(3)
    sqlite.exec(change)
    expect(answers.on('day'), change).toEqual(new Map([['another', false]]))
  }
})
