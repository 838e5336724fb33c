import type { CardFileKind } from '../../cards/kinds.ts'
import type { Bilingual } from '../../language.ts'
import type { cardFileEvents } from '../catalogue/card-files.ts'
import type { Writer } from './writer.ts'

/** What the files of cards are called. */
const cardFileWords: Readonly<Record<CardFileKind, Bilingual>> = {
  order: { en: 'order', fr: 'commande' },
  instructions: { en: 'instructions', fr: 'instructions' },
  acknowledgement: { en: 'acknowledgement', fr: 'accusé de réception' },
  produced: { en: 'cards produced', fr: 'cartes produites' },
  mailed: { en: 'cards mailed', fr: 'cartes postées' },
  returned: { en: 'cards returned', fr: 'cartes revenues' },
}

/** Files of cards, and what comes after an electronic confirmation or an order, in words. */
export const cardFileWriters: { readonly [N in keyof typeof cardFileEvents]: Writer<N> } = {
  'card_file.sent': ({ kind, rows }) => ({
    en: `File for the production facility written: ${cardFileWords[kind].en}, rows ${rows}`,
    fr: `Fichier destiné au centre de production\u00a0: ${cardFileWords[kind].fr}, lignes ${rows}`,
  }),
  'card_file.taken': ({ kind, taken, refused }) => ({
    en: `File of the production facility taken in: ${cardFileWords[kind].en}, rows taken ${taken}, refused ${refused}`,
    fr: `Fichier du centre de production reçu\u00a0: ${cardFileWords[kind].fr}, lignes reçues ${taken}, refusées ${refused}`,
  }),
  'card_file.erased': ({ law }) => ({ en: `File of cards erased. ${law}`, fr: `Fichier de cartes effacé. ${law}` }),
  'confirmation.ecopr_renewed': ({ availableUntil }) => ({
    en: `Electronic confirmation available until ${availableUntil}`,
    fr: `Confirmation électronique disponible jusqu’au ${availableUntil}`,
  }),
  'confirmation.card_held': ({ reason }) => ({
    en: `Facility told not to mail the card. ${reason}`,
    fr: `Consigne au centre de ne pas poster la carte. ${reason}`,
  }),
  'confirmation.card_redirected': ({ address }) => ({
    en: `Facility told to mail the card to ${address.city}`,
    fr: `Consigne au centre de poster la carte à ${address.city}`,
  }),
}
