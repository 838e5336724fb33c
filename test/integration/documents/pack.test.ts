import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import type { Delivery } from '../../../src/main/ports/types.ts'
import type { PackView } from '../../../src/shared/contract/views.ts'
import { packStates } from '../../../src/shared/domain/pack.ts'
import { fail, ok, type Result } from '../../../src/shared/result.ts'
import { addPortrait, codeOf, filledClaim, recordChecks, referredClaim } from '../../support/claims.ts'
import { openTestDesk, type TestDesk, testPorts } from '../../support/desk.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import { refer } from '../../support/refer.ts'
import { administratorDesk, seatBorderOfficer } from '../../support/set-up.ts'

/** The pack of a family on a real desk, with a printer that does what the test says. */

let test_: TestDesk
let printer: () => Result<Delivery> = () => ok({ by: 'done' })
let printers: readonly string[] = ['Test']
const printed: Uint8Array[] = []
beforeAll(async () => {
  const ports = testPorts(printed)
  const printing = {
    listPrinters: async () => printers,
    async printPdf(bytes: Uint8Array) {
      const done = printer()
      if (done.ok) printed.push(bytes)
      return done
    },
  }
  const { test: made } = await administratorDesk(await openTestDesk({ ports: { ...ports, printing } }))
  await seatBorderOfficer(made, ['border_officer', 'supervisor'])
  test_ = made
})
afterAll(() => test_.close())

const works = () => {
  printer = () => ok({ by: 'done' })
  printers = ['Test']
  printed.length = 0
}

/** A mother and her child, both referred, her passport seized. */
async function family(name: string): Promise<{ claimId: string; childId: string }> {
  works()
  const { desk } = test_
  const { claimId } = await referredClaim(test_, name)
  const child = (await desk.families.openMember({ claimId })).row.claimId
  const given = {
    familyName: name,
    givenNames: 'Lina',
    sex: 'F',
    birthDate: '2019-02-03',
    birthCountry: 'SYR',
  } as const
  await desk.claims.setPerson({ claimId: child, fields: { ...given, citizenships: ['SYR'] }, bases: [] })
  const told = { grounds: ['religion'], fearedCountries: ['SYR'], companion: 'parent' } as const
  await desk.claims.set({
    claimId: child,
    fields: { ...told, grounds: [...told.grounds], fearedCountries: [...told.fearedCountries] },
    bases: [],
  })
  await recordChecks(desk, child)
  await desk.claims.candidates({ claimId: child })
  await addPortrait(test_, child, 9)
  await refer(desk, child)
  return { claimId, childId: child }
}

async function seize(claimId: string) {
  const { desk } = test_
  const id = '0198c0de-0000-7000-8000-000000000009'
  const heldDocuments = [{ id, kind: 'passport', number: 'N0044', looks: 'genuine' } as const]
  await desk.claims.set({ claimId, fields: { heldDocuments }, bases: [] })
  const seizure = { document: id, on: '2026-11-23', place: 'Lacolle', ground: 'Purposes of the Act' }
  await desk.claims.recordAct({ claimId, act: { seizures: [seizure] }, bases: [] })
}

const shown = ({ lines }: PackView) => lines.map(({ kind, shown: state }) => `${kind} ${state}`)
const idsOf = ({ lines }: PackView) => lines.flatMap(({ paper }) => paper?.documentId ?? [])
const numbersOf = ({ lines }: PackView) => lines.flatMap(({ paper }) => paper?.number ?? [])

