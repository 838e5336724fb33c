import type { conditionsVersions } from '../../domain/vocabulary.ts'
import type { Bilingual } from '../../language.ts'
import { inForce, type Passage, type Template } from './template.ts'

/** What decides which conditions hold for a person. */
export interface ConditionFacts {
  /** Let in to complete an examination, IRPA s. 23: a claim at a port of entry. */
  readonly letIn: boolean
  /** Under 18 on the day of the paper. */
  readonly minor: boolean
  /** A departure order that was made: IRPR s. 228(3), 229(2). */
  readonly departureOrder: 'conditional' | 'in_force' | 'none'
}

/** A condition on a person, a whole sentence, with the law that it rests on. */
export interface Condition {
  readonly id: string
  readonly text: Bilingual
  /** In short, on the identity document; absent where the document says it in its own words. */
  readonly inShort?: Bilingual
  readonly citation: Bilingual
  readonly holds: (facts: ConditionFacts) => boolean
}

/** Fixed wording of the conditions and of the paper on which they are acknowledged (as IMM 1262). Ours, in both languages. */
export interface ConditionsTemplate extends Template {
  /** By which the act of acknowledging names the wording. */
  readonly version: (typeof conditionsVersions)[number]
  readonly title: Bilingual
  readonly conditions: readonly Condition[]
  readonly heading: Bilingual
  readonly breach: Passage
  readonly acknowledgement: Passage
  /** On the identity document where the conditions do not fit beside long names. */
  readonly onSeparateSheet: Bilingual
}

const everyone = () => true
const both = (en: string, fr: string): Bilingual => ({ en, fr })

const conditions: readonly Condition[] = [
  {
    id: 'appear',
    text: both(
      'Report in person at the time and place that you are given, for your examination or for an admissibility hearing.',
      'Vous présenter en personne aux date, heure et lieu indiqués, pour votre contrôle ou pour une enquête.',
    ),
    inShort: both(
      'Report in person when and where you are told.',
      'Vous présenter en personne aux date, heure et lieu indiqués.',
    ),
    citation: both('IRPA s. 16(1); IRPR s. 43(1)(a)', 'LIPR, par. 16(1); RIPR, al. 43(1)a)'),
    holds: everyone,
  },
  {
    id: 'work',
    text: both('Do not work in Canada without a work permit.', 'Ne pas travailler au Canada sans permis de travail.'),
    citation: both('IRPA s. 30(1); IRPR s. 43(1)(b)', 'LIPR, par. 30(1); RIPR, al. 43(1)b)'),
    holds: everyone,
  },
  {
    id: 'study',
    text: both('Do not study in Canada without a study permit.', 'Ne pas étudier au Canada sans permis d’études.'),
    citation: both('IRPA s. 30(1); IRPR s. 43(1)(c)', 'LIPR, par. 30(1); RIPR, al. 43(1)c)'),
    holds: ({ minor }) => !minor,
  },
  {
    id: 'study_minor',
    text: both(
      'You may go to pre-school, primary or secondary school. Any other study needs a study permit.',
      'Vous pouvez fréquenter l’école maternelle, primaire ou secondaire. Toute autre étude exige un permis d’études.',
    ),
    inShort: both(
      'You may go to pre-school, primary or secondary school.',
      'Vous pouvez fréquenter l’école maternelle, primaire ou secondaire.',
    ),
    citation: both('IRPA s. 30(1) and (2)', 'LIPR, par. 30(1) et (2)'),
    holds: ({ minor }) => minor,
  },
  {
    id: 'medical',
    text: both(
      'Have the medical examination done as you were instructed.',
      'Passer l’examen médical selon les instructions reçues.',
    ),
    inShort: both(
      'Have the medical examination done as instructed.',
      'Passer l’examen médical selon les instructions.',
    ),
    citation: both('IRPA s. 16(2)(b); IRPR s. 30(1)', 'LIPR, al. 16(2)b); RIPR, par. 30(1)'),
    holds: everyone,
  },
  {
    id: 'address',
    text: both(
      'Tell us and the Immigration and Refugee Board without delay when your address or telephone number changes.',
      'Nous aviser sans délai, ainsi que la Commission de l’immigration et du statut de réfugié, de tout changement d’adresse ou de téléphone.',
    ),
    inShort: both(
      'Tell us without delay of any new address or telephone number.',
      'Nous aviser sans délai de tout changement d’adresse ou de téléphone.',
    ),
    citation: both('IRPA s. 16(1); RPD Rules, rule 4', 'LIPR, par. 16(1); Règles de la SPR, art. 4'),
    holds: everyone,
  },
  {
    id: 'withdraw',
    text: both(
      'If you withdraw your application to enter Canada, report in person to an officer at a port of entry.',
      'Si vous retirez votre demande d’entrée au Canada, vous présenter en personne à un agent à un point d’entrée.',
    ),
    inShort: both(
      'If you withdraw your application to enter, report to an officer at a port of entry.',
      'Si vous retirez votre demande d’entrée, vous présenter à un agent à un point d’entrée.',
    ),
    citation: both('IRPR s. 43(1)(d)', 'RIPR, al. 43(1)d)'),
    holds: ({ letIn }) => letIn,
  },
  {
    id: 'quarantine',
    text: both(
      'Follow every order or regulation under the Emergencies Act or the Quarantine Act that applies to you.',
      'Respecter tout décret ou règlement pris en vertu de la Loi sur les mesures d’urgence ou de la Loi sur la mise en quarantaine qui vous vise.',
    ),
    inShort: both(
      'Follow orders under the Emergencies Act or the Quarantine Act.',
      'Respecter les décrets pris en vertu des lois sur les mesures d’urgence et sur la mise en quarantaine.',
    ),
    citation: both('IRPR s. 43(1)(e)', 'RIPR, al. 43(1)e)'),
    holds: ({ letIn }) => letIn,
  },
  {
    id: 'conditional_order',
    text: both(
      'A conditional departure order was made against you. If it comes into force and becomes enforceable, leave Canada within 30 days and confirm your departure with an officer at a port of entry; otherwise it becomes a deportation order.',
      'Une mesure d’interdiction de séjour conditionnelle a été prise contre vous. Si elle prend effet et devient exécutoire, quitter le Canada dans les 30 jours et confirmer votre départ auprès d’un agent à un point d’entrée; sinon, elle devient une mesure d’expulsion.',
    ),
    inShort: both(
      'Conditional departure order: once enforceable, leave within 30 days and confirm it at a port of entry.',
      'Mesure d’interdiction de séjour conditionnelle : une fois exécutoire, partir dans les 30 jours et le confirmer à un point d’entrée.',
    ),
    citation: both(
      'IRPA s. 49(2); IRPR s. 224(2), 228(3), 229(2), 240(1)',
      'LIPR, par. 49(2); RIPR, par. 224(2), 228(3), 229(2) et 240(1)',
    ),
    holds: ({ departureOrder }) => departureOrder === 'conditional',
  },
  {
    id: 'order',
    text: both(
      'A departure order was made against you. Leave Canada within 30 days after it becomes enforceable and confirm your departure with an officer at a port of entry; otherwise it becomes a deportation order.',
      'Une mesure d’interdiction de séjour a été prise contre vous. Quitter le Canada dans les 30 jours après qu’elle devient exécutoire et confirmer votre départ auprès d’un agent à un point d’entrée; sinon, elle devient une mesure d’expulsion.',
    ),
    inShort: both(
      'Departure order: once enforceable, leave within 30 days and confirm it at a port of entry.',
      'Mesure d’interdiction de séjour : une fois exécutoire, partir dans les 30 jours et le confirmer à un point d’entrée.',
    ),
    citation: both('IRPA s. 49(1); IRPR s. 224(2), 240(1)', 'LIPR, par. 49(1); RIPR, par. 224(2) et 240(1)'),
    holds: ({ departureOrder }) => departureOrder === 'in_force',
  },
]

