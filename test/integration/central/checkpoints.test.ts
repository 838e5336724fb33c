import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { commandAt } from '../../support/central-command.ts'
import { twoDesksOf, type WireDesk } from '../../support/central-desk.ts'

/** A checkpoint that was kept elsewhere shows what was changed behind the service's back. */

let central: TestCentral
let desk: WireDesk
beforeAll(async () => {
  central = await startTestCentral()
  ;[desk] = await twoDesksOf(central)
  await desk.push(central)
})
afterAll(() => central.remove())

const command = (...words: string[]) => commandAt(central, ...words)
const file = (text: string) => {
  const path = join(central.folder, `${v7()}.jsonl`)
  writeFileSync(path, text)
  return path
}
const shown = async () => (await command('checkpoint-show')).out.join('\n')

test('what was signed stands as long as nothing before it was touched, also after more was written', async () => {
  await command('checkpoint')
  const kept = file(await shown())
  desk.add('officer.enrolled', { userName: 'x', displayName: 'X', roles: [], jurisdiction: 'office' })
  await desk.push(central)
  const { status, out } = await command('checkpoint-check', kept)
  expect(status).toBe(0)
  expect(
    out
      .join('\n')
      .split('\n')
      .filter((line) => line.includes(desk.stream)),
  ).toEqual([expect.stringMatching(/^stands {2}/)])
})

test('a hash that was rewritten in the database is found, though a newer checkpoint was signed over it', async () => {
  await command('checkpoint')
  const kept = file(await shown())
  const { db } = central.services.database
  await sql`UPDATE event SET hash = decode(repeat('ab', 32), 'hex') WHERE stream = ${desk.stream} AND pos = 1`.execute(
    db,
  )
  await sql`DELETE FROM checkpoint WHERE stream = ${desk.stream}`.execute(db)
  await command('checkpoint')
  const { status, out, err } = await command('checkpoint-check', kept)
  expect(status).toBe(1)
  expect(out.join('\n')).toContain(`differs  ${desk.stream}`)
  expect(err.join('\n')).toMatch(/do not stand: 1.*ne tiennent pas/s)
})

test('what this service did not sign says nothing, and a file of something else is refused', async () => {
  const [line = ''] = (await shown()).split('\n').filter((one) => one.includes(desk.stream))
  const forged = { ...JSON.parse(line), signature: Buffer.alloc(64, 1).toString('base64') }
  expect((await command('checkpoint-check', file(JSON.stringify(forged)))).out.join()).toContain('unsigned')
  for (const text of ['', 'nonsense', `${line}\n{}`]) {
    const { status, err } = await command('checkpoint-check', file(text))
    expect([status, err.join()]).toEqual([1, expect.stringMatching(/Nothing was checked/)])
  }
})
