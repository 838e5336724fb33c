import { createHash } from 'node:crypto'
import type { z } from 'zod'
import {
  type AcknowledgementData,
  acknowledgementData,
  type ClaimantDocumentData,
  claimantDocumentData,
} from '../../shared/documents/data.ts'
import { type DisplayList, fieldText, type TextMetrics } from '../../shared/documents/display-list.ts'
import type { Finding } from '../../shared/documents/finding.ts'
import { type InvitationData, invitationData } from '../../shared/documents/invitation-data.ts'
import { layoutAcknowledgement } from '../../shared/documents/layout/acknowledgement.ts'
import { type LayoutOptions, layoutClaimantDocument } from '../../shared/documents/layout/claimant-document.ts'
import { layoutConditions } from '../../shared/documents/layout/conditions.ts'
import { layoutCover } from '../../shared/documents/layout/cover.ts'
import { layoutDecision } from '../../shared/documents/layout/decision.ts'
import { layoutInterview } from '../../shared/documents/layout/interview.ts'
import { layoutInvitation } from '../../shared/documents/layout/invitation.ts'
import { layoutNoticeOfSeizure } from '../../shared/documents/layout/notice-of-seizure.ts'
import type { Page } from '../../shared/documents/layout/page.ts'
import { layoutPhotoReturn } from '../../shared/documents/layout/photo-return.ts'
import { layoutPreparation } from '../../shared/documents/layout/preparation.ts'
import { layoutReferral } from '../../shared/documents/layout/referral.ts'
import { layoutReminder } from '../../shared/documents/layout/reminder.ts'
import { layoutResidence } from '../../shared/documents/layout/residence.ts'
import { placeSeal } from '../../shared/documents/layout/seal.ts'
import {
  type DecisionLetterData,
  decisionLetterData,
  type InterviewData,
  interviewData,
  type PreparationData,
  preparationData,
  type ReferralData,
  referralData,
} from '../../shared/documents/letter-data.ts'
import { type PhotoReturnData, photoReturnData } from '../../shared/documents/photo-return-data.ts'
import {
  type ConditionsData,
  type CoverData,
  conditionsData,
  coverData,
  type NoticeOfSeizureData,
  noticeOfSeizureData,
} from '../../shared/documents/plain-data.ts'
import { type ReminderLetterData, reminderLetterData } from '../../shared/documents/reminder-data.ts'
import { type ResidenceData, residenceData } from '../../shared/documents/residence-data.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { DocumentFonts } from './fonts.ts'
import { type PdfOptions, writePdf } from './pdf/engine.ts'
import { type PortraitRead, readPortrait } from './portrait.ts'
import { sealedPortrait } from './sealed-portrait.ts'
import type { Sealing } from './sealing.ts'

export type RenderOptions = LayoutOptions &
  Pick<PdfOptions, 'subset'> & {
    /** Seals what is printed; papers of a desk without a key bear no seal. */
    readonly seal?: Sealing
  }

/** What a plain paper of a pack says. */
export type PlainPaper =
  | { readonly kind: 'seizure'; readonly data: NoticeOfSeizureData }
  | { readonly kind: 'conditions'; readonly data: ConditionsData }
  | { readonly kind: 'cover'; readonly data: CoverData }

/** What a letter in one language says. */
export type LetterPaper =
  | { readonly kind: 'referral'; readonly data: ReferralData }
  | { readonly kind: 'interview'; readonly data: InterviewData }
  | { readonly kind: 'decision'; readonly data: DecisionLetterData }
  | { readonly kind: 'preparation'; readonly data: PreparationData }

/** A finished paper. Keep `pdf` with the issue record: a reprint is these bytes, never a second rendering. */
export interface RenderedDocument {
  readonly pdf: Uint8Array
  /** SHA-256 of `pdf` in hex. */
  readonly sha256: string
  /** The digital seal on it, where it has one: as bytes of ECDSA never come twice, keep them. */
  readonly seal?: Uint8Array
  /** What the officer should see before it goes out. */
  readonly findings: readonly Finding[]
}

