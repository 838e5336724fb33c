import { expect, test } from 'vitest'
import { lettersDue, lettersFile, lettersOfDay, postReminders } from '../../../src/main/casework/reminder-letters.ts'
import { remindOfDeadlines } from '../../../src/main/casework/reminders.ts'
import { meetDeadline } from '../../../src/main/claims/received.ts'
import { claimTimeline } from '../../../src/main/claims/timeline.ts'
import { paperDrawing } from '../../../src/main/documents/drawing/paper-drawing.ts'
import { loadFonts } from '../../../src/main/documents/load-fonts.ts'
import { pageCount, pageText } from '../../../src/main/documents/page-picture.ts'
import type { PaperTools } from '../../../src/main/documents/rendering.ts'
import { mailReturned, messagesOf, reachedAgain } from '../../../src/main/portal/messages.ts'
import { currentVersion } from '../../../src/main/store/migrations.ts'
import type { PostedReminders } from '../../../src/shared/contract/views.ts'
import { deadlineName } from '../../../src/shared/domain/timeline/casework.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { addDays } from '../../../src/shared/rules/dates.ts'
import { fileAt } from '../../support/store-file.ts'
import { newClaim, type Office, setClaim } from '../claims/support.ts'
import { caseworkOffice } from './support.ts'

/** Reminders of limits by post, as PDF from the real fonts, to people who have no account at the portal. */

const day = 86_400_000
const rule = 'medical.exam'
const drawing = paperDrawing({ assetsDir: 'assets' })
const fonts = loadFonts('assets')
const toolsOf = (office: Office) => ({ ...office.tools, specimen: false, fonts, drawing })
const dayOf = (office: Office, ahead = 0) =>
  addDays(new Date(office.store.clock.now()).toISOString().slice(0, 10), ahead)
const address = { addressLine: '12 rue Jarry', addressCity: 'Montréal', addressPostalCode: 'H2P 1S1' }

/** A claim taken in at the counter with a limit so many days ahead. */
function limited(office: Office, familyName: string, ahead: number, claim: object = address): string {
  const { claimId } = newClaim(office, { familyName, givenNames: 'Rana' })
  unwrap(setClaim(office, claimId, { officialLanguage: 'fr', ...claim }))
  const deadline = {
    ...{ rule, due: dayOf(office, ahead), trigger: dayOf(office), source: 'PRACTICE' },
    ...{ label: deadlineName(rule), citation: { en: 'practice', fr: 'pratique' } },
  }
  unwrap(
    office.store.transact({ actor: office.officer.id }, (tx) => {
      const body = { deadline, reason: 'for the test' }
      tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.deadline_set', body })
      return ok(null)
    }),
  )
  return claimId
}

/** Every letter that is due, and the file of the day. */
async function post(office: Office, tools: PaperTools = toolsOf(office)) {
  const refused: PostedReminders['refused'][number][] = []
  for (let after: string | undefined; ; ) {
    const round = unwrap(await postReminders(tools, office.officer, after))
    refused.push(...round.refused)
    if (!round.next) break
    after = round.next
  }
  return { refused, ...unwrap(await lettersFile(office.tools, 0)) }
}
const sent = (office: Office, claimId: string) => unwrap(messagesOf(office.tools, claimId)).messages
const textOf = async (pdf: Uint8Array | undefined, page = 0) =>
  (await pageText(pdf ?? new Uint8Array(), page)).replace(/\s+/g, ' ')

test('a limit that comes near is a letter in the person’s language, once a rung, and the same file all day', async () => {
  const office = caseworkOffice()
  const claimId = limited(office, 'Haddad', 2)
  // Nobody reads a message that waits in no account.
  expect(unwrap(remindOfDeadlines(office.tools, office.store.identity()?.device ?? ''))).toBe(0)
  const due = dayOf(office, 2)
  expect(lettersDue(office.tools)).toMatchObject([{ claimId, rule, due, passed: false, familyName: 'Haddad' }])
  const batch = await post(office)
  expect(batch).toMatchObject({ count: 1, refused: [] })
  const said = await textOf(batch.pdf)
  for (const part of ['Rappel', '12 rue Jarry, Montréal', 'Examen médical', due, 'Comment répondre', 'HADDAD'])
    expect(said).toContain(part)
  expect(said).not.toContain('Reminder')
  expect(lettersDue(office.tools)).toEqual([])
  expect(sent(office, claimId)).toMatchObject([
    {
      byPost: true,
      language: 'fr',
      files: [{ here: true }],
      service: { served: true, how: 'sent', on: dayOf(office) },
    },
  ])
  expect(unwrap(claimTimeline(office.tools, claimId))[0]?.text.fr).toMatch(/^Lettre par la poste/)
  const again = await post(office)
  expect(Buffer.compare(Buffer.from(again.pdf ?? []), Buffer.from(batch.pdf ?? []))).toBe(0)
  expect(sent(office, claimId)).toHaveLength(1)

  // Once it has passed, one more.
  office.store.clock.advance(4 * day)
  expect(lettersDue(office.tools)).toMatchObject([{ claimId, passed: true }])
  expect(await textOf((await post(office)).pdf)).toContain('Non reçu')
  office.store.clock.advance(day)
  expect(unwrap(await postReminders(toolsOf(office), office.officer))).toEqual({ made: 0, refused: [] })
  expect(await lettersFile(office.tools, 0)).toEqual(fail('casework.no_letters'))
  const live = office.store.dumpProjections()
  unwrap(await office.store.rebuild())
  expect(office.store.dumpProjections()).toEqual(live)
})

