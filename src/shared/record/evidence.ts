import { z } from 'zod'
import { countryCode, languageCode, partialDate, text } from '../domain/field-types.ts'
import type { Bilingual } from '../language.ts'
import { option } from './answer.ts'

/** Evidence on a claim: a file that never changes, and what an officer says of it. */

export const evidenceKinds = [
  option('passport', 'Passport or travel document', 'Passeport ou titre de voyage'),
  option('identity', 'Other identity document', 'Autre document d’identité'),
  option('entry', 'Proof of status or entry', 'Preuve du statut ou de l’entrée'),
  option('basis_of_claim', 'Basis of Claim Form', 'Formulaire FDA'),
  option('form', 'Another form', 'Autre formulaire'),
  option('police', 'Police report', 'Rapport de police'),
  option('medical', 'Medical record', 'Dossier médical'),
  option('witness', 'Witness statement', 'Déclaration de témoin'),
  option('court', 'Court or prison paper', 'Document judiciaire ou carcéral'),
  option('membership', 'Proof of membership', 'Preuve d’adhésion'),
  option('photo', 'Photograph or message', 'Photographie ou message'),
  option('country', 'Country evidence', 'Preuve sur le pays'),
  option('translation', 'Translation', 'Traduction'),
  option('other', 'Other', 'Autre'),
]
const kinds = evidenceKinds.map(({ value }) => value)

export const legibilities = [
  option('clear', 'Legible', 'Lisible'),
  option('partly', 'Partly legible', 'Partiellement lisible'),
  option('unreadable', 'Not legible', 'Illisible'),
]

/** What a piece of evidence shows of a threat: the threat itself, that protection failed, that there is no going back. */
export const aspects = ['threat', 'protection', 'return'] as const
export type Aspect = (typeof aspects)[number]
export const aspectWords: Readonly<Record<Aspect, Bilingual>> = {
  threat: { en: 'The threat', fr: 'La menace' },
  protection: { en: 'Protection failed', fr: 'Échec de la protection' },
  return: { en: 'Cannot go back', fr: 'Retour impossible' },
}

/** `threat:<row>`, `protection:<row>`, `return:<row>` of a risk, or `event:<row>`. */
const support = z.string().regex(/^(threat|protection|return|event):[0-9a-f-]{36}$/)

/** What is said of a piece of evidence; the file itself is named by `claim.evidence_added`. */
export const evidenceAccount = z.strictObject({
  kind: z.enum(kinds),
  what: text(500).optional(),
  dated: partialDate.optional(),
  country: countryCode.optional(),
  language: languageCode.optional(),
  legibility: z.enum(legibilities.map(({ value }) => value)).optional(),
  supports: z.array(support).max(200).optional(),
  /** It was withdrawn, or added to the wrong claim: kept, and counted no more. */
  aside: text(500).optional(),
})
export type EvidenceAccount = z.infer<typeof evidenceAccount>

/** Why a piece counts no more, as officers choose it, and as the person who sent it is told. */
export const asideReasons = [
  option('duplicate', 'The same as another piece', 'La même qu’une autre preuve'),
  option('illegible', 'It cannot be read', 'Elle est illisible'),
  option('other_person', 'It is about somebody else', 'Elle concerne une autre personne'),
  option('withdrawn', 'The person took it back', 'La personne l’a retirée'),
  option('other', 'Another reason', 'Un autre motif'),
] as const
export type AsideReason = (typeof asideReasonIds)[number]
export const asideReasonIds = ['duplicate', 'illegible', 'other_person', 'withdrawn', 'other'] as const

/** A piece that was set aside. `of`: the piece that stays, of a duplicate. */
export const asideAccount = z.strictObject({
  why: z.enum(asideReasonIds),
  of: z.uuid().optional(),
  note: z.string().trim().min(3).max(2000),
})
export type AsideAccount = z.infer<typeof asideAccount>

export const asideRegister = (id: string): string => `aside.${id}`
export const asideWords = (why: string): Bilingual =>
  asideReasons.find(({ value }) => value === why)?.text ?? { en: why, fr: why }

/** A piece of evidence as rules read it. */
export interface Evidence extends EvidenceAccount {
  readonly id: string
  readonly sha256: string
}

export const evidenceRegister = (id: string): string => `evidence.${id}`
