import type { Bilingual } from '../../language.ts'
import { inForce, type Passage, type Template } from './template.ts'

/** Fixed wording of the letter that tells a decision on eligibility other than a referral, which has its own. */
export interface DecisionTemplate extends Template {
  readonly title: Bilingual
  readonly ineligible: Passage
  readonly suspended: Passage
  /** Heading of the grounds, of which each is a paragraph. */
  readonly grounds: Bilingual
  readonly risk: Bilingual
  readonly order: Bilingual
  readonly recourse: Passage
  readonly whileSuspended: Passage
}

const both = (en: string, fr: string): Bilingual => ({ en, fr })

/** The wordings so far. */
export const decisionTemplates: readonly DecisionTemplate[] = [
  {
    effective: '2019-06-21',
    citations: [
      'IRPA s. 100(1), 101(1): the officer determines whether the claim is eligible to be referred',
      'IRPA s. 100(2): consideration is suspended',
      'IRPA s. 49(2), 112: when a departure order comes into force; pre-removal risk assessment',
      'IRPA s. 72(2)(b): application for leave and for judicial review, 15 days for a decision made in Canada',
    ],
    title: both('Notice of Decision on Eligibility', 'Avis de décision sur la recevabilité'),
    ineligible: {
      heading: both('The decision', 'La décision'),
      paragraphs: [
        both(
          'Your claim for refugee protection is not eligible to be referred to the Refugee Protection Division. It ends with this decision (IRPA s. 101).',
          'Votre demande d’asile n’est pas recevable et ne peut être déférée à la Section de la protection des réfugiés. Elle prend fin par la présente décision (LIPR, art. 101).',
        ),
      ],
    },
    suspended: {
      heading: both('The decision', 'La décision'),
      paragraphs: [
        both(
          'Consideration of whether your claim is eligible is suspended until the Immigration Division or a court has decided what it has before it (IRPA s. 100(2)).',
          'L’étude de la recevabilité de votre demande est suspendue jusqu’à ce que la Section de l’immigration ou un tribunal ait statué sur l’affaire dont il est saisi (LIPR, par. 100(2)).',
        ),
      ],
    },
    grounds: both('The grounds', 'Les motifs'),
    risk: both('Pre-removal risk assessment', 'Examen des risques avant renvoi'),
    order: both('Departure order', 'Mesure d’interdiction de séjour'),
    recourse: {
      heading: both('If you do not agree', 'Si vous n’êtes pas d’accord'),
      paragraphs: [
        both(
          'You may ask the Federal Court for leave to have this decision reviewed, within 15 days of the day on which you are told of it (IRPA s. 72). You may be represented by counsel at your own expense; legal aid may help you.',
          'Vous pouvez demander à la Cour fédérale l’autorisation de faire contrôler la présente décision, dans les 15 jours suivant celui où vous en êtes avisé (LIPR, art. 72). Vous pouvez être représenté par un conseil, à vos frais; l’aide juridique peut vous aider.',
        ),
      ],
    },
    whileSuspended: {
      heading: both('Until then', 'D’ici là'),
      paragraphs: [
        both(
          'Tell us at once when your address, telephone number or counsel changes, and come when you are called. We write to you when the study of your claim goes on.',
          'Avisez-nous aussitôt de tout changement d’adresse, de numéro de téléphone ou de conseil, et présentez-vous quand vous êtes convoqué. Nous vous écrirons à la reprise de l’étude de votre demande.',
        ),
      ],
    },
  },
]

/** The wording in force on the date of issue (ISO). */
export const decisionTemplate = (date: string) => inForce(decisionTemplates, date)

export const decisionLabels = { decidedOn: both('Date of decision', 'Date de la décision') } as const