describe('the pack of a family', () => {
  test('is issued with one call, printed in order, and every sheet confirmed by its bar code in any order', async () => {
    const { desk } = test_
    const { claimId } = await family('Osman')
    const issued = await desk.documents.issuePack({ claimId })
    expect(issued.refused).toEqual([])
    expect(shown(issued)).toEqual([
      'cover reserved',
      'RPID reserved',
      'conditions reserved',
      'referral reserved',
      'RPID reserved',
      'conditions reserved',
      'referral reserved',
    ])
    const cover = (await pageText(await pdf(idsOf(issued)[0]), 0)).replace(/\s+/g, ' ')
    for (const number of numbersOf(issued)) expect(cover).toContain(number)
    const sent = await desk.documents.printPack({ claimId, documentIds: idsOf(issued) })
    expect(new Set(sent.lines.map(({ shown: state }) => state))).toEqual(new Set(['sent']))
    const order = await Promise.all(printed.map((bytes) => pageText(bytes, 0)))
    for (const [at, number] of numbersOf(issued).entries()) expect(order[at]).toContain(number)
    for (const number of numbersOf(issued).reverse()) await desk.documents.confirmInPack({ claimId, scanned: number })
    expect(new Set(shown(await desk.documents.pack({ claimId })).map((line) => line.split(' ')[1]))).toEqual(
      new Set(['confirmed']),
    )
    expect(await codeOf(desk.documents.confirmInPack({ claimId, scanned: 'R999999999' }))).toBe(
      'papers.scan_not_in_pack',
    )
  })

  test('has a confirmation of referral that names the notice given with it; a reopened decision takes it back, the next one asks anew', async () => {
    const { desk } = test_
    const { claimId } = await family('Warsame')
    await seize(claimId)
    const issued = await desk.documents.issuePack({ claimId })
    const of = (kind: string, { lines }: PackView) =>
      lines.find((line) => line.claimId === claimId && line.kind === kind)
    const letter = of('referral', issued)?.paper
    expect(await pageText(await pdf(letter?.documentId), 0)).toContain(of('seizure', issued)?.paper?.number)
    await desk.claims.reopen({ claimId, reason: 'new facts', document: 'keep' })
    const { documents } = await desk.claims.get({ claimId })
    expect(documents.find(({ documentId }) => documentId === letter?.documentId)?.state).toBe('revoked')
    expect(of('referral', await desk.documents.pack({ claimId }))).toBeUndefined()
    await refer(desk, claimId)
    const again = await desk.documents.issuePack({ claimId })
    expect(of('referral', again)?.paper).toMatchObject({ state: 'reserved', number: letter?.number.replace(/1$/, '2') })
  })

  test('is the same list whichever member it is asked for', async () => {
    const { claimId, childId } = await family('Bah')
    const [mine, theirs] = [
      await test_.desk.documents.pack({ claimId }),
      await test_.desk.documents.pack({ claimId: childId }),
    ]
    expect(theirs.lines).toEqual(mine.lines)
  })

  test('goes to the window as one file where the window prints, and the window says that it has it', async () => {
    const { desk } = test_
    const { claimId } = await family('Diallo')
    printers = []
    printer = () => ok({ by: 'window', address: '/paper/x' })
    const issued = await desk.documents.issuePack({ claimId })
    const handed = await desk.documents.printPack({ claimId, documentIds: idsOf(issued) })
    expect(handed).toMatchObject({ delivery: { by: 'window', address: '/paper/x' }, handed: idsOf(issued) })
    expect(printed).toHaveLength(1)
    for (const [at, number] of numbersOf(issued).entries())
      expect(await pageText(printed[0] ?? new Uint8Array(), at)).toContain(number)
    expect(shown(handed)[0]).toBe('cover reserved')
  })

  test('a sheet that jams is replaced under its number on the next sheet; the checklist stays right', async () => {
    const { desk } = test_
    const { claimId } = await family('Haddad')
    const issued = await desk.documents.issuePack({ claimId })
    await desk.documents.printPack({ claimId, documentIds: idsOf(issued) })
    const document = issued.lines.find(({ kind }) => kind === 'RPID')?.paper
    await desk.documents.spoil({ documentId: document?.documentId ?? '', reason: 'paper jam', reissue: false })
    expect(shown(await desk.documents.pack({ claimId })).slice(0, 2)).toEqual(['cover sent', 'RPID spoiled'])
    const again = await desk.documents.issuePack({ claimId })
    expect(shown(again).slice(0, 2)).toEqual(['cover sent', 'RPID reserved'])
    const next = again.lines.find(({ kind }) => kind === 'RPID')?.paper
    expect(next?.number).toBe(document?.number)
    expect(next?.stockSerial).not.toBe(document?.stockSerial)
  })

  test('a notice of seizure that comes later makes a new checklist under the same number while it was not handed over', async () => {
    const { desk } = test_
    works()
    const { claimId } = await filledClaim(test_, 'Saleh')
    await desk.claims.candidates({ claimId })
    await addPortrait(test_, claimId, 3)
    await desk.eligibility.decide({ claimId, outcome: 'undecided' })
    const first = await desk.documents.issuePack({ claimId })
    expect(shown(first)).toEqual(['cover reserved', 'acknowledgement reserved', 'conditions reserved'])
    await seize(claimId)
    const second = await desk.documents.issuePack({ claimId })
    expect(shown(second)).toEqual([
      'cover reserved',
      'acknowledgement reserved',
      'seizure reserved',
      'conditions reserved',
    ])
    expect(second.lines[0]?.paper?.number).toBe(first.lines[0]?.paper?.number)
    expect(second.lines[0]?.paper?.documentId).not.toBe(first.lines[0]?.paper?.documentId)
  })
})