/** The wordings so far. */
export const conditionsTemplates: readonly ConditionsTemplate[] = [
  {
    effective: '2026-05-01',
    version: '2026-05',
    citations: [
      'IRPR s. 43(1): conditions on every person authorized to enter under IRPA s. 23',
      'IRPA s. 16(1), 16(2)(b), 30: duty to appear, medical examination, work and study',
      'IRPR s. 224(2), 228(3), 229(2), 240(1), IRPA s. 49: departure orders and when they bind',
      'IMM 1262: acknowledgement of conditions; IMM 1265: declaration of the interpreter',
    ],
    title: both('Acknowledgement of Conditions', 'Reconnaissance des conditions'),
    conditions,
    heading: both('Conditions that apply to you', 'Conditions qui vous sont imposées'),
    breach: {
      heading: both('If you do not respect a condition', 'Si vous ne respectez pas une condition'),
      paragraphs: [
        both(
          'You may be arrested, detained or found inadmissible (IRPA s. 41, 55). If you cannot respect a condition, tell us before.',
          'Vous pouvez être arrêté, détenu ou interdit de territoire (LIPR, art. 41 et 55). Si vous ne pouvez respecter une condition, avisez-nous au préalable.',
        ),
      ],
    },
    acknowledgement: {
      heading: both('Acknowledgement', 'Reconnaissance'),
      paragraphs: [
        both(
          'These conditions were read to me or I read them, in a language that I understand. I understand them. I received a copy of this paper. A parent or guardian signs for a child.',
          'Ces conditions m’ont été lues ou je les ai lues, dans une langue que je comprends. Je les comprends. J’ai reçu copie du présent document. Un parent ou un tuteur signe pour un enfant.',
        ),
      ],
    },
    onSeparateSheet: both(
      'See the conditions on the separate sheet “Acknowledgement of Conditions”.',
      'Voir les conditions sur la feuille distincte «\u00a0Reconnaissance des conditions\u00a0».',
    ),
  },
]

/** The wording in force on the date of issue (ISO). */
export const conditionsTemplate = (date: string) => inForce(conditionsTemplates, date)

/** The conditions that hold for a person, in the wording in force on `date` (ISO); none before the first wording. */
export const conditionsThatHold = (date: string, facts: ConditionFacts): readonly Condition[] =>
  conditionsTemplate(date)?.conditions.filter((condition) => condition.holds(facts)) ?? []

/** The same as the identity document prints them, in short. */
export const conditionsOnDocument = (date: string, facts: ConditionFacts): readonly Bilingual[] =>
  conditionsThatHold(date, facts).flatMap(({ inShort }) => inShort ?? [])
