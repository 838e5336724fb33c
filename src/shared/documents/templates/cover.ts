import type { documentKinds } from '../../domain/vocabulary.ts'
import type { Bilingual } from '../../language.ts'
import { inForce, type Passage, type Template } from './template.ts'

/** Fixed wording of the checklist that lies on top of a pack. */
export interface CoverTemplate extends Template {
  readonly title: Bilingual
  /** How each paper is called on the list. */
  readonly papers: Readonly<Record<(typeof documentKinds)[number], Bilingual>>
  readonly use: Passage
}

/** The wordings so far. */
export const coverTemplates: readonly CoverTemplate[] = [
  {
    effective: '2024-04-01',
    citations: ['The office’s own list: it has no effect in law'],
    title: { en: 'Papers Handed Over: Checklist', fr: 'Documents remis\u00a0: liste de contrôle' },
    papers: {
      RPID: { en: 'Refugee Protection Identity Document', fr: 'Document d’identité du demandeur d’asile' },
      RPCD: { en: 'Refugee Protection Claimant Document', fr: 'Document du demandeur d’asile' },
      acknowledgement: { en: 'Acknowledgement of Claim', fr: 'Accusé de réception de la demande' },
      seizure: { en: 'Notice of Seizure', fr: 'Avis de saisie' },
      conditions: { en: 'Acknowledgement of Conditions', fr: 'Reconnaissance des conditions' },
      referral: { en: 'Confirmation of Referral', fr: 'Confirmation de cas déféré' },
      interview: { en: 'Notice to Return for Interview', fr: 'Avis de convocation à une entrevue' },
      decision: { en: 'Notice of Decision on Eligibility', fr: 'Avis de décision sur la recevabilité' },
      preparation: { en: 'Preparing for Your Interview', fr: 'Préparer votre entrevue' },
      cover: { en: 'This checklist', fr: 'La présente liste' },
    },
    use: {
      heading: { en: 'Before you leave', fr: 'Avant de partir' },
      paragraphs: [
        {
          en: 'Check that you have each paper on this list, and that names and dates are right. Tell the officer at once if one is missing or wrong.',
          fr: 'Vérifiez que vous avez chaque document de la liste et que les noms et les dates sont exacts. Signalez aussitôt à l’agent tout document manquant ou inexact.',
        },
      ],
    },
  },
]

/** The wording in force on the date of issue (ISO). */
export const coverTemplate = (date: string) => inForce(coverTemplates, date)
