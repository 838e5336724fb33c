import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Delivery } from '../../../src/main/ports/types.ts'
import type { PrintQueueView } from '../../../src/shared/contract/views.ts'
import { fail, ok, type Result } from '../../../src/shared/result.ts'
import { codeOf, filledClaim } from '../../support/claims.ts'
import { openTestDesk, type TestDesk, testPorts } from '../../support/desk.ts'
import { administratorDesk, seatBorderOfficer } from '../../support/set-up.ts'

/** A day's notices on a real desk, with a printer that does what the test says. */

const folder = mkdtempSync(join(tmpdir(), 'passerelle-queue-'))
let printers: readonly string[] = ['Test']
/** Of each sheet in turn; then every sheet is taken. */
let answers: (Result<Delivery> | Promise<Result<Delivery>>)[] = []
const printing = {
  listPrinters: async () => printers,
  async printPdf(): Promise<Result<Delivery>> {
    return answers.shift() ?? ok({ by: 'done' })
  },
}
const dataDir = join(folder, 'desk')
let test_: TestDesk

beforeAll(async () => {
  mkdirSync(dataDir)
  const { test: desk } = await administratorDesk(await openTestDesk({ dataDir, ports: { ...testPorts([]), printing } }))
  await seatBorderOfficer(desk)
  test_ = desk
}, 60_000)
afterAll(async () => {
  await test_.close()
  rmSync(folder, { recursive: true })
})

const interview = { date: '2026-12-14', time: '09:30', minutes: 90, place: 'Etobicoke' }

/** So many notices that are issued and wait to be printed. */
async function notices(...names: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const name of names) {
    const { claimId } = await filledClaim(test_, name)
    await test_.desk.claims.recordAct({ claimId, act: { interview }, bases: [] })
    const [paper] = (await test_.desk.documents.issue({ claimId, kind: 'interview' })).documents
    ids.push(paper?.documentId ?? '')
  }
  return ids
}
const shown = ({ jobs }: PrintQueueView) => jobs.map(({ familyName, state }) => `${familyName} ${state}`)
const view = () => test_.desk.printQueue.view()
const until = (...states: string[]) => vi.waitFor(async () => expect(shown(await view())).toEqual(states), 10_000)

describe('a day’s notices', () => {
  test('are printed one after the other; one that fails stops no other, and each is confirmed by its number', async () => {
    const { desk } = test_
    const documentIds = await notices('One', 'Two', 'Three')
    expect((await view()).left.map(({ documentId }) => documentId)).toEqual(documentIds)
    const queued = await desk.printQueue.add({ documentIds })
    expect([shown(queued), queued.left]).toEqual([['One waiting', 'Two waiting', 'Three waiting'], []])
    answers = [ok({ by: 'done' }), fail('host.print_failed', { reason: 'jam' })]
    await desk.printQueue.resume({})
    await until('One sent', 'Two failed', 'Three sent')
    expect((await view()).jobs[1]?.failure).toBe('host.print_failed')
    await desk.printQueue.settle({ documentIds: [documentIds[1] ?? ''], as: 'again' })
    await desk.printQueue.resume({})
    await until('One sent', 'Two sent', 'Three sent')
    const [first] = (await view()).jobs
    expect(await codeOf(desk.printQueue.confirm({ scanned: 'E999999999N1' }))).toBe('papers.scan_not_in_queue')
    expect(shown(await desk.printQueue.confirm({ scanned: first?.number ?? '' }))[0]).toBe('One confirmed')
    expect((await desk.claims.get({ claimId: first?.claimId ?? '' })).documents[0]?.state).toBe('confirmed')
  })

  test('pause after the sheet that is under way, and go on where they were', async () => {
    const { desk } = test_
    const documentIds = await notices('Four', 'Five')
    await desk.printQueue.add({ documentIds })
    const held = Promise.withResolvers<Result<Delivery>>()
    answers = [held.promise]
    await desk.printQueue.resume({})
    await until('Four printing', 'Five waiting')
    expect((await desk.printQueue.pause()).running).toBe(false)
    held.resolve(ok({ by: 'done' }))
    await until('Four sent', 'Five waiting')
    await desk.printQueue.resume({})
    await until('Four sent', 'Five sent')
  })

  test('go to the window as one file where the window prints, and an officer says whether they came out', async () => {
    const { desk } = test_
    const documentIds = await notices('Six', 'Seven')
    await desk.printQueue.add({ documentIds })
    printers = []
    answers = [ok({ by: 'window', address: '/paper/x' })]
    const handed = await desk.printQueue.resume({})
    printers = ['Test']
    expect(handed.delivery).toEqual({ by: 'window', address: '/paper/x' })
    expect(shown(handed)).toEqual(['Six unsure', 'Seven unsure'])
    const [six = '', seven = ''] = documentIds
    await desk.printQueue.settle({ documentIds: [six], as: 'printed' })
    expect(shown(await desk.printQueue.settle({ documentIds: [seven], as: 'again' }))).toEqual([
      'Six sent',
      'Seven waiting',
    ])
    await desk.printQueue.resume({})
    await until('Six sent', 'Seven sent')
  })
})
