import { spawn } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { buildProgram } from '../../support/child.ts'
import { filledClaim } from '../../support/claims.ts'
import { openTestDesk } from '../../support/desk.ts'
import { administratorDesk, seatBorderOfficer } from '../../support/set-up.ts'
import { tempFolder } from '../../support/store.ts'
import type { PrintingInput } from './printing-child.ts'

/** Plays a batch of notices on copies of one desk whose process is killed, while the printer and its tray live on. */
export interface PrintShop {
  /** Plays the batch to its end; gives how many moments it has at which the process could have died. */
  moments(): Promise<number>
  /** Kills the process at these moments, one run after the other on the same desk, then lets it end; looks at all that is left. */
  killAt(deaths: readonly number[]): Promise<void>
  remove(): void
}

const papers = 3

export async function openPrintShop(): Promise<PrintShop> {
  const program = await buildProgram('test/integration/crash/printing-child.ts')
  const { folder, remove } = tempFolder()
  const template = join(folder, 'desk')
  const documentIds = await makeNotices(template)

  async function play(deaths: readonly number[]): Promise<number> {
    const copy = tempFolder()
    const dataDir = join(copy.folder, 'desk')
    cpSync(template, dataDir, { recursive: true })
    const tray: string[] = []
    let add = documentIds
    for (const death of [...deaths, null]) {
      const where = `killed at ${deaths.join(', ')}, run to ${death ?? 'the end'}`
      const run = await runChild(program, { dataDir, tray, add, death })
      const before = expectHonest(run.said('shown'), tray, where)
      tray.push(...run.said('out').map(([number = '']) => number))
      // A queue that was never noted is filled again: papers that are in it already are passed over.
      if (before > 0) add = []
      if (!run.output.includes('ended')) {
        expect([death, run.signal], `${where}: ${run.errors}`).toEqual([death, 'SIGKILL'])
        continue
      }
      expectAllOnce(run.said('shown').slice(-papers), tray, where)
      copy.remove()
      return Number(run.said('moments')[0]?.[0])
    }
    throw new Error('The batch did not end')
  }
  return {
    remove,
    moments: () => play([]),
    killAt: async (deaths) => void (await play(deaths)),
  }
}

type Shown = readonly (readonly string[])[]

/** What an officer is shown of a desk that died: what lies in the tray neither waits nor is missed. Gives how many papers. */
function expectHonest(shown: Shown, tray: readonly string[], where: string): number {
  const first = shown.slice(0, papers)
  for (const [number = '', state] of first) {
    if (state === 'waiting') expect(tray, `${where}: would be printed twice`).not.toContain(number)
    if (state === 'sent') expect(tray, `${where}: taken for printed`).toContain(number)
    expect(['waiting', 'sent', 'unsure'], where).toContain(state)
  }
  expect(first.filter(([, state]) => state === 'unsure').length, where).toBeLessThanOrEqual(1)
  return first.length
}

function expectAllOnce(shown: Shown, tray: readonly string[], where: string): void {
  expect(
    shown.map(([, state]) => state),
    where,
  ).toEqual(Array(papers).fill('sent'))
  expect(tray.toSorted(), where).toEqual(shown.map(([number = '']) => number).toSorted())
}

/** A desk at which so many notices are issued and none is printed. Leaves it closed. */
async function makeNotices(dataDir: string): Promise<string[]> {
  mkdirSync(dataDir)
  const { test } = await administratorDesk(await openTestDesk({ dataDir }))
  await seatBorderOfficer(test)
  const interview = { date: '2026-12-14', time: '09:30', minutes: 90, place: 'Etobicoke' }
  const ids: string[] = []
  for (let at = 0; at < papers; at++) {
    const { claimId } = await filledClaim(test, ['One', 'Two', 'Three'][at] ?? '')
    await test.desk.claims.recordAct({ claimId, act: { interview }, bases: [] })
    const [paper] = (await test.desk.documents.issue({ claimId, kind: 'interview' })).documents
    ids.push(paper?.documentId ?? '')
  }
  await test.close()
  return ids
}

function runChild(program: string, input: PrintingInput) {
  return new Promise<{
    signal: string | null
    errors: string
    output: string[]
    said: (word: string) => string[][]
  }>((done) => {
    const child = spawn(process.execPath, [program, JSON.stringify(input)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let [text, errors] = ['', '']
    child.stdout.on('data', (chunk) => {
      text += chunk
    })
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('close', (_, signal) => {
      const output = text.split('\n')
      const said = (word: string) =>
        output.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1).split(' ')] : []))
      done({ signal, errors, output, said })
    })
  })
}