const pdf = async (documentId = '') =>
  new Uint8Array(await (await test_.desk.documents.pdf({ documentId })).arrayBuffer())

describe('no dead end', () => {
  test('the printer fails for one sheet: the others are printed, its line says why, and it is tried again', async () => {
    const { desk } = test_
    const { claimId } = await family('Nasser')
    let jobs = 0
    printer = () => (++jobs === 2 ? fail('host.print_failed', { reason: 'jam' }) : ok({ by: 'done' }))
    const issued = await desk.documents.issuePack({ claimId })
    const sent = await desk.documents.printPack({ claimId, documentIds: idsOf(issued) })
    expect(shown(sent)).toEqual([
      'cover sent',
      'RPID not_printed',
      'conditions sent',
      'referral sent',
      'RPID sent',
      'conditions sent',
      'referral sent',
    ])
    expect(sent.lines[1]?.paper?.notPrinted).toBe('host.print_failed')
    const again = sent.lines[1]?.paper?.documentId ?? ''
    expect(shown(await desk.documents.printPack({ claimId, documentIds: [again] }))[1]).toBe('RPID sent')
  })

  test('the printer fails altogether: the papers keep, a letter may be handed instead, and they are printed later', async () => {
    const { desk } = test_
    const { claimId } = await family('Amin')
    printer = () => fail('host.no_printer')
    const issued = await desk.documents.issuePack({ claimId })
    const failed = await desk.documents.printPack({ claimId, documentIds: idsOf(issued) })
    expect(new Set(failed.lines.map(({ shown: state }) => state))).toEqual(new Set(['not_printed']))
    await desk.documents.issue({ claimId, kind: 'acknowledgement' })
    expect(shown(await desk.documents.pack({ claimId }))).toContain('acknowledgement reserved')
    works()
    const later = await desk.documents.printPack({ claimId, documentIds: idsOf(issued) })
    expect(shown(later).filter((line) => line.startsWith('RPID'))).toEqual(['RPID sent', 'RPID sent'])
  })

  test('the last sheet is gone: each gets a letter on plain paper in the place of the document, and the document later', async () => {
    const { desk } = test_
    const { claimId } = await family('Karim')
    const { ready } = await desk.stock.ledger()
    for (const serial of ready) await desk.stock.end({ serial, state: 'returned', reason: 'end of the day' })
    const issued = await desk.documents.issuePack({ claimId })
    expect(issued.refused).toEqual([])
    expect(shown(issued)).toEqual([
      'cover reserved',
      'RPID barred',
      'acknowledgement reserved',
      'conditions reserved',
      'referral reserved',
      'RPID barred',
      'acknowledgement reserved',
      'conditions reserved',
      'referral reserved',
    ])
    expect(issued.lines[1]?.bar).toBe('no_sheets')
    await desk.documents.printPack({ claimId, documentIds: idsOf(issued) })
    await desk.stock.checkOut({ first: 'A0001061', last: 'A0001080' })
    const later = await desk.documents.issuePack({ claimId })
    expect(shown(later).filter((line) => line.startsWith('RPID'))).toEqual(['RPID reserved', 'RPID reserved'])
  })

  test('a sheet in the hand is confirmed by its scan even if the log does not know that it was printed', async () => {
    const { desk } = test_
    const { claimId } = await family('Rahimi')
    const issued = await desk.documents.issuePack({ claimId })
    const [number = ''] = numbersOf(issued)
    expect(shown(await desk.documents.confirmInPack({ claimId, scanned: number }))[0]).toBe('cover confirmed')
  })
})

