import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { writePdf } from '../../../src/main/documents/pdf/engine.ts'
import type { PageNode } from '../../../src/shared/documents/display-list.ts'
import { isNode } from '../../../src/shared/documents/display-list.ts'
import { layoutAcknowledgement } from '../../../src/shared/documents/layout/acknowledgement.ts'
import { layoutClaimantDocument } from '../../../src/shared/documents/layout/claimant-document.ts'
import { layoutConditions } from '../../../src/shared/documents/layout/conditions.ts'
import { layoutCover } from '../../../src/shared/documents/layout/cover.ts'
import { layoutInterview } from '../../../src/shared/documents/layout/interview.ts'
import { layoutNoticeOfSeizure } from '../../../src/shared/documents/layout/notice-of-seizure.ts'
import type { Page } from '../../../src/shared/documents/layout/page.ts'
import { layoutPhotoReturn } from '../../../src/shared/documents/layout/photo-return.ts'
import { layoutPreparation } from '../../../src/shared/documents/layout/preparation.ts'
import { layoutReferral } from '../../../src/shared/documents/layout/referral.ts'
import { layoutResidence } from '../../../src/shared/documents/layout/residence.ts'
import type { Result } from '../../../src/shared/result.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { pageOf } from '../../support/browser-ink.ts'
import { ownScripts } from '../../support/own-scripts.ts'
import { fontsOf, installed, popplerText, preflightSays, qpdfSays, structureOf } from '../../support/paper-checkers.ts'
import {
  acknowledged,
  claimant,
  conditionsSheet,
  coverSheet,
  fonts,
  interviewNotice,
  portrait,
  preparationSheet,
  referralLetter,
  residence,
  returnedPhoto,
  seizureNotice,
} from './samples.ts'

/** Programs that others wrote judge our papers, where they are installed (Debian: qpdf, poppler-utils, libpdfbox2-java). */

const { metrics } = fonts
const named = (nativeName: string) => layoutClaimantDocument(claimant({ nativeName }), metrics)
const papers: [string, Result<Page>][] = [
  ['letter', layoutAcknowledgement(acknowledged(), metrics)],
  ['notice of seizure', layoutNoticeOfSeizure(seizureNotice(), metrics)],
  ['conditions', layoutConditions(conditionsSheet(), metrics)],
  ['cover', layoutCover(coverSheet(), metrics)],
  ['photo return', layoutPhotoReturn(returnedPhoto(), metrics)],
  ['referral', layoutReferral(referralLetter(), metrics)],
  ['interview notice', layoutInterview(interviewNotice(), metrics)],
  ['preparation', layoutPreparation(preparationSheet(), metrics)],
  ['confirmation of permanent residence', layoutResidence(residence(), metrics)],
  ['specimen', layoutClaimantDocument(claimant(), metrics, { specimen: true })],
  ['document in Arabic', named('عَبْدُ ٱللّٰهِ محمد')],
  ['document in Bengali', named('শ্রীকৃষ্ণ জ্ঞানেন্দ্র')],
]

/** The paper as it is printed, or built as part 1 of the standard asks. */
function pdfOf(page: Result<Page>, archive: '2U' | '1B' = '2U') {
  const { list } = unwrap(page)
  return writePdf(list, list.places.photo && portrait, fonts, { issuedAt: 0, archive })
}

describe.skipIf(!installed.qpdf)('qpdf (skipped where it is not installed)', () => {
  test.each(papers)('finds no fault in the %s', async (_, page) => {
    for (const archive of ['2U', '1B'] as const)
      expect(qpdfSays(await pdfOf(page, archive))).toContain('No syntax or stream encoding errors found')
  })
})

describe.skipIf(!installed.preflight)('PDFBox Preflight (skipped where it is not installed)', () => {
  // It knows part 1 of the standard alone: each paper is built as that part asks.
  test.each(papers)('finds the %s a valid PDF/A-1b', async (_, page) => {
    expect(preflightSays(await pdfOf(page, '1B'))).toContain('is a valid PDF/A-1b file')
  })

  test('finds a font at fault that was not embedded', async () => {
    const doc = await PDFDocument.load(await pdfOf(named('سلام'), '1B'), { updateMetadata: false })
    for (const [, object] of doc.context.enumerateIndirectObjects())
      if (object instanceof PDFDict) object.delete(PDFName.of('FontFile2'))
    expect(preflightSays(await doc.save({ useObjectStreams: false }))).toContain('is not a valid PDF/A-1b file')
  })
})

describe.skipIf(!installed.poppler)('Poppler (skipped where it is not installed)', () => {
  test.each(papers)('finds every font of the %s embedded, cut down and with Unicode', async (_, page) => {
    const lines = fontsOf(await pdfOf(page))
      .trim()
      .split('\n')
      .slice(2)
    expect(lines.length).toBeGreaterThanOrEqual(2)
    for (const line of lines) expect(line).toMatch(/^[A-Z]{6}\+\S+ .* yes yes yes /)
  })

  test.each(papers)('reads each text of the %s from its tree as it was typed', async (_, page) => {
    const read = structureOf(await pdfOf(page)).replace(/\s+/g, ' ')
    const missing = texts(unwrap(page).list.root).filter((text) => !read.includes(`"${text.replace(/\s+/g, ' ')}`))
    expect(missing).toEqual([])
  })

  test.each(ownScripts)('finds names as they were typed: $code', async ({ face, hard }) => {
    const read = asFound(popplerText(writePdf(pageOf(hard, face), undefined, fonts, { issuedAt: 0 })))
    // Poppler ends a word at a non-joiner behind a mark without width; PDFium does not.
    const names = hard.filter((name) => !/\p{M}\u200c/u.test(name))
    expect(names.filter((name) => !read.includes(asFound(name)))).toEqual([])
  })
})

/** Marks in canonical order, without the joiners that have no ink. */
const asFound = (text: string) => text.normalize('NFC').replace(/[\u200c\u200d]/g, '')

/**
 * The texts that nodes hold, but for those from right to left: Poppler's view of the tree shows them as they stand on
 * the page and not as the node spells them (pdf.test.ts looks at that).
 */
function texts(root: PageNode): string[] {
  if (root.tag === 'Artifact') return []
  return root.children
    .flatMap((child) => (isNode(child) ? texts(child) : child.kind === 'text' ? [child.text.trim()] : []))
    .filter((text) => text && !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text))
}
