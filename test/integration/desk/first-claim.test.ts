import { afterEach, expect, it } from 'vitest'
import { isMainStep } from '../../../src/shared/domain/steps.ts'
import { recordChecks } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import { borderDesk } from '../../support/set-up.ts'

const open: TestDesk[] = []
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
})

it('from set-up to a confirmed document: the whole line', async () => {
  const test = await borderDesk()
  open.push(test)
  const { desk, time, printed } = test
  const opened = await desk.claims.open({ channel: 'port_of_entry' })
  const { claimId } = opened.row
  expect(opened.row.applicationNumber).toBe('W000100001')
  const read = await desk.claims.readDocument({
    claimId,
    text: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
  })
  expect(read.filled).toEqual(['familyName', 'givenNames', 'birthDate', 'sex', 'citizenships', 'heldDocuments'])
  await desk.claims.setPerson({
    claimId,
    fields: { birthCountry: 'SYR', citizenships: ['SYR'], nativeName: 'آنا' },
    bases: [],
  })
  await desk.claims.set({
    claimId,
    fields: {
      officialLanguage: 'en',
      spokenLanguage: 'ar',
      interpreterNeeded: true,
      representativeKind: 'none',
      entries: [{ date: '2026-11-23', manner: 'airport' }],
      grounds: ['religion'],
      fearedCountries: ['SYR'],
    },
    bases: [],
  })
  const candidates = await desk.claims.candidates({ claimId })
  expect(candidates).toMatchObject({ candidates: [], searched: { people: 0 } })
  const file = new File([Buffer.from(await portraitJpeg(7))], 'anna.jpg', { type: 'image/jpeg' })
  await desk.photos.add({ claimId, file, source: 'file' })
  await recordChecks(desk, claimId)
  let sheet = await desk.eligibility.worksheet({ claimId })
  for (let round = 0; sheet.evaluation.nextQuestions.length > 0 && round < 40; round++) {
    const [fact = 'removalOrder'] = sheet.evaluation.nextQuestions
    await desk.eligibility.answer({ claimId, facts: { [fact]: answers[fact] ?? false }, bases: [] })
    sheet = await desk.eligibility.worksheet({ claimId })
  }
  expect(sheet.evaluation.outcome).toEqual({ kind: 'eligible' })
  const decided = await desk.eligibility.decide({ claimId, outcome: 'referred' })
  expect(decided.row).toMatchObject({ state: 'referred', clientId: '1100000001' })
  expect(decided.deadlines.map(({ rule, due }) => [rule, due])).toContainEqual(['boc.poe.practice', '2027-01-07'])
  const issued = await desk.documents.issue({ claimId, kind: 'RPID' })
  const [paper] = issued.documents
  expect(paper).toMatchObject({
    number: 'R000100001',
    stockSerial: 'A0001001',
    state: 'reserved',
    validUntil: '2032-11-23',
  })
  const documentId = paper?.documentId ?? ''
  time.now += 1000
  expect(await desk.documents.print({ documentId })).toEqual({ by: 'done' })
  const spoiled = await desk.documents.spoil({ documentId, reason: 'paper jam', reissue: true })
  expect(spoiled.documents.map(({ state, stockSerial, number }) => [state, stockSerial, number])).toEqual([
    ['reserved', 'A0001002', 'R000100001'],
    ['spoiled', 'A0001001', 'R000100001'],
  ])
  const replacement = spoiled.documents[0]?.documentId ?? ''
  await desk.documents.print({ documentId: replacement })
  const done = await desk.documents.confirm({ documentId: replacement, scanned: 'a0001002' })
  expect(done.steps.every(({ step, state }) => !isMainStep(step) || state === 'complete')).toBe(true)
  const bytes = new Uint8Array(
    await (await desk.documents.reprint({ documentId: replacement, reason: 'file copy' })).arrayBuffer(),
  )
  expect(Buffer.from(bytes).equals(Buffer.from(printed[1] ?? []))).toBe(true)
  const timeline = await desk.claims.timeline({ claimId })
  expect(timeline.at(-1)?.text.en).toMatch(/Person registered|Claim opened/)
  const found = await desk.claims.search({ text: 'eriks' })
  expect(found.rows.map((row) => row.claimId)).toEqual([claimId])
})

const answers: Record<string, string | boolean | never[]> = {
  entriesComplete: true,
  protectionInCanada: 'none',
  priorClaims: [],
  partnerClaim: 'none',
  inadmissibility: [],
}
