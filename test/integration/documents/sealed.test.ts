import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPortrait } from '../../../src/main/documents/portrait.ts'
import { renderAcknowledgement, renderClaimantDocument } from '../../../src/main/documents/render.ts'
import { sealedPortrait } from '../../../src/main/documents/sealed-portrait.ts'
import { findSymbols } from '../../../src/main/seals/symbols.ts'
import { layoutClaimantDocument } from '../../../src/shared/documents/layout/claimant-document.ts'
import { placeSeal } from '../../../src/shared/documents/layout/seal.ts'
import { undoMs } from '../../../src/shared/domain/photo-states.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { filledClaim, referredClaim } from '../../support/claims.ts'
import { runCli } from '../../support/cli.ts'
import { rasterise } from '../../support/ink.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import { refer } from '../../support/refer.ts'
import { type SealingDesk, sealingDesk } from '../../support/sealing-desk.ts'
import { acknowledged, claimant, fonts, portrait } from './samples.ts'

const some = Uint8Array.from({ length: 540 }, (_, at) => (at * 37) & 255)
const seal = async () => ok(some)

describe('a seal on the page', () => {
  test.each([150, 200, 300])('is read at %i dpi, byte for byte', async (dpi) => {
    const { pdf } = unwrap(await renderClaimantDocument(claimant(), portrait, fonts, { seal }))
    const symbols = await findSymbols(await rasterise(pdf, dpi))
    expect(symbols.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).toContain(Buffer.from(some).toString('hex'))
  })

  test('leaves four modules of white within its 34 mm, on whole dots', () => {
    const list = unwrap(placeSeal(unwrap(layoutClaimantDocument(claimant(), fonts.metrics)).list, some))
    const figure = list.root.children.at(-1)
    const [ink] = figure && 'children' in figure ? figure.children : []
    if (!ink || !('kind' in ink) || ink.kind !== 'modules') throw new Error('No symbol')
    const place = list.places.seal
    const side = ink.columns * ink.module
    expect(ink.columns).toBe(88)
    for (const rim of [ink.x - (place?.x ?? 0), (place?.x ?? 0) + (place?.width ?? 0) - ink.x - side])
      expect(rim).toBeGreaterThan(3.8 * ink.module)
    for (const length of [ink.x, ink.y]) expect((length * 300) / 72).toBeCloseTo(Math.round((length * 300) / 72), 6)
  })

  test('gives the same page for the same seal, and is told to a screen reader', async () => {
    const [first, second] = [0, 1].map(() => renderAcknowledgement(acknowledged(), portrait, fonts, { seal }))
    const { pdf, seal: kept } = unwrap(await (first as NonNullable<typeof first>))
    expect(unwrap(await (second as NonNullable<typeof second>)).pdf).toEqual(pdf)
    expect(kept).toEqual(some)
  })

  test('is refused where it does not fit into its place', async () => {
    const large = await renderClaimantDocument(claimant(), portrait, fonts, {
      seal: async () => ok(new Uint8Array(700)),
    })
    expect(large.ok ? 'printed' : large.failure.code).toBe('seal.unwritable')
  })

  test('has room for the portrait of anybody', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const face = await readPortrait(await portraitJpeg(seed))
      const frame = face && (await sealedPortrait(face))
      expect(frame?.length).toBeGreaterThan(150)
      expect(frame?.length).toBeLessThanOrEqual(380)
    }
  })
})

