import { expect, test } from 'vitest'
import { createPapers } from '../../../src/main/hosts/browser/papers.ts'
import { browserPorts } from '../../../src/main/hosts/browser/ports.ts'
import { fail } from '../../../src/shared/result.ts'
import { codeFor } from '../../support/set-up.ts'
import { enrol, hour, minute, seatOfGwen, temporary } from './kit.ts'

const noPractice = { open: async () => fail('host.practice_failed') }

const pdf = { name: 'F000000001.pdf', type: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70]) }

/** A desk of the browser host with its administrator at it, and a way to hand out a paper. */
async function seatWithPapers() {
  const papers = createPapers()
  const at = await seatOfGwen({ ports: browserPorts(papers, noPractice), seatLeft: papers.clear })
  const handOut = () => papers.put({ file: pdf, disposition: 'inline' })
  return { ...at, papers, handOut }
}

test('a paper handed out stays open while its officer works, and ends with the lock', async () => {
  const { seat, desk, papers, handOut } = await seatWithPapers()
  const address = handOut()
  seat.advance(minute)
  await desk.seat.touch()
  expect(papers.at(address)?.file.name).toBe(pdf.name)
  await desk.seat.lock()
  expect(papers.at(address)).toBeUndefined()
})

test('the lock of idleness, the lock of the computer and the end of the shift close papers too', async () => {
  const { seat, desk, papers, handOut, password } = await seatWithPapers()
  const forgotten = handOut()
  seat.advance(11 * minute)
  expect(papers.at(forgotten)).toBeUndefined()
  await desk.seat.unlock({ password })
  const asleep = handOut()
  seat.lockScreen()
  expect(papers.at(asleep)).toBeUndefined()
  await desk.seat.unlock({ password })
  await desk.settings.set({ idleLockMinutes: 60 })
  const late = handOut()
  for (let passed = 0; passed < 13; passed++) {
    await desk.seat.touch()
    seat.advance(hour - minute)
  }
  expect((await desk.status()).phase).toBe('needs_second_factor')
  expect(papers.at(late)).toBeUndefined()
})

test('signing out and switching to another officer close papers', async () => {
  const { seat, desk, papers, handOut, password } = await seatWithPapers()
  const { secrets } = await enrol(seat, 'amelie', 'border_officer')
  const first = handOut()
  await desk.seat.signIn({ userName: 'amelie', password: temporary })
  await desk.seat.secondFactor({ code: codeFor(secrets.totpSecret, seat.time.now) })
  expect(papers.at(first)).toBeUndefined()
  const second = handOut()
  await desk.seat.signOut()
  expect(papers.at(second)).toBeUndefined()
  expect((await desk.seat.signIn({ userName: 'gwen', password })).phase).toBe('active')
})

test('a paper whose printing was still being prepared at the lock is not handed out afterwards', async () => {
  const papers = createPapers()
  const printing = browserPorts(papers, noPractice).printing.printPdf(pdf.bytes, { title: 'F000000001' })
  papers.clear()
  const delivered = await printing
  // Where this computer has a printer of its own the paper went there; no address stands open either way.
  expect(delivered.ok && delivered.value.by).not.toBe('window')
})