/**
 * The claimant's identity document as PDF. Same data and portrait, same bytes.
 * Fails with `documents.bad_data`, `.portrait_mismatch`, `.portrait_shape`, `.portrait_unreadable` and what the layout refuses.
 */
export async function renderClaimantDocument(
  data: ClaimantDocumentData,
  portraitJpeg: Uint8Array,
  fonts: DocumentFonts,
  options: RenderOptions = {},
): Promise<Result<RenderedDocument>> {
  const checked = claimantDocumentData.safeParse(data)
  if (!checked.success) return badData(checked.error)
  return render(
    layoutClaimantDocument(checked.data, fonts.metrics, options),
    checked.data,
    portraitJpeg,
    fonts,
    options,
  )
}

/** The letter that acknowledges an undecided or suspended claim, as PDF; without a portrait where the data name none. Fails like `renderClaimantDocument`. */
export async function renderAcknowledgement(
  data: AcknowledgementData,
  portraitJpeg: Uint8Array | undefined,
  fonts: DocumentFonts,
  options: RenderOptions = {},
): Promise<Result<RenderedDocument>> {
  const checked = acknowledgementData.safeParse(data)
  if (!checked.success) return badData(checked.error)
  return render(layoutAcknowledgement(checked.data, fonts.metrics, options), checked.data, portraitJpeg, fonts, options)
}

/** A plain paper of a pack, as PDF: notice of seizure, conditions or cover. Fails like `renderClaimantDocument`, portraits apart. */
export async function renderPlainPaper(
  paper: PlainPaper,
  fonts: DocumentFonts,
  options: RenderOptions = {},
): Promise<Result<RenderedDocument>> {
  return render(plainLayouts[paper.kind](paper.data, fonts, options), paper.data, undefined, fonts, options)
}

/** A letter in the person's own official language, as PDF. Fails like `renderPlainPaper`. */
export async function renderLetter(
  paper: LetterPaper,
  fonts: DocumentFonts,
  options: RenderOptions = {},
): Promise<Result<RenderedDocument>> {
  return render(letterLayouts[paper.kind](paper.data, fonts, options), paper.data, undefined, fonts, options)
}

/** The letter that returns a photo, as PDF. Same data, same bytes. Fails like `renderPlainPaper`. */
export async function renderPhotoReturn(
  data: PhotoReturnData,
  fonts: DocumentFonts,
  options: RenderOptions = {},
): Promise<Result<RenderedDocument>> {
  const checked = photoReturnData.safeParse(data)
  if (!checked.success) return badData(checked.error)
  return render(layoutPhotoReturn(checked.data, fonts.metrics, options), checked.data, undefined, fonts, options)
}

/** The invitation to confirm permanent residence by post, as PDF. Same data, same bytes. Fails like `renderPlainPaper`. */
export async function renderInvitation(
  data: InvitationData,
  fonts: DocumentFonts,
  options: RenderOptions = {},
): Promise<Result<RenderedDocument>> {
  const checked = invitationData.safeParse(data)
  if (!checked.success) return badData(checked.error)
  return render(layoutInvitation(checked.data, fonts.metrics, options), checked.data, undefined, fonts, options)
}

/** A reminder by post, as PDF. Same data, same bytes. Fails like `renderPlainPaper`. */
export async function renderReminder(
  data: ReminderLetterData,
  fonts: DocumentFonts,
  options: RenderOptions = {},
): Promise<Result<RenderedDocument>> {
  const checked = reminderLetterData.safeParse(data)
  if (!checked.success) return badData(checked.error)
  return render(layoutReminder(checked.data, fonts.metrics, options), checked.data, undefined, fonts, options)
}

/** The confirmation of permanent residence, as PDF; with a portrait once a photo is accepted. Fails like `renderClaimantDocument`. */
export async function renderResidence(
  data: ResidenceData,
  portraitJpeg: Uint8Array | undefined,
  fonts: DocumentFonts,
  options: RenderOptions = {},
): Promise<Result<RenderedDocument>> {
  const checked = residenceData.safeParse(data)
  if (!checked.success) return badData(checked.error)
  return render(layoutResidence(checked.data, fonts.metrics, options), checked.data, portraitJpeg, fonts, options)
}

