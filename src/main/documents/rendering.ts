import type { FindingView } from '../../shared/contract/views.ts'
import { errors, explain } from '../../shared/errors.ts'
import type { Bilingual } from '../../shared/language.ts'
import type { MrzNote } from '../../shared/mrz/write.ts'
import type { Result } from '../../shared/result.ts'
import type { Tools } from '../claims/tools.ts'
import type { DeskSigning } from '../seals/desk-signer.ts'
import type { DrawingEngine } from './drawing/engine.ts'
import type { DocumentFonts } from './fonts.ts'
import type { Paper } from './paper-data.ts'
import type { RenderedDocument } from './render.ts'

export interface PaperTools extends Tools {
  readonly fonts: () => Promise<Result<DocumentFonts>>
  readonly drawing: Pick<DrawingEngine, 'draw'>
  /** SPECIMEN across every page: the demo. */
  readonly specimen: boolean
}

/** Draws a paper with the portrait that the store holds, sealed where the desk signs. */
export async function renderPaper(
  { store, drawing }: PaperTools,
  paper: Paper,
  specimen: boolean,
  signing: DeskSigning = { state: 'none' },
): Promise<Result<RenderedDocument>> {
  const sha256 = paper.data.portraitSha256
  const portrait = sha256 ? store.blobs.get(sha256) : undefined
  if (portrait && !portrait.ok) return portrait
  return drawing.draw({ paper, portrait: portrait?.value, specimen, signer: signerIn(signing) })
}

/** With what a paper is sealed, if the desk signs. */
export const signerIn = (signing: DeskSigning) => (signing.state === 'ready' ? signing.with : undefined)

/** What layout, zone and seal have to say of a paper. */
export const allFindings = (paper: Paper, rendered: RenderedDocument, signing?: DeskSigning): FindingView[] => [
  ...findingViews(rendered),
  ...(signing?.state === 'ended' ? findingViews({ findings: [{ code: 'documents.not_sealed', params: {} }] }) : []),
  ...('zoneNotes' in paper ? paper.zoneNotes.map(zoneFinding) : []),
]

const zoneTexts: Readonly<Record<MrzNote, Bilingual>> = {
  name_truncated: {
    en: 'The name is cut short in the machine-readable zone; it is whole above.',
    fr: 'Le nom est abrégé dans la zone de lecture automatique; il figure en entier plus haut.',
  },
  name_romanized: {
    en: 'The name was romanized for the machine-readable zone: compare it.',
    fr: 'Le nom a été romanisé pour la zone de lecture automatique\u00a0: comparez-le.',
  },
  name_characters_dropped: {
    en: 'Some characters of the name have no place in the machine-readable zone.',
    fr: 'Certains caractères du nom n’ont pas leur place dans la zone de lecture automatique.',
  },
}
const zoneFinding = (note: MrzNote): FindingView => ({ code: `mrz.${note}`, severity: 'review', text: zoneTexts[note] })

/** What the officer should see before a paper goes out. */
export const findingViews = ({ findings }: Pick<RenderedDocument, 'findings'>): FindingView[] =>
  findings.map((finding) => ({
    code: finding.code,
    severity: errors[finding.code].status >= 400 ? 'return' : 'review',
    text: { en: explain(finding, 'en').message, fr: explain(finding, 'fr').message },
  }))
