import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openFile } from '../../../src/main/store/file.ts'
import { migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { tempFolder, testKey } from '../../support/store.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

test('0008-the-pack keeps papers of before as they were: about nothing more, printed as they are, not signed', () => {
  const { folder, remove } = tempFolder()
  const sqlite = openFile(join(folder, 'desk.db'), testKey, { create: true })
  closing.push(() => {
    sqlite.close()
    remove()
  })
  migrate(sqlite, (_, fn) => fn(), 7)
  sqlite.exec(`INSERT INTO document (id, claim, person, kind, number, state, issue_date, pdf, findings, reserved_ms)
    VALUES ('d', 'c', 'p', 'RPID', 'R000000001', 'confirmed', '2026-11-23', 'x', '[]', 1)`)
  const paper = () => sqlite.prepare("SELECT * FROM document WHERE id = 'd'").get() as object
  const before = paper()
  migrate(sqlite, (_, fn) => fn(), 8)
  expect(versionOf(sqlite)).toBe(8)
  expect(paper()).toEqual({ ...before, about: null, not_printed: null, signed: '[]' })
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  // Papers are found by their claim, as before: no new index.
  const plan = sqlite
    .prepare<unknown[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT about FROM document WHERE claim = 'c' AND kind = 'seizure'",
    )
    .all()
  expect(plan.map(({ detail }) => detail).join('; ')).toContain('document_claim')
})
