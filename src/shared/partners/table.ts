import { type Bilingual, same } from '../language.ts'
import { and, irpa, rpdRule } from '../rules/citation.ts'
import type { PartnerId, PartnerPurpose, SharedField } from './names.ts'

/**
 * With whom which fields may be shared, for what, and by what authority: versioned data. A request for more is refused.
 * The fields are what a check needs and no more; the office confirms them against its agreements before use.
 */
export interface SharingRow {
  readonly partner: PartnerId
  readonly purpose: PartnerPurpose
  readonly fields: readonly SharedField[]
  readonly authority: Bilingual
  /** Only with the person's consent, or on an authority that the officer cites. */
  readonly consent: boolean
  /** Days in which an answer is expected; absent where none is awaited. */
  readonly days?: number
}

export interface SharingRules {
  readonly version: string
  /** Days on which requests fall under it: from this one on. */
  readonly from: string
  /** Was it compared with the agreements themselves? */
  readonly verified: boolean
  readonly rows: readonly SharingRow[]
}

const privacy: Bilingual = {
  en: 'Privacy Act, s. 8(2)(a)',
  fr: 'Loi sur la protection des renseignements personnels, art. 8(2)a)',
}
const identity = ['familyName', 'givenNames', 'aliases', 'birthDate', 'sex', 'clientId'] as const

export const sharingRules: readonly SharingRules[] = [
  {
    version: 'partners/2026-11',
    from: '2019-06-21',
    verified: false,
    rows: [
      {
        partner: 'cbsa_screening',
        purpose: 'security',
        fields: [...identity, 'birthCountry', 'citizenships', 'documents', 'addresses', 'entries', 'photo'],
        authority: and(irpa('100(1), 101(1)(f)'), privacy),
        consent: false,
        days: 30,
      },
      {
        partner: 'rcmp',
        purpose: 'criminality',
        fields: [...identity, 'birthCountry', 'biometrics'],
        authority: and(irpa('101(1)(f), 101(2)'), privacy),
        consent: false,
        days: 10,
      },
      {
        partner: 'rcmp',
        purpose: 'biometrics_match',
        fields: ['clientId', 'biometrics', 'photo'],
        authority: and(irpa('16(2), (3)'), privacy),
        consent: false,
        days: 2,
      },
      {
        partner: 'information_sharing_country',
        purpose: 'earlier_claim_abroad',
        fields: ['biometrics', 'familyName', 'givenNames', 'birthDate', 'citizenships'],
        authority: irpa('101(1)(c.1)'),
        consent: false,
        days: 5,
      },
      {
        partner: 'irb',
        purpose: 'referral',
        fields: [
          ...identity,
          'citizenships',
          'contact',
          'counsel',
          'languages',
          'fearedCountries',
          'entries',
          'documents',
          'detention',
          'representative',
          'relatives',
          'needs',
        ],
        authority: rpdRule('3(4) to (6), Schedule 2'),
        consent: false,
      },
      {
        partner: 'health_administrator',
        purpose: 'health_coverage',
        fields: ['familyName', 'givenNames', 'birthDate', 'sex', 'clientId', 'contact'],
        authority: privacy,
        consent: true,
      },
      {
        partner: 'province',
        purpose: 'settlement',
        fields: ['familyName', 'givenNames', 'birthDate', 'clientId', 'contact', 'languages'],
        authority: privacy,
        consent: true,
      },
    ],
  },
]

/** Checks of which an answer is awaited, by whichever rules: the index of what is awaited names them too. */
export const awaitedPurposes: readonly PartnerPurpose[] = [
  ...new Set(
    sharingRules.flatMap(({ rows }) => rows.flatMap(({ purpose, days }) => (days === undefined ? [] : [purpose]))),
  ),
]

/** The rules on a day. */
export const sharingOn = (day: string): SharingRules | undefined =>
  sharingRules.filter(({ from }) => from <= day).at(-1)

/**
 * An authority as it was written down, in both languages: the table's own (events keep its English), in any of its
 * versions; what an officer cited stays as it was typed.
 */
export const authorityWords = (written: string): Bilingual =>
  sharingRules.flatMap(({ rows }) => rows).find(({ authority }) => authority.en === written)?.authority ?? same(written)
