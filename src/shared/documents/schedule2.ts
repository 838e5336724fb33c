import type { SharedField } from '../partners/names.ts'
import type { ReferralData } from './letter-data.ts'

/**
 * Schedule 2 to the RPD Rules (rule 3(5)): the information that an officer gives the Division with a referred claim, as
 * data. The sixteen items keep their numbers; what nobody recorded is null, never left out. The same items stand on the
 * Confirmation of Referral.
 */
export interface Schedule2 {
  readonly format: 'passerelle-schedule-2-1'
  readonly applicationNumber: string
  readonly office: string
  readonly items: {
    readonly '1': { familyName: string; givenNames: string; gender: string | null; birthDate: string | null }
    readonly '2': { clientId: string | null }
    readonly '3': { placeOfDetention: string | null; since: string | null }
    readonly '4': { address: string | null; phone: string | null; email: string | null }
    readonly '5': { counsel: 'none' | { name: string | null; contact: string | null } | null }
    readonly '6': { officialLanguage: 'en' | 'fr' | null }
    readonly '7': { referredOn: string }
    readonly '8': { section: string }
    readonly '9': { decision: 'eligible' }
    readonly '10': { countriesFeared: readonly string[] }
    readonly '11': { designatedRepresentativeNeeded: boolean | null; name: string | null; contact: string | null }
    readonly '12': { interpreterNeeded: boolean | null; language: string | null; dialect: string | null }
    readonly '13': readonly { name: string; applicationNumber: string; clientId: string | null }[]
    readonly '14': { notifiedOn: string | null; how: 'letter' | null; document: string | null }
    readonly '15': { claimMade: 'port_of_entry' | 'inland' }
    readonly '16': { basisOfClaimDue: string | null; seizureNotices: readonly string[]; needs: string | null }
  }
}

/** What of a person these items give away: it stands so in the ledger of what was given to whom. */
export const schedule2Fields = [
  'familyName',
  'givenNames',
  'sex',
  'birthDate',
  'clientId',
  'detention',
  'contact',
  'counsel',
  'languages',
  'fearedCountries',
  'representative',
  'relatives',
  'documents',
  'needs',
] as const satisfies readonly SharedField[]

/** How the person was told: the letter that was handed over, and when; null while none was. */
export type Notified = { readonly on: string; readonly document: string } | null

/** What the letter says, as data. Countries by ISO 3166-1 alpha-3 where they have a code. */
export function schedule2(
  data: ReferralData,
  claim: { readonly applicationNumber: string; readonly office: string; readonly feared: readonly string[] },
  notified: Notified,
): Schedule2 {
  return {
    format: 'passerelle-schedule-2-1',
    applicationNumber: claim.applicationNumber,
    office: claim.office,
    items: {
      '1': {
        familyName: data.familyName,
        givenNames: data.givenNames,
        gender: data.sex,
        birthDate: data.birthDate,
      },
      '2': { clientId: data.clientId },
      '3': { placeOfDetention: data.detention?.place ?? null, since: data.detention?.since ?? null },
      '4': data.contact,
      '5': { counsel: data.counsel },
      '6': { officialLanguage: data.officialLanguage },
      '7': { referredOn: data.referredOn },
      '8': { section: 'IRPA 100(1)' },
      '9': { decision: 'eligible' },
      '10': { countriesFeared: claim.feared },
      '11': {
        designatedRepresentativeNeeded: data.representative.needed,
        name: data.representative.name,
        contact: data.representative.contact,
      },
      '12': {
        interpreterNeeded: data.interpreter.needed,
        language: data.interpreter.language?.en ?? null,
        dialect: data.interpreter.dialect,
      },
      '13': data.relatives,
      '14': { notifiedOn: notified?.on ?? null, how: notified ? 'letter' : null, document: notified?.document ?? null },
      '15': { claimMade: data.channel },
      '16': { basisOfClaimDue: data.basisOfClaimDue, seizureNotices: data.seizureNotices, needs: data.needs },
    },
  }
}
