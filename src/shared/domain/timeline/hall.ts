import type { Bilingual } from '../../language.ts'
import type { hallEvents } from '../catalogue/hall.ts'
import type { ArrivalValues } from '../fields.ts'
import { say, type Writer } from './writer.ts'

/** What happened in the waiting room, in words. */
export const hallWriters: { readonly [N in keyof typeof hallEvents]: Writer<N> } = {
  'arrival.noted': (b) => {
    const party = partyText(b.fields as ArrivalValues)
    return { en: `Arrived in the waiting room: ${party.en}`, fr: `Arrivée en salle d’attente : ${party.fr}` }
  },
  'arrival.set': say('Waiting room entry corrected', 'Inscription en salle d’attente corrigée'),
  'arrival.taken': say('Taken from the waiting room', 'Prise en charge depuis la salle d’attente'),
  'arrival.handed_back': say('Handed back to the waiting room', 'Remise en salle d’attente'),
  'arrival.handed_over': say('Handed over to another officer', 'Confiée à un autre agent'),
  'arrival.claim_opened': say('Claim opened for a member of the party', 'Demande ouverte pour un membre du groupe'),
  'arrival.left': (b) => ({
    en: `Left without being seen. ${b.reason}`,
    fr: `Partie sans avoir été reçue. ${b.reason}`,
  }),
  'arrival.done': say('Seen to the end; left the office', 'Reçue jusqu’au bout; a quitté le bureau'),
  'arrival.erased': (b) => ({
    en: `Waiting room entry erased. ${b.law}`,
    fr: `Inscription en salle d’attente effacée. ${b.law}`,
  }),
  'arrival.returned': say('Back in the waiting room', 'De retour en salle d’attente'),
}

/** How many people a party is, in words: `2 adults, 1 child`. */
export function partyText({ adults = 0, children = 0 }: ArrivalValues): Bilingual {
  const en = [
    adults > 0 ? `${adults} ${adults === 1 ? 'adult' : 'adults'}` : '',
    children > 0 ? `${children} ${children === 1 ? 'child' : 'children'}` : '',
  ]
  const fr = [
    adults > 0 ? `${adults} ${adults === 1 ? 'adulte' : 'adultes'}` : '',
    children > 0 ? `${children} ${children === 1 ? 'enfant' : 'enfants'}` : '',
  ]
  return { en: en.filter(Boolean).join(', '), fr: fr.filter(Boolean).join(', ') }
}
