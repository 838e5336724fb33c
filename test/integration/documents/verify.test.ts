import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { findSeal } from '../../../src/main/seals/see-paper.ts'
import type { SealVerdictView } from '../../../src/shared/contract/views.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { referredClaim } from '../../support/claims.ts'
import { openTestDesk } from '../../support/desk.ts'
import { scanned } from '../../support/scanned.ts'
import { type SealingDesk, sealingDesk } from '../../support/sealing-desk.ts'
import { codeOf } from '../seat/kit.ts'

/** A desk verifies papers by what it believes itself. */

// A page is looked at in many places, on computers that do much else.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'passerelle-verify-'))
let sealing: SealingDesk
let paper: { readonly documentId: string; readonly number: string; readonly pdf: Uint8Array; readonly seal: Uint8Array }

beforeAll(async () => {
  sealing = await sealingDesk(folder)
  const { desk } = sealing.test
  const { claimId } = await referredClaim(sealing.test, 'Sealed')
  const { documentId = '', number = '' } = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents[0] ?? {}
  await desk.documents.print({ documentId })
  await desk.documents.confirm({ documentId, scanned: number })
  const [pdf = new Uint8Array()] = sealing.test.printed
  paper = { documentId, number, pdf, seal: unwrap(await findSeal(pdf)).seal ?? new Uint8Array() }
}, 60_000)
afterAll(async () => {
  await sealing.test.close()
  rmSync(folder, { recursive: true })
})

const fileOf = (bytes: Uint8Array, name = 'paper.pdf') => new File([Buffer.from(bytes)], name)
const verify = (bytes: Uint8Array) => sealing.test.desk.seals.verify({ file: fileOf(bytes) })
const codes = ({ findings }: SealVerdictView) => findings.map(({ code }) => code)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('a document of this desk', () => {
  test('is valid from its PDF: whose it is, what else was signed, the portrait, who signed and when', async () => {
    const verdict = await verify(paper.pdf)
    expect([verdict.status, codes(verdict)]).toEqual(['VALID', ['PORTRAIT_NOT_COMPARED', 'COPY_NOT_DETECTED']])
    expect(verdict.seal).toMatchObject({
      kind: { en: 'Claimant’s identity document' },
      country: 'CAN',
      signer: 'CA01',
      issued: '2026-11-23',
      office: { en: 'Saint-Bernard-de-Lacolle (Highway 15)' },
    })
    expect(verdict.holder).toMatchObject({ documentNumber: paper.number, familyName: 'SEALED' })
    expect(verdict.said.map(({ coding }) => coding)).toEqual(['c40', 'c40', 'flags'])
    const portrait = await sharp(Buffer.from((await verdict.portrait?.arrayBuffer()) ?? new ArrayBuffer(0))).metadata()
    expect([portrait.format, portrait.width, portrait.height]).toEqual(['jpeg', 336, 432])
  })

  test('is valid by a hand scanner, which sees the seal alone', async () => {
    const { desk } = sealing.test
    const spaced = hex(paper.seal).toUpperCase().replace(/.{64}/g, '$&\n')
    for (const text of [spaced, String.fromCharCode(...paper.seal)]) {
      const verdict = await desk.seals.verifyText({ text })
      expect([verdict.status, codes(verdict)]).toEqual([
        'VALID',
        ['ZONE_NOT_READ', 'PORTRAIT_NOT_COMPARED', 'COPY_NOT_DETECTED'],
      ])
    }
  })

  test('is refused with a seal of which one byte is another', async () => {
    const forged = Uint8Array.from(paper.seal)
    forged[40] = (forged[40] ?? 0) ^ 1
    expect((await sealing.test.desk.seals.verifyText({ text: hex(forged) })).status).not.toBe('VALID')
    const signature = Uint8Array.from(paper.seal)
    signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
    expect((await sealing.test.desk.seals.verifyText({ text: hex(signature) })).status).toBe('INVALID_SIGNATURE')
  })

  test('is refused when its printed name was altered', async () => {
    // IRCANSEALED, of which an E stands for the S.
    const verdict = await verify(await scanned(paper.pdf, { dpi: 300, forged: [{ from: 6, to: 5 }] }))
    expect(verdict.status).toBe('SEAL_DOCUMENT_MISMATCH')
  })
})

test('a sheet is confirmed by its seal: the right one, never another person’s nor the one that jammed', async () => {
  const { desk } = sealing.test
  const { claimId } = await referredClaim(sealing.test, 'Scanned')
  const issued = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents[0]
  await desk.documents.print({ documentId: issued?.documentId ?? '' })
  const jammed = hex(unwrap(await findSeal(sealing.test.printed.at(-1) ?? new Uint8Array())).seal ?? new Uint8Array())
  const spoil = { documentId: issued?.documentId ?? '', reason: 'paper jam', reissue: true }
  const { documentId = '' } = (await desk.documents.spoil(spoil)).documents[0] ?? {}
  await desk.documents.print({ documentId })
  const good = hex(unwrap(await findSeal(sealing.test.printed.at(-1) ?? new Uint8Array())).seal ?? new Uint8Array())
  expect(await codeOf(desk.documents.confirm({ documentId, scanned: hex(paper.seal) }))).toBe('papers.scan_other')
  expect(await codeOf(desk.documents.confirm({ documentId, scanned: jammed }))).toBe('papers.scan_old_sheet')
  expect(await codeOf(desk.documents.confirm({ documentId, scanned: 'R999999999' }))).toBe('papers.scan_differs')
  const view = await desk.documents.confirm({ documentId, scanned: good.toUpperCase() })
  expect(view.documents[0]).toMatchObject({ documentId, state: 'confirmed' })
})

test('what is no paper is said, and what bears no seal is no error', async () => {
  const { desk } = sealing.test
  const blank = await sharp({ create: { width: 400, height: 500, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  expect((await verify(new Uint8Array(blank))).status).toBe('READ_ERROR')
  const failures = await Promise.all([
    codeOf(verify(new TextEncoder().encode('no paper'))),
    codeOf(verify(paper.pdf.slice(0, 2000))),
    codeOf(desk.seals.verifyText({ text: 'R482193707' })),
  ])
  expect(failures).toEqual(['seal.file_kind', 'seal.file_damaged', 'seal.malformed'])
})

test('each look is in the access log with its verdict, and not a word of what was read', async () => {
  const { desk, close } = await openTestDesk({ demo: true, demoClaims: 1 })
  onTestFinished(close)
  await desk.seat.demo({ role: 'border_officer' })
  const verdict = await desk.seals.verifyText({ text: hex(paper.seal) })
  const [finding] = verdict.findings
  expect([verdict.status, finding?.details?.reason]).toEqual(['UNKNOWN_CERTIFICATE', 'no_bundle'])
  await desk.seat.demo({ role: 'auditor' })
  const { rows } = await desk.store.accesses({ limit: 50 })
  const looks = rows.filter(({ kind }) => kind === 'verified').map(({ detail }) => detail)
  expect(looks).toEqual([JSON.stringify({ status: 'UNKNOWN_CERTIFICATE' })])
  expect(JSON.stringify(rows)).not.toContain('SEALED')
})

test('a document that this desk revoked is refused at once, before any bundle says so', async () => {
  const { desk } = sealing.test
  const lost = { documentId: paper.documentId, why: 'lost', returned: false, reissue: false } as const
  await desk.documents.replace(lost)
  expect((await verify(paper.pdf)).status).toBe('REVOKED_DOCUMENT')
})
