import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { startReadingEngine } from '../../../src/main/reading/engine.ts'
import { profiles } from '../../../src/shared/seal/profiles.ts'
import { referredClaim } from '../../support/claims.ts'
import { openTestDesk } from '../../support/desk.ts'
import { scanned } from '../../support/scanned.ts'
import { sealingDesk } from '../../support/sealing-desk.ts'
import { codeFor } from '../../support/set-up.ts'

/** Papers are looked at in a thread of their own. */

vi.setConfig({ testTimeout: 60_000 })

/** Processor time in microseconds: of this thread, and of all threads of the process. */
const times = () => [process.threadCpuUsage(), process.cpuUsage()].map(({ user, system }) => user + system)

test('a query answers while a paper is being verified, and the work is not the desk’s own thread’s', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-reading-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { test: sealing, totpSecret } = await sealingDesk(folder)
  const { claimId } = await referredClaim(sealing, 'Sealed')
  const [paper] = (await sealing.desk.documents.issue({ claimId, kind: 'RPID' })).documents
  const pdf = await sealing.desk.documents.pdf({ documentId: paper?.documentId ?? '' })
  const page = await scanned(new Uint8Array(await pdf.arrayBuffer()), { dpi: 200, turned: 0.5, noise: 8 })
  await sealing.close()

  const readingEngine = () => startReadingEngine({ assetsDir: 'assets', timers: nodeTimers })
  const { desk, time, close } = await openTestDesk({ dataDir: sealing.dataDir, readingEngine })
  onTestFinished(close)
  time.now = sealing.time.now + 120_000
  const { phase } = await desk.seat.signIn({ userName: 'amelie', password: 'mine alone forever' })
  if (phase === 'needs_second_factor') await desk.seat.secondFactor({ code: codeFor(totpSecret, time.now) })
  const verify = () => desk.seals.verify({ file: new File([Buffer.from(page)], 'page.jpg') })

  const order: string[] = []
  const verified = verify().then(({ status }) => order.push(status))
  for (let at = 0; at < 3; at++) await desk.claims.get({ claimId }).then(() => order.push('claim'))
  await verified
  expect(order).toEqual(['claim', 'claim', 'claim', 'VALID'])

  const before = times()
  await verify()
  const [own = 0, all = 1] = times().map((now, at) => now - (before[at] ?? 0))
  expect(own / all).toBeLessThan(0.3)
})

test('a reading that was called off is answered at once, and the engine goes on', async () => {
  const engine = startReadingEngine({ assetsDir: 'assets', timers: nodeTimers })
  onTestFinished(() => engine.close())
  const task = { file: new TextEncoder().encode('no paper'), profiles, today: '2026-11-23' }
  const [off, kept] = [new AbortController(), engine.paper(task)]
  const called = engine.paper(task, off.signal)
  off.abort()
  expect(await called).toMatchObject({ failure: { code: 'seal.stopped' } })
  expect(await kept).toMatchObject({ failure: { code: 'seal.file_kind' } })
})

test('a bug in the worker is told, and is a failure of that paper alone', async () => {
  const bugs: unknown[] = []
  const workerFile = join(import.meta.dirname, '../../support/failing.worker.ts')
  const onBug = (bug: unknown) => bugs.push(bug)
  const engine = startReadingEngine({ assetsDir: 'assets', timers: nodeTimers, workerFile, onBug })
  onTestFinished(() => engine.close())
  const answer = await engine.paper({ file: new Uint8Array(8), profiles, today: '2026-11-23' })
  expect(answer).toMatchObject({ failure: { code: 'seal.reading_failed' } })
  expect(bugs).toHaveLength(1)
})
