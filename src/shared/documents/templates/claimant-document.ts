import type { Bilingual } from '../../language.ts'
import { inForce, type Passage, type Template } from './template.ts'

/** Fixed wording of the claimant's identity document. Ours, in both languages; each purpose has its source. */
export interface ClaimantDocumentTemplate extends Template {
  readonly title: Readonly<Record<'RPID' | 'RPCD_legacy', Bilingual>>
  /** Printed only for people who are covered. */
  readonly ifhp: Passage
  readonly statements: Passage
}

const title = {
  RPID: { en: 'Refugee Protection Identity Document', fr: 'Document d’identité du demandeur d’asile' },
  RPCD_legacy: { en: 'Refugee Protection Claimant Document', fr: 'Document du demandeur d’asile' },
} as const

const coverage: Bilingual = {
  en: 'The person named on this document is covered by the Interim Federal Health Program. Health-care providers: confirm the coverage with the program administrator before each service, with the client ID above.',
  fr: 'La personne nommée dans le présent document est couverte par le Programme fédéral de santé intérimaire. Fournisseurs de soins : confirmez la couverture auprès de l’administrateur du programme avant chaque service, à l’aide de l’ID client ci-dessus.',
}

const coPayments: Bilingual = {
  en: 'Basic care is free of charge. The holder pays $4 for each prescription and 30% of the cost of other supplemental services.',
  fr: 'Les soins de base sont gratuits. La personne titulaire paie 4\u00a0$ par ordonnance et 30\u00a0% du coût des autres services supplémentaires.',
}

const ifhpHeading: Bilingual = {
  en: 'Interim Federal Health Program (IFHP)',
  fr: 'Programme fédéral de santé intérimaire (PFSI)',
}

const statements: Passage = {
  heading: { en: 'About this document', fr: 'À propos de ce document' },
  paragraphs: [
    {
      en: 'The holder has made a claim for refugee protection in Canada. This document identifies the holder.',
      fr: 'La personne titulaire a présenté une demande d’asile au Canada. Le présent document sert à l’identifier.',
    },
    {
      en: 'It is not a travel document: it is not valid to leave and re-enter Canada. It is not evidence of immigration status.',
      fr: 'Ce n’est pas un titre de voyage\u00a0: il ne permet pas de quitter le Canada et d’y revenir. Il ne constitue pas une preuve de statut d’immigration.',
    },
    {
      en: 'The holder may work or study in Canada only with a permit that allows it.',
      fr: 'La personne titulaire ne peut travailler ou étudier au Canada qu’avec un permis qui l’autorise.',
    },
    {
      en: 'This document belongs to the Government of Canada and must be handed over when an officer asks for it. It is void if altered or laminated.',
      fr: 'Le présent document appartient au gouvernement du Canada et doit être remis à l’agent qui le demande. Il est nul s’il est modifié ou plastifié.',
    },
  ],
}

const citations = [
  'IRCC Operational Bulletin 679: validity of six years from 2024-04-01; RPID in its place from 2025-03-25',
  'IRCC, Interim Federal Health Program: documents that prove eligibility; check of coverage before each service',
  'IRPR s. 43(1): conditions on persons let in to complete an examination or hearing (work, study)',
  'IRCC, status documents: altered or laminated papers are void',
]

/** Both wordings so far; the second names the co-payments. */
export const claimantDocumentTemplates: readonly ClaimantDocumentTemplate[] = [
  { effective: '2024-04-01', citations, title, ifhp: { heading: ifhpHeading, paragraphs: [coverage] }, statements },
  {
    effective: '2026-05-01',
    citations: [...citations, 'IRCC, Interim Federal Health Program: co-payments from 2026-05-01'],
    title,
    ifhp: { heading: ifhpHeading, paragraphs: [coverage, coPayments] },
    statements,
  },
]

/** The wording in force on the date of issue (ISO). */
export const claimantDocumentTemplate = (date: string) => inForce(claimantDocumentTemplates, date)
