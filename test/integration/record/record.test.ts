import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, filledClaim, referredClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { borderDesk } from '../../support/set-up.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await borderDesk()
})
afterAll(() => desk.close())

const rowOf = (n: number) => `row.addresses.0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`
const address = { from: '2019-03', city: 'Homs', country: 'SYR' }

describe('the record of a claim', () => {
  test('answers and rows are kept each in a register of its own, and a removed row goes', async () => {
    const { claimId } = await filledClaim(desk, 'Rows')
    await desk.desk.record.set({
      claimId,
      fields: { [rowOf(1)]: address, [rowOf(2)]: { from: '2021' }, 'record.past.detained': { yes: false } },
      source: 'paper',
      form: 'imm5669/2026-11',
      bases: [],
    })
    const removed = await desk.desk.record.set({ claimId, fields: { [rowOf(2)]: null }, source: 'typed', bases: [] })
    expect(removed.registers[rowOf(1)]).toMatchObject({ value: address, source: 'paper' })
    expect(removed.registers[rowOf(2)]?.value).toBeUndefined()
    expect(removed.registers['record.past.detained']?.value).toEqual({ yes: false })
    const timeline = await desk.desk.claims.timeline({ claimId })
    expect(timeline.map(({ text }) => text.en)).toContain('Record: removed: Address')
  })

  test('what is no answer of a question, or lies in the future, changes nothing', async () => {
    const { claimId } = await filledClaim(desk, 'Wrong')
    const set = (fields: Record<string, unknown>) =>
      codeOf(desk.desk.record.set({ claimId, fields: fields as never, source: 'typed', bases: [] }))
    expect(await set({ 'record.no.such': 'x' })).not.toBe('accepted')
    expect(await set({ [rowOf(1)]: { from: '2019-13' } })).not.toBe('accepted')
    expect(await set({ [rowOf(1)]: {} })).not.toBe('accepted')
    expect(await set({ [rowOf(1)]: { from: '2999' } })).toBe('claims.future_date')
    expect((await desk.desk.record.get({ claimId })).registers).toEqual({})
  })

  test('after the decision an answer that was given is corrected, and one that never was may still be given', async () => {
    const { claimId } = await referredClaim(desk, 'Settled')
    const set = (fields: Record<string, unknown>) =>
      codeOf(desk.desk.record.set({ claimId, fields: fields as never, source: 'typed', bases: [] }))
    expect(await set({ 'record.who.eyes': 'brown' })).toBe('accepted')
    expect(await set({ 'record.who.eyes': 'green' })).toBe('claims.correct_instead')
  })
})

describe('the clock of the review', () => {
  test('stands still while something essential is missing, names it, and goes on when it comes', async () => {
    const { claimId } = await filledClaim(desk, 'Clock')
    const come = await desk.desk.record.receive({ claimId, on: '2026-11-20', by: 'paper' })
    expect(come.review.paused?.missing.map(({ item }) => item)).toEqual(['identity', 'support'])
    expect(come.review.paused?.weeks).toEqual({ from: 4, to: 6 })
    expect(come.review.due).toBeUndefined()
    const half = await desk.desk.record.set({
      claimId,
      fields: { 'record.who.noPassport': 'burnt with the house' },
      source: 'typed',
      bases: [],
    })
    expect(half.review.paused?.missing.map(({ item }) => item)).toEqual(['support'])
    const whole = await desk.desk.record.set({
      claimId,
      fields: { 'record.boc.noDocuments': 'none could be carried' },
      source: 'typed',
      bases: [],
    })
    expect(whole.review.paused).toBeUndefined()
    expect(whole.review.due).toBeDefined()
    const { deadlines } = await desk.desk.claims.get({ claimId })
    expect(deadlines.find(({ rule }) => rule === 'officer.review')?.due).toBe(whole.review.due)
    const said = (await desk.desk.claims.timeline({ claimId })).map(({ type }) => type)
    expect(said.filter((type) => type.startsWith('claim.review'))).toEqual(
      expect.arrayContaining(['claim.review_paused', 'claim.review_resumed']),
    )
  })
})

