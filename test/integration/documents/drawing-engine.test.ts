import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startDrawingEngine } from '../../../src/main/documents/drawing/engine.ts'
import { paperDrawing } from '../../../src/main/documents/drawing/paper-drawing.ts'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { referredClaim } from '../../support/claims.ts'
import { openTestDesk } from '../../support/desk.ts'
import { sealingDesk } from '../../support/sealing-desk.ts'
import { testKey } from '../../support/seals.ts'
import { codeFor } from '../../support/set-up.ts'
import { conditionsSheet } from './samples.ts'

/** Papers are drawn in a thread of their own. */

vi.setConfig({ testTimeout: 60_000 })

const engineOf = (more = {}) => {
  const engine = startDrawingEngine({ assetsDir: 'assets', timers: nodeTimers, ...more })
  onTestFinished(() => engine.close())
  return engine
}
const paper = { kind: 'conditions', data: conditionsSheet(), person: 'somebody', about: [] } as const
const signer = { signer: 'CA01', reference: '1F', privateKey: testKey().privateKey }

test('a paper drawn in the thread is the one that this thread draws, byte for byte, and only a signer’s bears a seal', async () => {
  const here = paperDrawing({ assetsDir: 'assets' })
  const engine = engineOf()
  const [ours, theirs] = [
    unwrap(await here.draw({ paper, specimen: true })),
    unwrap(await engine.draw({ paper, specimen: true })),
  ]
  expect(theirs.sha256).toBe(ours.sha256)
  expect(theirs.seal).toBeUndefined()
  expect(unwrap(await engine.draw({ paper, specimen: false, signer })).seal?.length).toBeGreaterThan(60)
})

test('the desk answers while a sealed document is issued', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-drawing-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { test: sealing, totpSecret } = await sealingDesk(folder)
  const { claimId } = await referredClaim(sealing, 'Sealed')
  await sealing.close()
  const drawingEngine = () => startDrawingEngine({ assetsDir: 'assets', timers: nodeTimers })
  const { desk, time, close } = await openTestDesk({ dataDir: sealing.dataDir, drawingEngine })
  onTestFinished(close)
  time.now = sealing.time.now + 120_000
  const { phase } = await desk.seat.signIn({ userName: 'amelie', password: 'mine alone forever' })
  if (phase === 'needs_second_factor') await desk.seat.secondFactor({ code: codeFor(totpSecret, time.now) })

  const order: string[] = []
  const issued = desk.documents.issue({ claimId, kind: 'RPID' }).then((view) => {
    order.push('issued')
    return view
  })
  for (let at = 0; at < 3; at++) await desk.claims.get({ claimId }).then(() => order.push('claim'))
  const [document] = (await issued).documents
  expect(order).toEqual(['claim', 'claim', 'claim', 'issued'])
  const pdf = await desk.documents.pdf({ documentId: document?.documentId ?? '' })
  const { status } = await desk.seals.verify({ file: new File([await pdf.arrayBuffer()], 'paper.pdf') })
  expect(status).toBe('VALID')
})

test('a bug in the worker is told, and is a failure of that paper alone', async () => {
  const bugs: unknown[] = []
  const workerFile = join(import.meta.dirname, '../../support/failing.worker.ts')
  const answer = await engineOf({ workerFile, onBug: (bug: unknown) => bugs.push(bug) }).draw({ paper, specimen: true })
  expect(answer).toMatchObject({ failure: { code: 'documents.drawing_failed' } })
  expect(bugs).toHaveLength(1)
})

test('a desk that closes answers the papers that still wait', async () => {
  const engine = startDrawingEngine({ assetsDir: 'assets', timers: nodeTimers })
  const waiting = [engine.draw({ paper, specimen: true }), engine.draw({ paper, specimen: true })]
  await engine.close()
  for (const answer of await Promise.all(waiting))
    expect(answer).toMatchObject({ failure: { code: 'documents.drawing_stopped' } })
})