test('a letter that came back serves nobody, and none goes out until the person is reached', async () => {
  const office = caseworkOffice()
  const claimId = limited(office, 'Haddad', 2)
  await post(office)
  unwrap(mailReturned(office.tools, office.officer, claimId))
  expect(sent(office, claimId)).toMatchObject([{ service: { served: false } }])
  const other = limited(office, 'Nasr', 2)
  unwrap(mailReturned(office.tools, office.officer, other))
  expect(lettersDue(office.tools)).toEqual([])
  unwrap(reachedAgain(office.tools, office.officer, other, 'at the counter'))
  expect(lettersDue(office.tools)).toMatchObject([{ claimId: other }])
  unwrap(meetDeadline(office.tools, office.officer, other, { rule, on: dayOf(office) }))
  expect(lettersDue(office.tools)).toEqual([])
})

test('one without an address, and one that cannot be drawn, are named with what to do; the others go', async () => {
  const office = caseworkOffice()
  const [nowhere, drawn] = [limited(office, 'Aziz', 2, {}), limited(office, 'Haddad', 2)]
  const failed = limited(office, 'Nasr', 2)
  const failing = {
    ...toolsOf(office),
    drawing: {
      draw: (task: Parameters<typeof drawing.draw>[0]) =>
        JSON.stringify(task.paper.data).includes('Nasr')
          ? Promise.resolve(fail('documents.page_full'))
          : drawing.draw(task),
    },
  }
  const batch = await post(office, failing)
  expect(await pageCount(batch.pdf ?? new Uint8Array())).toBe(1)
  expect(batch.refused).toHaveLength(2)
  expect(batch.refused).toEqual(
    expect.arrayContaining([
      { claimId: nowhere, name: 'AZIZ, Rana', failure: expect.objectContaining({ code: 'casework.no_address' }) },
      { claimId: failed, name: 'NASR, Rana', failure: expect.objectContaining({ code: 'documents.page_full' }) },
    ]),
  )
  expect(sent(office, drawn)).toHaveLength(1)
  expect(
    lettersDue(office.tools)
      .map(({ claimId }) => claimId)
      .sort(),
  ).toEqual([nowhere, failed].sort())
  unwrap(setClaim(office, nowhere, address))
  expect((await post(office)).count).toBe(3)
})

test('one round makes them all, some with each call, past those that cannot be made; two files beyond two hundred', async () => {
  const office = caseworkOffice()
  const many = 205
  // Whoever has no address is due first, and stays so.
  for (let at = 0; at < 25; at++) limited(office, 'Aziz', 1, {})
  for (let at = 0; at < many; at++) limited(office, 'Haddad', 2)
  // One page stands for all: how letters are drawn is tested above.
  let page: ReturnType<typeof drawing.draw> | undefined
  const draw = (task: Parameters<typeof drawing.draw>[0]) => {
    page ??= drawing.draw(task)
    return page
  }
  const tools = { ...toolsOf(office), drawing: { draw } }
  const rounds = []
  for (let after: string | undefined; ; ) {
    const round = unwrap(await postReminders(tools, office.officer, after))
    rounds.push(round.made + round.refused.length)
    if (!round.next) break
    after = round.next
  }
  expect(rounds).toEqual([...Array(11).fill(20), 10])
  expect(lettersDue(office.tools)).toHaveLength(25)
  const first = unwrap(await lettersFile(office.tools, 0))
  expect(first).toMatchObject({ count: 200, next: 200 })
  expect(unwrap(await lettersFile(office.tools, 200))).toEqual({ count: 5, pdf: expect.any(Uint8Array) })
  expect(await pageCount(first.pdf)).toBe(200)
}, 60_000)

test('the letters of a day are read along an index of theirs', () => {
  const { sql, parameters } = lettersOfDay('2026-11-27', 0).compile()
  const plan = fileAt(currentVersion)
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
  expect(plan.map(({ detail }) => detail).join('; ')).toBe('SEARCH message USING INDEX message_posted (sent_on=?)')
})
