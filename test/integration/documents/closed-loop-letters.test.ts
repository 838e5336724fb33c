import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import {
  type LetterPaper,
  renderLetter,
  renderPhotoReturn,
  renderPlainPaper,
} from '../../../src/main/documents/render.ts'
import { photoReturnSealing, sealingOf } from '../../../src/main/documents/sealing.ts'
import { verifyPaper } from '../../../src/main/seals/verify-paper.ts'
import { fieldText } from '../../../src/shared/documents/display-list.ts'
import { layoutNoticeOfSeizure } from '../../../src/shared/documents/layout/notice-of-seizure.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { digestLength } from '../../../src/shared/seal/messages.ts'
import { scanned } from '../../support/scanned.ts'
import { testKey, trustIn } from '../../support/seals.ts'
import {
  conditionsSheet,
  coverSheet,
  fonts,
  interviewNotice,
  referralLetter,
  returnedPhoto,
  seizureNotice,
} from './samples.ts'

/** Papers without a portrait and without a zone: from the record through a scanner and back. */

// A page is looked at in many places, on computers that do much else.
vi.setConfig({ testTimeout: 90_000 })

const key = testKey()
const signer = { signer: 'CA01', reference: '1F', privateKey: key.privateKey }
const tools = {
  trust: trustIn(key.certificate),
  today: '2026-11-26',
  ocrb: () => new Uint8Array(readFileSync('assets/fonts/OCRB.otf')),
}

const plain = async (paper: Parameters<typeof renderPlainPaper>[0]) => {
  const seal = sealingOf({ ...paper, person: 'somebody', about: [] }, signer)
  return unwrap(await renderPlainPaper(paper, fonts, seal ? { seal } : {}))
}

const letter = async (paper: LetterPaper) => {
  const seal = sealingOf({ ...paper, person: 'somebody', about: [] }, signer)
  return unwrap(await renderLetter(paper, fonts, seal ? { seal } : {}))
}

const papers = {
  referral: () => letter({ kind: 'referral', data: referralLetter() }),
  interview_notice: () => letter({ kind: 'interview', data: interviewNotice({ firstLanguage: 'fr' }) }),
  notice_of_seizure: () => plain({ kind: 'seizure', data: seizureNotice() }),
  conditions: () => plain({ kind: 'conditions', data: conditionsSheet() }),
  photo_return: async () => {
    const data = returnedPhoto()
    return unwrap(await renderPhotoReturn(data, fonts, { seal: photoReturnSealing(data, '2026-11-24', signer) }))
  },
} as const
const numbers = {
  notice_of_seizure: 'E000482193S1',
  conditions: 'E000482193C1',
  photo_return: 'E000482193F1',
  referral: 'E000482193R1',
  interview_notice: 'E000482193N1',
} as const

test.each([
  ['notice_of_seizure', 300, 0.8],
  ['conditions', 200, -1.1],
  ['photo_return', 150, 0.4],
  ['referral', 200, 0.6],
  ['interview_notice', 150, -0.5],
] as const)(
  '%s, scanned at %i dpi and turned by %d degrees, is valid and names its paper',
  async (kind, dpi, turned) => {
    const { pdf } = await papers[kind]()
    const judged = unwrap(await verifyPaper(await scanned(pdf, { dpi, turned, noise: 12 }), tools))
    expect([judged.status, judged.findings.map(({ code }) => code), judged.profile?.id]).toEqual([
      'VALID',
      ['WORDS_NOT_COMPARED', 'COPY_NOT_DETECTED'],
      kind,
    ])
    const said = Object.fromEntries(judged.messages.map(({ tag, value }) => [tag, value]))
    expect(said).toMatchObject({ 3: '1120481930', 9: numbers[kind] })
  },
)

test('what is printed on a notice is under seal: a digest of its values', async () => {
  const data = seizureNotice()
  const { pdf } = await papers.notice_of_seizure()
  const judged = unwrap(await verifyPaper(pdf, tools))
  const printed = fieldText(unwrap(layoutNoticeOfSeizure(data, fonts.metrics)).list)
  for (const part of ['N004410927', 'the photograph was substituted', 'E000482193', 'AL-AHMAD'])
    expect(printed).toContain(part)
  const digest = createHash('sha256')
    .update(printed)
    .digest('hex')
    .slice(0, 2 * digestLength)
  expect(judged.messages.find(({ tag }) => tag === 8)?.value).toBe(digest)
})

test('an interview notice has its appointment under seal', async () => {
  const judged = unwrap(await verifyPaper((await papers.interview_notice()).pdf, tools))
  const office = expect.stringMatching(/^[A-Z0-9]{4,12}$/)
  expect(judged.messages.find(({ tag }) => tag === 7)?.value).toEqual({ date: '2026-12-14', minutes: 570, office })
})

test('a notice whose number was revoked is refused by any desk that knows it', async () => {
  const trust = trustIn(key.certificate, { isRevoked: ({ number }) => number === 'E000482193S1' })
  const { pdf } = await papers.notice_of_seizure()
  expect(unwrap(await verifyPaper(pdf, { ...tools, trust })).status).toBe('REVOKED_DOCUMENT')
})

test('the checklist of a pack bears no seal: it proves nothing to anybody', () => {
  expect(sealingOf({ kind: 'cover', data: coverSheet(), person: 'somebody', about: [] }, signer)).toBeUndefined()
})
