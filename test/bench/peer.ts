import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { people } from '../../src/main/demo/people.ts'
import { openFile, prepareForWriting } from '../../src/main/store/file.ts'
import { today } from './fill.ts'
import { type Timing, timed } from './measure.ts'
import { demoPerson } from './samples.ts'

/** One row of a hundred bytes a commit, WAL and FULL, encrypted as the store is. */
export function bareCommits(runs: number): { perSecond: number; slowest: number; fastest: number } {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  const sqlite = openFile(join(folder, 'bare.db'), new Uint8Array(32).fill(1), { create: true })
  prepareForWriting(sqlite)
  sqlite.exec('CREATE TABLE row (n INTEGER PRIMARY KEY, body BLOB)')
  const insert = sqlite.prepare('INSERT INTO row (body) VALUES (zeroblob(100))')
  const rates = [1, 2, 3, 4, 5].map(() => {
    const started = performance.now()
    for (let i = 0; i < runs; i++) insert.run()
    return Math.round((runs / (performance.now() - started)) * 1000)
  })
  sqlite.close()
  rmSync(folder, { recursive: true, force: true })
  const [slowest = 0, , perSecond = 0, , fastest = 0] = rates.toSorted((a, b) => a - b)
  return { perSecond, slowest, fastest }
}

/** What most such programs do: one table, no encryption, LIKE '%x%'. */
export function naivePeer(cases: number): Record<string, Timing> {
  const sqlite = new Database(':memory:')
  sqlite.exec('CREATE TABLE claim (n INTEGER PRIMARY KEY, name TEXT, number TEXT, updated INTEGER)')
  const insert = sqlite.prepare('INSERT INTO claim VALUES (?, ?, ?, ?)')
  sqlite.transaction(() => {
    let n = 0
    for (const { person } of people(1, cases, today)) {
      const name = [person.familyName, person.givenNames, person.nativeName].filter(Boolean).join(' ')
      insert.run(n, name, `W${100_000_000 + n}`, n)
      n++
    }
  })()
  const like = sqlite.prepare('SELECT * FROM claim WHERE name LIKE ? ORDER BY updated DESC LIMIT 50')
  const number = sqlite.prepare('SELECT * FROM claim WHERE number LIKE ? LIMIT 50')
  const list = sqlite.prepare('SELECT * FROM claim ORDER BY updated DESC LIMIT 50 OFFSET ?')
  const some = Array.from({ length: 40 }, (_, i) => demoPerson(Math.floor((i * cases) / 40)))
  const word = (i: (typeof some)[number]) => i.person.familyName ?? 'x'
  const report = {
    list: timed(some, () => list.all(0)),
    'list, deep': timed(some, () => list.all(cases >> 1)),
    number: timed(some, ({ index }) => number.all(`%${100_000_000 + index}%`)),
    'prefix 3': timed(some, (one) => like.all(`${word(one).slice(0, 3)}%`)),
    'substring 4': timed(some, (one) => like.all(`%${word(one).slice(1, 5)}%`)),
    nothing: timed(some, (one) => like.all(`%zzq${word(one)}%`)),
  }
  sqlite.close()
  return report
}
