import { type CountryGuide, guideNotice, guidesFor } from '../guides/guide.ts'
import { sampleGuides } from '../guides/samples.ts'
import type { Bilingual } from '../language.ts'
import { byMoment, type PublicEvent } from './view/events.ts'
import type { ClaimantView } from './view.ts'

/**
 * What a person is told before an interview of eligibility: what to bring, what their own case still lacks, and questions
 * to think about beforehand. It says nothing of how to answer: the officer decides whether a claim can be referred, not
 * whether it is believed.
 */
export interface Preparation {
  /** What this case lacks now; empty when nothing is known to be missing. */
  readonly lacking: readonly Bilingual[]
  readonly bring: readonly Bilingual[]
  readonly questions: readonly Bilingual[]
  readonly rights: readonly Bilingual[]
}

const both = (en: string, fr: string): Bilingual => ({ en, fr })

/** For each member of the family. IRCC, instructions to claimants called to an interview. */
const bring: readonly Bilingual[] = [
  both('The notice of this interview', 'L’avis de convocation'),
  both(
    'Original passports, travel and identity papers, genuine or not, of every member of the family. They may be kept.',
    'Les originaux des passeports et des pièces d’identité et de voyage, authentiques ou non, de chaque membre de la famille. Ils peuvent être retenus.',
  ),
  both(
    'Papers of birth, marriage, divorce and custody',
    'Les actes de naissance, de mariage et de divorce, et les jugements de garde',
  ),
  both(
    'Translations into English or French, with the translator’s declaration',
    'Les traductions en français ou en anglais, avec la déclaration du traducteur',
  ),
  both('The form of the medical examination, if you have it', 'Le formulaire de l’examen médical, si vous l’avez'),
]

/** What officers usually ask. */
const questions: readonly Bilingual[] = [
  both('Why did you come to Canada?', 'Pourquoi êtes-vous venu au Canada?'),
  both('Whom or what do you fear, and why?', 'De qui ou de quoi avez-vous peur, et pourquoi?'),
  both('What do you think would happen if you went back?', 'Que pensez-vous qu’il arriverait si vous y retourniez?'),
  both(
    'By which way did you come, when, with which papers, and who helped you?',
    'Par quel chemin êtes-vous venu, quand, avec quels documents, et qui vous a aidé?',
  ),
  both(
    'Did you ask for protection before, here or in another country?',
    'Avez-vous déjà demandé la protection, ici ou dans un autre pays?',
  ),
  both('Do you have a status in another country?', 'Avez-vous un statut dans un autre pays?'),
  both('Were you ever arrested or detained?', 'Avez-vous déjà été arrêté ou détenu?'),
  both('Which relatives do you have in Canada?', 'Quels proches avez-vous au Canada?'),
]

const rights: readonly Bilingual[] = [
  both(
    'An interpreter is there free of charge, if you need one.',
    'Un interprète est présent sans frais, si vous en avez besoin.',
  ),
  both('You may be assisted by counsel, at your own expense.', 'Vous pouvez être assisté d’un conseil, à vos frais.'),
  both(
    'You must answer truthfully (Immigration and Refugee Protection Act, s. 16 and 100(1.1)).',
    'Vous devez répondre véridiquement (Loi sur l’immigration et la protection des réfugiés, art. 16 et 100(1.1)).',
  ),
  both(
    'If you cannot come, write to the office before the day, and say why.',
    'Si vous ne pouvez pas venir, écrivez au bureau avant la date en indiquant pourquoi.',
  ),
]

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

/** The pack of one person, from what they are shown of their claim. */
export function preparationOf(view: Pick<ClaimantView, 'still' | 'photo' | 'evidence' | 'actions'>): Preparation {
  const { still, photo, evidence, actions } = view
  const usable = evidence.filter(({ replacedBy, refused, setAside }) => !replacedBy && !refused && !setAside)
  const lacking = [
    ...(still?.missing ?? []),
    ...(photo ? [] : [noPhoto]),
    ...(photo?.state === 'returned' ? [otherPhoto] : []),
    ...(still || usable.some(({ kind }) => identifies.has(kind)) ? [] : [noIdentity]),
    ...actions.map(({ what, due }) => both(`${what.en}, due ${due}`, `${what.fr}, au plus tard le ${due}`)),
  ]
  return { lacking, bring, questions, rights }
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

export const preparationHeadings = {
  lacking: both('What your case still lacks', 'Ce qui manque encore à votre dossier'),
  bring: both('Bring', 'À apporter'),
  questions: both('Questions to think about', 'Questions à vous poser d’avance'),
  rights: both('Good to know', 'Bon à savoir'),
}

/** The parts of a pack that say something, in their order. */
export const preparationParts = (pack: Preparation) =>
  (['lacking', 'bring', 'questions', 'rights'] as const).filter((part) => pack[part].length > 0)

/** The pack as text, in one language: as it goes with the notice. */
export function preparationText(pack: Preparation, language: 'en' | 'fr'): string {
  return preparationParts(pack)
    .map((part) => [preparationHeadings[part][language], ...pack[part].map((line) => `- ${line[language]}`)].join('\n'))
    .join('\n\n')
}