describe('a signed sheet', () => {
  test('comes back as a picture that is kept with its paper; whoever lacks one is listed and may leave', async () => {
    const { desk } = test_
    const { claimId } = await family('Yusuf')
    const issued = await desk.documents.issuePack({ claimId })
    const sheet = issued.lines.find(({ kind }) => kind === 'conditions')
    const documentId = sheet?.paper?.documentId ?? ''
    expect(sheet?.unsigned).toBe(true)
    const file = new File([Buffer.from(await portraitJpeg(4))], 'scan.jpg', { type: 'image/jpeg' })
    expect(await codeOf(desk.documents.addSignedCopy({ documentId, file, source: 'file' }))).toBe('papers.not_signable')
    await desk.documents.printPack({ claimId, documentIds: [documentId] })
    const view = await desk.documents.addSignedCopy({ documentId, file, source: 'file' })
    const [copy] = view.documents.find((paper) => paper.documentId === documentId)?.signed ?? []
    const picture = await desk.documents.signedCopy({ documentId, sha256: copy?.sha256 ?? '' })
    expect(picture.size).toBeGreaterThan(1000)
    const after = await desk.documents.pack({ claimId })
    expect(after.lines.find(({ paper }) => paper?.documentId === documentId)?.unsigned).toBeUndefined()
    const text = new File(['no picture'], 'scan.jpg', { type: 'image/jpeg' })
    expect(await codeOf(desk.documents.addSignedCopy({ documentId, file: text, source: 'file' }))).toBe(
      'photo.is_other',
    )
    const other = issued.lines[0]?.paper?.documentId ?? ''
    expect(await codeOf(desk.documents.signedCopy({ documentId: other, sha256: copy?.sha256 ?? '' }))).toBe(
      'desk.not_found',
    )
  })
})

test('whatever the order of failures, jams and scans, each paper ends in one shown state and no number or sheet is used twice', async () => {
  const { desk } = test_
  const { claimId, childId } = await family('Zaki')
  await desk.stock.checkOut({ first: 'A0001081', last: 'A0001100' })
  const step = fc.record({ act: fc.constantFrom('issue', 'print', 'scan', 'spoil'), n: fc.nat(6), fails: fc.nat(15) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      for (const { act, n, fails } of steps) {
        printer = () => (fails % 3 === 0 ? fail('host.print_failed', { reason: 'jam' }) : ok({ by: 'done' }))
        const pack = await desk.documents.pack({ claimId })
        const paper = pack.lines.flatMap((line) => line.paper ?? [])[n]
        if (act === 'issue') await desk.documents.issuePack({ claimId })
        if (act === 'print' && idsOf(pack).length > 0)
          await desk.documents.printPack({ claimId, documentIds: idsOf(pack) })
        if (act === 'scan' && paper) await codeOf(desk.documents.confirmInPack({ claimId, scanned: paper.number }))
        if (act === 'spoil' && paper)
          await codeOf(
            desk.documents.spoil({ documentId: paper.documentId, reason: 'paper jam', reissue: n % 2 === 0 }),
          )
      }
      const { lines } = await desk.documents.pack({ claimId })
      for (const { shown: state } of lines) expect(packStates).toContain(state)
      const ids = lines.flatMap(({ paper }) => paper?.documentId ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      const all = await Promise.all([claimId, childId].map((id) => desk.claims.get({ claimId: id })))
      const papers = all.flatMap(({ documents }) => documents)
      const living = papers.filter(({ state }) => state !== 'spoiled')
      expect(new Set(living.map(({ number }) => number)).size).toBe(living.length)
      const serials = papers.flatMap(({ stockSerial }) => stockSerial ?? [])
      expect(new Set(serials).size).toBe(serials.length)
      for (const { documentId } of living) expect(ids.filter((each) => each === documentId).length).toBe(1)
    }),
    { numRuns: 8, endOnFailure: true },
  )
}, 120_000)
