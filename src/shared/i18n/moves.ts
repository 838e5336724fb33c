import type { Texts } from './types.ts'

/** A claim that goes to another office. */
export const moveTexts = {
  'move.open': { en: 'Transfer to another office', fr: 'Transférer à un autre bureau' },
  'move.title': { en: 'Transfer the claim to another office', fr: 'Transférer la demande à un autre bureau' },
  'move.body': {
    en: 'The other office works on the claim from then on, with all that is recorded; here it can only be read. The open claims of the family go along, and appointments that are booked are cancelled.',
    fr: 'L’autre bureau traite dès lors la demande, avec tout ce qui y est consigné; ici, elle ne peut qu’être lue. Les demandes ouvertes de la famille suivent, et les rendez-vous fixés sont annulés.',
  },
  'move.offline': {
    en: 'Without a network it goes as soon as this desk reaches the central service.',
    fr: 'Sans réseau, elle part dès que ce poste joint le service central.',
  },
  'move.to': { en: 'Office', fr: 'Bureau' },
  'move.choose': { en: 'Choose an office', fr: 'Choisissez un bureau' },
  'move.do': { en: 'Transfer the claim', fr: 'Transférer la demande' },
  'move.was': {
    en: 'Transferred on {{date}}: {{office}} has this claim',
    fr: 'Transférée le {{date}} : le bureau {{office}} traite cette demande',
  },
  'move.by': { en: '{{by}}: {{reason}}', fr: '{{by}} : {{reason}}' },
  'move.read_only': {
    en: 'Here it can only be read. Tell the other office what you learn.',
    fr: 'Ici, elle ne peut qu’être lue. Dites à l’autre bureau ce que vous apprenez.',
  },
  'timeline.without_effect': { en: 'Without effect: came too late', fr: 'Sans effet : arrivé trop tard' },
} as const satisfies Texts
