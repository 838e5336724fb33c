import { preparationTemplate, preparationTemplates } from '../documents/templates/preparation.ts'
import { type CountryGuide, guideNotice, guidesFor } from '../guides/guide.ts'
import { sampleGuides } from '../guides/samples.ts'
import type { Bilingual } from '../language.ts'
import { byMoment, type PublicEvent } from './view/events.ts'
import type { ClaimantView } from './view.ts'

/** What a person is told before an interview of eligibility: the wording of the day, and what their own case lacks. */
export interface Preparation {
  /** What this case lacks now; empty when nothing is known to be missing. */
  readonly lacking: readonly Bilingual[]
  readonly bring: readonly Bilingual[]
  readonly questions: readonly Bilingual[]
  readonly rights: readonly Bilingual[]
}

const both = (en: string, fr: string): Bilingual => ({ en, fr })

const noPhoto = both('A photo of you', 'Une photo de vous')
const otherPhoto = both(
  'Another photo: the last one was returned',
  'Une autre photo\u00a0: la dernière a été retournée',
)
const noIdentity = both(
  'A copy of your passport or of another identity paper, or why you have none',
  'Une copie de votre passeport ou d’une autre pièce d’identité, ou la raison pour laquelle vous n’en avez pas',
)

const identifies: ReadonlySet<string> = new Set(['passport', 'identity_document', 'civil_status'])

type Shown = Pick<ClaimantView, 'still' | 'photo' | 'evidence' | 'actions'>

/** What the case of one person lacks, from what they are shown of their claim; what is asked of them comes last, the nearest day first. */
export function lackingIn({ still, photo, evidence, actions }: Shown): Bilingual[] {
  const usable = evidence.filter(({ replacedBy, refused, setAside }) => !replacedBy && !refused && !setAside)
  return [
    ...(still?.missing ?? []),
    ...(photo ? [] : [noPhoto]),
    ...(photo?.state === 'returned' ? [otherPhoto] : []),
    ...(still || usable.some(({ kind }) => identifies.has(kind)) ? [] : [noIdentity]),
    ...actions.map(({ what, due }) => both(`${what.en}, due ${due}`, `${what.fr}, au plus tard le ${due}`)),
  ]
}

/** The pack of one person on a day (ISO). */
export function preparationOf(view: Shown, on: string): Preparation {
  const { bring, questions, rights } = wordingOn(on)
  return {
    lacking: lackingIn(view),
    bring: bring.paragraphs,
    questions: questions.paragraphs,
    rights: rights.paragraphs,
  }
}

/** Countries of citizenship and those feared, as the person said them last, also in a correction that was accepted. */
export function countriesSaid(events: readonly PublicEvent[]): string[] {
  const said: Record<string, unknown> = {}
  for (const { body } of events.toSorted(byMoment)) {
    const { fields, source, correction } = (body ?? {}) as Partial<
      Record<'fields', object> & Record<'source' | 'correction', string>
    >
    if (source === 'portal' || correction) Object.assign(said, fields)
  }
  return [said.citizenships, said.fearedCountries].flatMap((list) => (Array.isArray(list) ? (list as string[]) : []))
}

/** A guide, and how far it can be relied on. */
export interface ShownGuide extends CountryGuide {
  readonly notice: Bilingual
}

/** The guides of the countries that the person named: those of the office before the program's own. */
export const guidesShown = (countries: readonly string[], imported: readonly CountryGuide[]): ShownGuide[] =>
  guidesFor(countries, sampleGuides, imported).map((guide) => ({ ...guide, notice: guideNotice(guide) }))

/** What stands over each part, by the wording of the day. */
export const preparationHeading = (part: keyof Preparation, on: string): Bilingual => wordingOn(on)[part].heading

/** The parts of a pack that say something, in their order. */
export const preparationParts = (pack: Preparation) =>
  (['lacking', 'bring', 'questions', 'rights'] as const).filter((part) => pack[part].length > 0)

/** The pack as text, in one language: as it goes with the notice. */
export const preparationText = (pack: Preparation, language: 'en' | 'fr', on: string): string =>
  preparationParts(pack)
    .map((part) =>
      [preparationHeading(part, on)[language], ...pack[part].map((line) => `- ${line[language]}`)].join('\n'),
    )
    .join('\n\n')

const wordingOn = (on: string) => preparationTemplate(on) ?? preparationTemplates[0]
