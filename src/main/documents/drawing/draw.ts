import type { InvitationData } from '../../../shared/documents/invitation-data.ts'
import type { PhotoReturnData } from '../../../shared/documents/photo-return-data.ts'
import type { ReminderLetterData } from '../../../shared/documents/reminder-data.ts'
import type { ResidenceData } from '../../../shared/documents/residence-data.ts'
import { fail, type Result } from '../../../shared/result.ts'
import type { DeskSigner } from '../../seals/desk-signer.ts'
import type { DocumentFonts } from '../fonts.ts'
import { isLetter, isPlain, type Paper } from '../paper-data.ts'
import {
  type RenderedDocument,
  type RenderOptions,
  renderAcknowledgement,
  renderClaimantDocument,
  renderInvitation,
  renderLetter,
  renderPhotoReturn,
  renderPlainPaper,
  renderReminder,
  renderResidence,
} from '../render.ts'
import { photoReturnSealing, residenceSealing, sealingOf } from '../sealing.ts'

/** The letter that returns a photo; `signed` is the day on which its seal is made. */
export interface PhotoReturnLetter {
  readonly kind: 'photo_return'
  readonly data: PhotoReturnData
  readonly signed: string
}

/** The confirmation of permanent residence. */
export interface ResidencePaper {
  readonly kind: 'residence'
  readonly data: ResidenceData
}

/** The invitation to confirm permanent residence, by post. */
export interface InvitationLetter {
  readonly kind: 'invitation'
  readonly data: InvitationData
}

/** A reminder of a limit, by post. */
export interface ReminderPaper {
  readonly kind: 'reminder'
  readonly data: ReminderLetterData
}

/** All that a paper needs: whoever draws it asks no store. */
export interface DrawTask {
  readonly paper: Paper | PhotoReturnLetter | ResidencePaper | InvitationLetter | ReminderPaper
  /** The portrait as JPEG, where the paper shows one. */
  readonly portrait?: Uint8Array | undefined
  /** SPECIMEN across the page. */
  readonly specimen: boolean
  /** Seals the paper, if its kind bears a seal. */
  readonly signer?: DeskSigner | undefined
}

/** A paper as PDF, sealed where a signer is given. Fails as the function of its kind in render.ts does. */
export async function drawPaper(task: DrawTask, fonts: DocumentFonts): Promise<Result<RenderedDocument>> {
  const { paper, portrait, specimen } = task
  const seal = sealing(task)
  const options: RenderOptions = { specimen, ...(seal ? { seal } : {}) }
  if (paper.kind === 'photo_return') return renderPhotoReturn(paper.data, fonts, options)
  if (paper.kind === 'invitation') return renderInvitation(paper.data, fonts, options)
  if (paper.kind === 'reminder') return renderReminder(paper.data, fonts, options)
  if (paper.kind === 'residence') return renderResidence(paper.data, portrait, fonts, options)
  if (isPlain(paper)) return renderPlainPaper(paper, fonts, options)
  if (isLetter(paper)) return renderLetter(paper, fonts, options)
  if (paper.kind === 'acknowledgement') return renderAcknowledgement(paper.data, portrait, fonts, options)
  return portrait
    ? renderClaimantDocument(paper.data, portrait, fonts, options)
    : fail('claims.incomplete', { lacks: 'photo' })
}

function sealing({ paper, signer }: DrawTask) {
  if (!signer || paper.kind === 'invitation' || paper.kind === 'reminder') return undefined
  if (paper.kind === 'residence') return residenceSealing(paper.data, signer)
  return paper.kind === 'photo_return' ? photoReturnSealing(paper.data, paper.signed, signer) : sealingOf(paper, signer)
}