describe('findings', () => {
  test('one that was dismissed comes back once the facts on which it rests are others', async () => {
    const { claimId } = await filledClaim(desk, 'Back')
    const events = (kind: string, on: string) => ({
      'row.events.0198c0de-0000-7000-8000-00000000000e': { on, kind },
    })
    const set = (fields: Record<string, unknown>) =>
      desk.desk.record.set({ claimId, fields: fields as never, source: 'typed', bases: [] })
    const view = await set(events('threat', '1980-01'))
    const key = 'before_birth.0198c0de-0000-7000-8000-00000000000e'
    expect(view.findings.find((found) => found.key === key)).toMatchObject({ severity: 'serious' })
    const dismissed = await desk.desk.record.dismiss({ claimId, finding: key, reason: 'told of the father' })
    expect(dismissed.findings.find((found) => found.key === key)?.dismissed).toBe('told of the father')
    const shown = (await desk.desk.claims.get({ claimId })).findings
    expect(shown.some((found) => found.key === key)).toBe(false)
    const changed = await set(events('threat', '1981-01'))
    expect(changed.findings.find((found) => found.key === key)).toMatchObject({ back: true })
    expect(changed.findings.find((found) => found.key === key)?.dismissed).toBeUndefined()
    expect(await codeOf(desk.desk.record.dismiss({ claimId, finding: 'gone', reason: 'x y z' }))).toBe(
      'record.finding_gone',
    )
  })
})

describe('evidence', () => {
  const pdfOf = async () => {
    const { desk: contract } = desk
    const { claimId } = await filledClaim(desk, 'Pages')
    await contract.record.printForm({ claimId, form: 'boc', language: 'en', filled: false, large: false })
    return { claimId, pdf: desk.printed.at(-1) ?? new Uint8Array() }
  }
  const fileOf = (bytes: Uint8Array, name: string) => new File([Buffer.from(bytes)], name)

  test('a PDF is known by its content, drawn page by page, and known again by its hash on another claim', async () => {
    const { claimId, pdf } = await pdfOf()
    const view = await desk.desk.record.addEvidence({ claimId, file: fileOf(pdf, 'scan.jpg'), source: 'file' })
    const [piece] = view.evidence
    expect(piece).toMatchObject({ mime: 'application/pdf', name: 'scan.jpg' })
    expect(piece?.pages).toBeGreaterThan(2)
    const page = (at: number, size: 'thumbnail' | 'page') =>
      desk.desk.record.evidencePage({ claimId, evidence: piece?.id ?? '', page: at, size })
    const shown = new Uint8Array(await (await page(1, 'page')).arrayBuffer())
    expect([...shown.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    expect((await page(0, 'thumbnail')).size).toBeLessThan(shown.length)
    expect(await codeOf(page(999, 'page'))).toBe('record.no_such_page')
    const again = await desk.desk.record.addEvidence({ claimId, file: fileOf(pdf, 'b.pdf'), source: 'file' })
    expect(again.evidence[1]?.twin).toBe(true)
    const other = (await filledClaim(desk, 'Other')).claimId
    const copied = await desk.desk.record.addEvidence({ claimId: other, file: fileOf(pdf, 'c.pdf'), source: 'file' })
    expect(copied.findings.map(({ rule }) => rule)).toContain('same_evidence')
    const stranger = desk.desk.record.evidencePage({ claimId: other, evidence: piece?.id ?? '', page: 0, size: 'page' })
    expect(await codeOf(stranger)).toBe('desk.not_found')
  }, 60_000)

  test('what is neither picture nor PDF, or a damaged one, is kept nowhere', async () => {
    const { claimId } = await filledClaim(desk, 'Bad')
    const add = (bytes: Uint8Array) =>
      codeOf(desk.desk.record.addEvidence({ claimId, file: fileOf(bytes, 'a.pdf'), source: 'file' }))
    expect(await add(Buffer.from('<html>'))).toBe('record.file_kind')
    expect(await add(Buffer.from('%PDF-1.7 broken'))).toBe('record.file_damaged')
    expect((await desk.desk.record.get({ claimId })).evidence).toEqual([])
  })
})
