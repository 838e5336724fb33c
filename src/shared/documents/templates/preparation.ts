import type { Bilingual } from '../../language.ts'
import { inForce, type Passage, type Template } from './template.ts'

/**
 * Fixed wording of what a person is given to get ready for an interview of eligibility: on paper, by message and at the
 * portal. It says nothing of how to answer: the officer decides whether a claim can be referred, not whether it is believed.
 */
export interface PreparationTemplate extends Template {
  readonly title: Bilingual
  readonly about: Bilingual
  readonly lacking: Omit<Passage, 'paragraphs'> & {
    /** Where nothing is known to be missing. */
    readonly nothing: Bilingual
    /** On paper: from which day the list is. */
    readonly asOf: Bilingual
  }
  /** For each member of the family. */
  readonly bring: Passage
  /** What officers usually ask. */
  readonly questions: Passage
  readonly rights: Passage
}

const both = (en: string, fr: string): Bilingual => ({ en, fr })

/** The wordings so far. */
export const preparationTemplates: readonly [PreparationTemplate, ...PreparationTemplate[]] = [
  {
    effective: '2018-08-29',
    citations: [
      'IRCC, after you apply: what to bring to the interview; an interpreter is provided free of charge',
      'IRCC, processing in-Canada claims for refugee protection: interviews (what officers ask)',
      'IRPA s. 16(1), (1.1): duty to answer truthfully and to appear for an examination',
      'IRPA s. 100(1), (1.1): the officer decides on eligibility; the burden of proof rests on the claimant',
    ],
    title: both('Preparing for Your Interview', 'Préparer votre entrevue'),
    about: both(
      'This sheet helps you to get ready; it is no test. The officer decides whether your claim can be referred to the Refugee Protection Division (IRPA s. 100(1)), not whether it is believed. Answer in your own words.',
      'Cette feuille vous aide à vous préparer; ce n’est pas un examen. L’agent décide si votre demande peut être déférée à la Section de la protection des réfugiés (LIPR, par. 100(1)), et non si elle est crue. Répondez dans vos propres mots.',
    ),
    lacking: {
      heading: both('What your case still lacks', 'Ce qui manque encore à votre dossier'),
      nothing: both('Nothing is known to be missing.', 'Rien ne manque à notre connaissance.'),
      asOf: both(
        'What your case lacks is listed as it was known on the day of issue. What you sent since need not be sent again; bring the originals.',
        'Ce qui manque à votre dossier est indiqué selon ce qui était connu à la date de délivrance. Ce que vous avez envoyé depuis n’a pas à l’être de nouveau; apportez les originaux.',
      ),
    },
    bring: {
      heading: both('Bring', 'À apporter'),
      paragraphs: [
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
        both(
          'The form of the medical examination, if you have it',
          'Le formulaire de l’examen médical, si vous l’avez',
        ),
      ],
    },
    questions: {
      heading: both('Questions to think about', 'Questions à vous poser d’avance'),
      paragraphs: [
        both('Why did you come to Canada?', 'Pourquoi êtes-vous venu au Canada?'),
        both('Whom or what do you fear, and why?', 'De qui ou de quoi avez-vous peur, et pourquoi?'),
        both(
          'What do you think would happen if you went back?',
          'Que pensez-vous qu’il arriverait si vous y retourniez?',
        ),
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
      ],
    },
    rights: {
      heading: both('Good to know', 'Bon à savoir'),
      paragraphs: [
        both(
          'An interpreter is there free of charge, if you need one.',
          'Un interprète est présent sans frais, si vous en avez besoin.',
        ),
        both(
          'You may be assisted by counsel, at your own expense.',
          'Vous pouvez être assisté d’un conseil, à vos frais.',
        ),
        both(
          'You must answer truthfully (Immigration and Refugee Protection Act, s. 16 and 100(1.1)).',
          'Vous devez répondre véridiquement (Loi sur l’immigration et la protection des réfugiés, art. 16 et 100(1.1)).',
        ),
        both(
          'If you cannot come, write to the office before the day, and say why.',
          'Si vous ne pouvez pas venir, écrivez au bureau avant la date en indiquant pourquoi.',
        ),
      ],
    },
  },
]

/** The wording in force on the date (ISO). */
export const preparationTemplate = (date: string) => inForce(preparationTemplates, date)
