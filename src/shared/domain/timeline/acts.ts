import { fullIntakeTexts as texts } from '../../i18n/claims-intake.ts'
import type { Bilingual } from '../../language.ts'
import type { actsEvents } from '../catalogue/acts.ts'
import type { EventBody } from '../catalogue.ts'
import { withReason } from './writer.ts'

/** Acts of law upon a claim, in words. */
type Writers = { readonly [N in keyof typeof actsEvents]: (body: EventBody<N>) => Bilingual }

const uncapitalized = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

export const actWriters: Writers = {
  'claim.consent_recorded': ({ fields: { consentToSharing: consent } }) =>
    consent.given
      ? { en: 'Consented to sharing information', fr: 'A consenti à la communication de renseignements' }
      : { en: 'Refused to share information', fr: 'A refusé la communication de renseignements' },
  'claim.conditions_acknowledged': ({ fields: { conditionsAcknowledged: conditions } }) => ({
    en: `Conditions acknowledged on ${conditions.on} (wording ${conditions.version})`,
    fr: `Conditions reconnues le ${conditions.on} (version ${conditions.version})`,
  }),
  'claim.inadmissibility_reported': ({ fields: { inadmissibilityReport: report } }) => {
    const paragraph = texts[`paragraph.${report.paragraph}`]
    return {
      en: `Report of inadmissibility, IRPA s. 44(1), under s. ${paragraph.en}, by ${report.by}`,
      fr: `Rapport d’interdiction de territoire, LIPR, par. 44(1), au titre de l’art. ${paragraph.fr}, par ${report.by}`,
    }
  },
  'claim.departure_order_made': ({ fields: { departureOrder: order } }) => {
    const maker = texts[`order_maker.${order.by}`]
    return {
      en: `${order.conditional ? 'Conditional departure order' : 'Departure order'} made by the ${maker.en} on ${order.on}`,
      fr: `Mesure d’interdiction de séjour${order.conditional ? ' conditionnelle' : ''} prise le ${order.on} : ${uncapitalized(maker.fr)}`,
    }
  },
  'claim.detention_recorded': ({ fields: { detention } }) => {
    const ground = texts[`detention_ground.${detention.ground}`]
    const { since, until, place } = detention
    return {
      en: `Detained since ${since} at ${place}: ${uncapitalized(ground.en)}${until ? `. Released on ${until}` : ''}`,
      fr: `En détention depuis le ${since}, ${place} : ${uncapitalized(ground.fr)}${until ? `. Mise en liberté le ${until}` : ''}`,
    }
  },
  'claim.documents_seized': ({ fields: { seizures } }) => {
    const count = seizures.length
    return {
      en: `Documents seized under IRPA s. 140: ${count} in all`,
      fr: `Documents saisis en vertu de la LIPR, art. 140 : ${count} en tout`,
    }
  },
  'claim.interview_set': ({ fields: { interview } }) => ({
    en: `Eligibility interview set for ${interview.date} at ${interview.time}, ${interview.place}`,
    fr: `Entrevue de recevabilité fixée au ${interview.date} à ${interview.time.replace(':', ' h ')}, ${interview.place}`,
  }),
  'claim.act_withdrawn': ({ fields, reason }) => {
    const names = Object.keys(fields) as (keyof typeof fields)[]
    const list = (language: 'en' | 'fr') => names.map((name) => texts[`field.${name}`][language]).join(', ')
    return withReason({ en: `Set aside: ${list('en')}`, fr: `Annulé : ${list('fr')}` }, reason)
  },
}