/** A layout behind the schema of its data. */
const laidOut =
  <T>(schema: z.ZodType<T>, layout: (data: T, metrics: TextMetrics, options: LayoutOptions) => Result<Page>) =>
  (data: unknown, { metrics }: DocumentFonts, options: RenderOptions): Result<Page> => {
    const checked = schema.safeParse(data)
    return checked.success ? layout(checked.data, metrics, options) : badData(checked.error)
  }

const plainLayouts: Readonly<Record<PlainPaper['kind'], ReturnType<typeof laidOut>>> = {
  seizure: laidOut(noticeOfSeizureData, layoutNoticeOfSeizure),
  conditions: laidOut(conditionsData, layoutConditions),
  cover: laidOut(coverData, layoutCover),
}

const letterLayouts: Readonly<Record<LetterPaper['kind'], ReturnType<typeof laidOut>>> = {
  referral: laidOut(referralData, layoutReferral),
  interview: laidOut(interviewData, layoutInterview),
  decision: laidOut(decisionLetterData, layoutDecision),
  preparation: laidOut(preparationData, layoutPreparation),
}

const badData = (error: { issues: readonly { path: readonly PropertyKey[] }[] }) =>
  fail('documents.bad_data', { field: error.issues[0]?.path.map(String).join('.') ?? '' })

async function render(
  page: Result<Page>,
  data: { portraitSha256: string | null; issuedAt: string },
  portrait: Uint8Array | undefined,
  fonts: DocumentFonts,
  options: RenderOptions,
): Promise<Result<RenderedDocument>> {
  if (!page.ok) return page
  const face = await checkPortrait(portrait, data.portraitSha256)
  if (!face.ok) return face
  const { findings } = page.value
  const sealed = await sealPage(page.value.list, face.value, options.seal)
  if (!sealed.ok) return sealed
  const { list, seal } = sealed.value
  const pdf = writePdf(list, portrait, fonts, {
    subset: options.subset ?? true,
    issuedAt: Date.parse(data.issuedAt),
  })
  return ok({ pdf, sha256: sha256(pdf), findings, ...(seal ? { seal } : {}) })
}

/** The page with its seal, over the values that it prints and the face that it shows. */
async function sealPage(
  list: DisplayList,
  portrait: PortraitRead | undefined,
  makeSeal: Sealing | undefined,
): Promise<Result<{ readonly list: DisplayList; readonly seal?: Uint8Array }>> {
  if (!makeSeal) return ok({ list })
  const digest = new Uint8Array(createHash('sha256').update(fieldText(list)).digest())
  const small = portrait && (await sealedPortrait(portrait))
  const seal = await makeSeal({ digest, ...(small ? { portrait: small } : {}) })
  if (!seal.ok) return seal
  const placed = placeSeal(list, seal.value)
  return placed.ok ? ok({ list: placed.value, seal: seal.value }) : placed
}

/** 35 x 45 mm, give or take a pixel of a small crop. */
const shape = { ratio: 35 / 45, tolerance: 0.01 }

/** The recorded picture if it is that, whole, printable and of the right shape. Another person's face on a paper is the worst error here. */
async function checkPortrait(
  jpeg: Uint8Array | undefined,
  expected: string | null,
): Promise<Result<PortraitRead | undefined>> {
  if (!jpeg) return expected === null ? ok(undefined) : fail('documents.portrait_mismatch')
  if (sha256(jpeg) !== expected) return fail('documents.portrait_mismatch')
  const picture = await readPortrait(jpeg)
  if (!picture) return fail('documents.portrait_unreadable')
  const { width, height } = picture
  if (Math.abs(width / height - shape.ratio) > shape.tolerance)
    return fail('documents.portrait_shape', { width, height })
  return ok(picture)
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
