import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { commandAt } from '../../support/central-command.ts'
import { twoDesksOf, type WireDesk } from '../../support/central-desk.ts'

/** What the central withholds is listed, read and answered for by a person, and reaches no desk meanwhile or after. */

let central: TestCentral
let desk: WireDesk
let other: WireDesk
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())
beforeEach(async () => {
  ;[desk, other] = await twoDesksOf(central)
})

const quarantine = (...words: string[]) => commandAt(central, 'quarantine', ...words)

/** Something that an officer whom nobody enrolled wrote of a claim. */
async function withheldOf(claim: string): Promise<string> {
  const said = { rule: 'zyxwvut', on: '2026-11-20' as never }
  desk.add('claim.deadline_met', said, { actor: v7(), subject: { kind: 'claim', id: claim } })
  expect((await desk.push(central)).verdicts.at(-1)).toMatchObject({ verdict: 'quarantined' })
  return desk.chain.at(-1)?.id ?? ''
}

test('what is withheld is listed without a word of it, shown whole, and listed no more once somebody answered for it', async () => {
  const claim = v7()
  const event = await withheldOf(claim)
  const { out } = await quarantine('list', '--office', 'lacolle-15')
  const [line, ...more] = out
    .join('\n')
    .split('\n')
    .filter((one) => one.startsWith(event))
  expect(more).toEqual([])
  for (const word of ['sync.unknown_actor', 'lacolle-15', desk.device, 'claim.deadline_met', `claim/${claim}`])
    expect(line).toContain(word)
  expect(line).not.toContain('zyxwvut')
  expect((await quarantine('list', '--office', 'inland-montreal')).out.join()).not.toContain(event)
  expect(JSON.parse((await quarantine('show', event)).out.join('\n'))).toEqual({ rule: 'zyxwvut', on: '2026-11-20' })

  const looked = ['looked', event, '--by', 'A. Supervisor', '--outcome', 'done again by an officer']
  expect((await quarantine(...looked)).status).toBe(0)
  expect((await quarantine('list')).out.join()).not.toContain(event)
  expect((await quarantine(...looked)).status).toBe(1)
  // Whoever comes later still sees what it was; no desk ever does.
  expect((await quarantine('show', event)).status).toBe(0)
  const { events } = await other.pull(central)
  expect(events.find((placed) => placed.event?.id === event)?.event?.body).toBeNull()
})

test('what is not there is said in both languages, and nothing is shown of it', async () => {
  for (const words of [
    ['show', v7()],
    ['show', 'nonsense'],
    ['looked', v7(), '--by', 'A', '--outcome', 'B'],
  ]) {
    const { status, out, err } = await quarantine(...words)
    expect([status, out.join('')]).toEqual([1, ''])
    expect(err.join()).toMatch(/No such event.*Aucun événement/s)
  }
})

test('of a subject that was erased nothing can be shown any more', async () => {
  const claim = v7()
  const event = await withheldOf(claim)
  desk.add(
    'claim.erased',
    { law: 'retention of the test' },
    { actor: desk.device, subject: { kind: 'claim', id: claim } },
  )
  expect((await desk.push(central)).verdicts.at(-1)).toMatchObject({ verdict: 'ok' })
  expect((await quarantine('list')).out.join()).toContain(event)
  const { status, out, err } = await quarantine('show', event)
  expect([status, out.join('')]).toEqual([1, ''])
  expect(err.join()).toContain('erased')
})
