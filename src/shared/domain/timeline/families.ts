import type { Bilingual } from '../../language.ts'
import type { familiesEvents } from '../catalogue/families.ts'
import type { Writer } from './writer.ts'

/** Families, lanes and who works on a claim, in words. */
export const familyWriters: { readonly [N in keyof typeof familiesEvents]: Writer<N> } = {
  'claim.family_joined': (b) => withReason('Linked to the claims of a family', 'Liée aux demandes d’une famille', b),
  'claim.family_left': (b) => withReason('Unlinked from the family', 'Dissociée de la famille', b),
  'claim.family_principal_set': (b) =>
    b.fields['family.principal']
      ? { en: 'Made the principal claimant of the family', fr: 'Désignée demande principale de la famille' }
      : { en: 'No longer the principal claimant', fr: 'N’est plus la demande principale' },
  'claim.family_differs': (b) =>
    Object.values(b.fields).some(Boolean)
      ? { en: 'Said to differ from the family', fr: 'Déclarée différente de la famille' }
      : { en: 'Same as the family again', fr: 'De nouveau identique à la famille' },
  'claim.triaged': (b) => {
    const text: Bilingual =
      b.fields['intake.lane'] === 'one_touch'
        ? { en: 'Triage: One Touch lane', fr: 'Triage : voie One Touch' }
        : { en: 'Triage: full intake', fr: 'Triage : réception complète' }
    return withReason(
      `${text.en} (${b.lowRisk ? 'low risk' : 'not low risk'}, ${b.lowNeed ? 'low need' : 'not low need'})`,
      `${text.fr} (${b.lowRisk ? 'risque faible' : 'risque non faible'}, ${b.lowNeed ? 'besoins faibles' : 'besoins non faibles'})`,
      b,
    )
  },
  'claim.lane_left': (b) =>
    withReason('One Touch lane left for full intake', 'Voie One Touch quittée pour la réception complète', b),
  'claim.handed_over': (b) => withReason('Claim handed over to another officer', 'Demande confiée à un autre agent', b),
}

const withReason = (en: string, fr: string, { reason }: { readonly reason?: string | undefined }): Bilingual => ({
  en: reason ? `${en}. ${reason}` : en,
  fr: reason ? `${fr}. ${reason}` : fr,
})