describe('a desk with a key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-sealed-'))
  let sealing: SealingDesk
  beforeAll(async () => {
    sealing = await sealingDesk(folder)
  }, 60_000)
  afterAll(async () => {
    await sealing.test.close()
    rmSync(folder, { recursive: true })
  })

  const verify = async (pdf: Uint8Array, bundle = sealing.bundle()) => {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    return (await runCli(['seal', 'verify', file, '--trust', bundle, '--json'])).json
  }

  test('seals the document; a reprint is the same bytes, and a document revoked later is known by the next bundle', async () => {
    const { desk } = sealing.test
    const { claimId } = await referredClaim(sealing.test, 'Sealed')
    const issued = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents[0]
    const { documentId = '', number = '' } = issued ?? {}
    await desk.documents.print({ documentId })
    await desk.documents.confirm({ documentId, scanned: number })
    const [pdf = new Uint8Array()] = sealing.test.printed
    const judged = await verify(pdf)
    expect(judged).toMatchObject({
      status: 'VALID',
      header: { country: 'CAN', signer: 'CA01', certRef: '10', issued: '2026-11-23', profile: 'claimant_document' },
    })
    const value = (tag: number) =>
      (judged.messages as { tag: number; value: unknown }[]).find((m) => m.tag === tag)?.value
    expect(value(2)).toContain('IRCANSEALED')
    expect(value(5)).toEqual({ ifhp: true, replacement: false })
    expect(value(6)).toBe('56x72')
    expect(judged.portrait).toBeTypeOf('string')
    const again = await desk.documents.reprint({ documentId, reason: 'for the file' })
    expect(Buffer.from(await again.arrayBuffer()).equals(pdf)).toBe(true)
    await sealing.root('revoke', '--document', number)
    expect(await verify(pdf, await sealing.nextBundle())).toMatchObject({ ok: false, status: 'REVOKED_DOCUMENT' })
  })

  test('seals the letter, with the holder in it though no zone is printed', async () => {
    const { desk } = sealing.test
    const { claimId } = await referredClaim(sealing.test, 'Letter')
    const issued = (await desk.documents.issue({ claimId, kind: 'acknowledgement' })).documents[0]
    await desk.documents.print({ documentId: issued?.documentId ?? '' })
    const judged = await verify(sealing.test.printed.at(-1) ?? new Uint8Array())
    expect(judged).toMatchObject({ status: 'VALID', header: { profile: 'acknowledgement' } })
    expect(JSON.stringify(judged.messages)).toContain('IRCANLETTER')
  })

  test('seals the notice of seizure and the conditions under their own numbers, and a jammed one is signed anew', async () => {
    const { desk } = sealing.test
    const { claimId } = await filledClaim(sealing.test, 'Plain')
    const passport = { id: '0198c0de-0000-7000-8000-000000000001', kind: 'passport', looks: 'genuine' } as const
    await desk.claims.set({ claimId, fields: { heldDocuments: [passport] }, bases: [] })
    const seizure = { document: passport.id, on: '2026-11-23', place: 'Lacolle', ground: 'Identity to be established' }
    await desk.claims.recordAct({ claimId, act: { seizures: [seizure] }, bases: [] })
    await refer(desk, claimId)
    for (const [kind, profile] of [
      ['seizure', 'notice_of_seizure'],
      ['conditions', 'conditions'],
    ] as const) {
      const { documentId = '', number = '' } = (await desk.documents.issue({ claimId, kind })).documents[0] ?? {}
      await desk.documents.print({ documentId })
      const pdf = sealing.test.printed.at(-1) ?? new Uint8Array()
      const judged = await verify(pdf)
      expect(judged).toMatchObject({ status: 'VALID', header: { profile } })
      expect(JSON.stringify(judged.messages)).toContain(number)
      const view = await desk.documents.spoil({ documentId, reason: 'paper jam', reissue: true })
      const next = await desk.documents.pdf({ documentId: view.documents[0]?.documentId ?? '' })
      expect(Buffer.from(await next.arrayBuffer()).equals(pdf)).toBe(false)
      expect(await verify(new Uint8Array(await next.arrayBuffer()))).toMatchObject({ status: 'VALID' })
    }
  })

  test('seals the letter that returns a photo, and gives the same letter again', async () => {
    const { desk, time } = sealing.test
    const { claimId } = await referredClaim(sealing.test, 'Returned')
    const { photoId = '' } = (await desk.claims.get({ claimId })).photo ?? {}
    await desk.photoReview.return({ photoId, reasons: ['too_dark'], codes: ['dark'] })
    time.now += undoMs
    const [letter, again] = [await desk.photoReview.letter({ photoId }), await desk.photoReview.letter({ photoId })]
    expect(await again.bytes()).toEqual(await letter.bytes())
    expect(await verify(await letter.bytes())).toMatchObject({ status: 'VALID', header: { profile: 'photo_return' } })
  })

  test('signs no longer once its key is past its use, and says so of the paper that it issues', async () => {
    const { desk } = sealing.test
    sealing.test.time.now = Date.parse('2028-02-01T17:00:00Z')
    const { claimId } = await referredClaim(sealing.test, 'Ended')
    const view = await desk.documents.issue({ claimId, kind: 'RPID' })
    expect(JSON.stringify(view.documents[0]?.findings)).toContain('documents.not_sealed')
  })
})
