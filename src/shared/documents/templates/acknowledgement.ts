import type { Bilingual } from '../../language.ts'
import { inForce, type Passage, type Template } from './template.ts'

/** Fixed wording of the letter that acknowledges a claim whose eligibility is not decided. */
export interface AcknowledgementTemplate extends Template {
  readonly title: Bilingual
  readonly received: Passage
  /** In place of `received` while consideration of the claim is suspended (IRPA s. 100(2)). */
  readonly suspended: Passage
  /** In place of `received` while the identity document of a decided claim cannot be made. */
  readonly awaitingDocument: Passage
  readonly duties: Passage
  readonly ifhp: Passage
  readonly limits: Passage
  /** In place of `limits` on a letter that stands in for the document. */
  readonly limitsUntilDocument: Passage
  /** In the place of the appointment while none is set. */
  readonly noAppointment: Bilingual
  /** The same on a letter that stands in for the document. */
  readonly noDateForDocument: Bilingual
}

const paragraph = (en: string, fr: string): Bilingual => ({ en, fr })

/** The wordings so far. */
export const acknowledgementTemplates: readonly AcknowledgementTemplate[] = [
  {
    effective: '2024-04-01',
    citations: [
      'IRPA s. 100(1)-(2): decision on eligibility, suspension',
      'IRPA s. 16(1): duty to answer truthfully and to appear',
      'IRCC, after you apply: acknowledgement of claim proves eligibility for the Interim Federal Health Program',
    ],
    title: {
      en: 'Acknowledgement of Claim and Notice to Return for Interview',
      fr: 'Accusé de réception de la demande d’asile et avis de convocation à une entrevue',
    },
    received: {
      heading: { en: 'Your claim', fr: 'Votre demande' },
      paragraphs: [
        paragraph(
          'We have received your claim for refugee protection. An officer has not decided yet whether it can be referred to the Refugee Protection Division.',
          'Nous avons reçu votre demande d’asile. Un agent n’a pas encore décidé si elle peut être déférée à la Section de la protection des réfugiés.',
        ),
      ],
    },
    suspended: {
      heading: { en: 'Your claim', fr: 'Votre demande' },
      paragraphs: [
        paragraph(
          'We have received your claim for refugee protection. Its consideration is suspended until another decision about you is made. We will write to you.',
          'Nous avons reçu votre demande d’asile. Il est sursis à son étude jusqu’à ce qu’une autre décision à votre sujet soit prise. Nous vous écrirons.',
        ),
      ],
    },
    awaitingDocument: {
      heading: { en: 'Your claim', fr: 'Votre demande' },
      paragraphs: [
        paragraph(
          'We have received your claim for refugee protection and an officer has decided on its eligibility. Your identity document could not be made today. Keep this letter until you receive it.',
          'Nous avons reçu votre demande d’asile et un agent a statué sur sa recevabilité. Votre document d’identité n’a pu être produit aujourd’hui. Conservez la présente lettre jusqu’à ce que vous le receviez.',
        ),
      ],
    },
    duties: {
      heading: { en: 'What you must do', fr: 'Ce que vous devez faire' },
      paragraphs: [
        paragraph(
          'Come to every appointment and bring this letter. If you cannot come, tell us before that day.',
          'Présentez-vous à chaque rendez-vous avec la présente lettre. En cas d’empêchement, avisez-nous avant le jour prévu.',
        ),
        paragraph(
          'Have the medical examination done as instructed. Answer all questions truthfully.',
          'Passez l’examen médical selon les instructions. Répondez véridiquement à toutes les questions.',
        ),
        paragraph(
          'Tell us at once if your address or telephone number changes.',
          'Avisez-nous aussitôt de tout changement d’adresse ou de numéro de téléphone.',
        ),
      ],
    },
    ifhp: {
      heading: { en: 'Interim Federal Health Program (IFHP)', fr: 'Programme fédéral de santé intérimaire (PFSI)' },
      paragraphs: [
        paragraph(
          'The person named in this letter is covered by the Interim Federal Health Program. Health-care providers: confirm the coverage with the program administrator before each service.',
          'La personne nommée dans la présente lettre est couverte par le Programme fédéral de santé intérimaire. Fournisseurs de soins\u00a0: confirmez la couverture auprès de l’administrateur du programme avant chaque service.',
        ),
      ],
    },
    limits: {
      heading: { en: 'About this letter', fr: 'À propos de la présente lettre' },
      paragraphs: [
        paragraph(
          'This letter is not a travel document and is not evidence of immigration status. It does not allow you to work or study. It ceases to be valid when a decision on eligibility is made.',
          'La présente lettre n’est pas un titre de voyage et ne constitue pas une preuve de statut d’immigration. Elle ne permet ni de travailler ni d’étudier. Elle cesse d’être valide dès la décision sur la recevabilité.',
        ),
      ],
    },
    limitsUntilDocument: {
      heading: { en: 'About this letter', fr: 'À propos de la présente lettre' },
      paragraphs: [
        paragraph(
          'This letter is not a travel document and is not evidence of immigration status. It does not allow you to work or study. It ceases to be valid when your identity document is issued.',
          'La présente lettre n’est pas un titre de voyage et ne constitue pas une preuve de statut d’immigration. Elle ne permet ni de travailler ni d’étudier. Elle cesse d’être valide dès la délivrance de votre document d’identité.',
        ),
      ],
    },
    noDateForDocument: {
      en: 'We will tell you the date, the time and the place at which you receive your identity document.',
      fr: 'Nous vous indiquerons la date, l’heure et le lieu de la remise de votre document d’identité.',
    },
    noAppointment: {
      en: 'No date is set yet. We will write to you with the date, the time and the place of your interview.',
      fr: 'Aucune date n’est encore fixée. Nous vous écrirons pour vous indiquer la date, l’heure et le lieu de votre entrevue.',
    },
  },
]

/** The wording in force on the date of issue (ISO). */
export const acknowledgementTemplate = (date: string) => inForce(acknowledgementTemplates, date)

/** What to bring to an interview, in short. */
export const toBring: readonly Bilingual[] = [
  { en: 'this letter', fr: 'la présente lettre' },
  { en: 'all passports and identity documents', fr: 'tous vos passeports et pièces d’identité' },
]
