import type { Bilingual } from '../../language.ts'
import { rpdRule } from '../citation.ts'
import { type Finding, inForm, type OwnRecord, type Place, type Rule } from '../finding.ts'

/**
 * The three documents without which a claim is not reviewed: identity, Basis of Claim Form, support of the claim. An
 * explanation stands for the first and the third: RPD Rules, rule 11.
 */
export interface Essential {
  readonly item: 'identity' | 'basis_of_claim' | 'support'
  readonly name: Bilingual
  readonly citation: Bilingual
  readonly ask: Bilingual
  readonly at: Place
  /** A port of entry hands out the Basis of Claim Form after the referral: it is not missing before. */
  readonly inlandOnly?: true
  /** By what it is met: kinds of evidence, registers of the claim, a machine-readable zone that was read. */
  readonly by: {
    readonly evidence: (kind: string) => boolean
    readonly fields: (input: OwnRecord) => readonly string[]
    readonly read?: true
  }
  readonly met: (input: OwnRecord) => 'given' | 'explained' | undefined
}

const has = ({ evidence }: OwnRecord, ...kinds: readonly string[]): boolean =>
  evidence.some(({ kind, aside }) => !aside && kinds.includes(kind))

const identityPapers = ['passport', 'travel_document', 'identity_card', 'birth_certificate', 'driving_licence']
const holdsIdentity = ({ claim }: OwnRecord): boolean =>
  claim.heldDocuments?.some(({ kind }) => identityPapers.includes(kind)) ?? false
const notSupport = ['passport', 'identity', 'entry', 'basis_of_claim', 'form', 'translation']

export const essentials: readonly Essential[] = [
  {
    item: 'identity',
    name: { en: 'passport or identity document', fr: 'passeport ou document d’identité' },
    citation: rpdRule('7(3), 11'),
    ask: {
      en: 'Ask for the passport or any identity document, or for why there is none and what was done to obtain one.',
      fr: 'Demandez le passeport ou tout document d’identité, ou pourquoi il n’y en a pas et les démarches pour en obtenir un.',
    },
    at: inForm('imm0008', 'who.noPassport'),
    by: {
      evidence: (kind) => kind === 'passport' || kind === 'identity',
      fields: (input) => [...(holdsIdentity(input) ? ['heldDocuments'] : []), 'record.who.noPassport'],
      read: true,
    },
    met: (input) => {
      if (holdsIdentity(input) || input.read || has(input, 'passport', 'identity')) return 'given'
      return input.record.answers['who.noPassport'] ? 'explained' : undefined
    },
  },
  {
    item: 'basis_of_claim',
    name: { en: 'Basis of Claim Form', fr: 'Formulaire FDA' },
    citation: rpdRule('6, 7'),
    ask: {
      en: 'Ask for the signed Basis of Claim Form.',
      fr: 'Demandez le Formulaire FDA signé.',
    },
    at: inForm('boc', 'boc.signedOn'),
    by: { evidence: (kind) => kind === 'basis_of_claim', fields: () => ['record.boc.signedOn'] },
    inlandOnly: true,
    met: (input) =>
      has(input, 'basis_of_claim') || input.record.answers['boc.signedOn'] !== undefined ? 'given' : undefined,
  },
  {
    item: 'support',
    name: { en: 'documents that support the claim', fr: 'documents à l’appui de la demande' },
    citation: rpdRule('11'),
    ask: {
      en: 'Ask for police, medical or other papers, or for why there are none and what was done to obtain them.',
      fr: 'Demandez des documents de police, médicaux ou autres, ou pourquoi il n’y en a pas et les démarches pour en obtenir.',
    },
    at: inForm('boc', 'boc.noDocuments'),
    by: { evidence: (kind) => !notSupport.includes(kind), fields: () => ['record.boc.noDocuments'] },
    met: (input) => {
      if (input.evidence.some(({ kind, aside }) => !aside && !notSupport.includes(kind))) return 'given'
      return input.record.answers['boc.noDocuments'] ? 'explained' : undefined
    },
  },
]

/** Those that this claim needs, each with how it is met. */
export const essentialsOf = (input: OwnRecord) =>
  essentials
    .filter(({ inlandOnly }) => !inlandOnly || input.claim.channel === 'inland')
    .map((essential) => ({ essential, met: essential.met(input) }))

/** What is missing: it stops the clock of the review. */
export const missingEssentials: Rule = (input) =>
  essentialsOf(input)
    .filter(({ met }) => met === undefined)
    .map(
      ({ essential: { item, name, citation, ask, at } }): Finding => ({
        rule: 'essential',
        key: `essential.${item}`,
        severity: 'serious',
        message: { en: `Missing: ${name.en}.`, fr: `Manque\u00a0: ${name.fr}.` },
        at,
        citation,
        ask,
        facts: item,
      }),
    )
