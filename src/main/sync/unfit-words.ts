import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { LoggedEvent } from '../../shared/domain/event.ts'
import type { Bilingual } from '../../shared/language.ts'
import { isErased } from '../store/erased.ts'
import type { Reader } from '../store/types.ts'

/** What became of this desk's own event that speaks of somebody who was erased by another; undefined when it speaks of nobody such. */
export function unfitWords(reader: Reader, event: LoggedEvent, claim: string, paper: string): Bilingual | undefined {
  if (event.type === 'claim.person_linked') {
    const { person } = (event.body ?? {}) as Partial<EventBody<'claim.person_linked'>>
    if (!person || !isErased(reader, { kind: 'person', id: person })) return undefined
    return {
      en: `The person to whom ${claim} was joined here was erased at another desk, which had not heard of that: the claim has the person again whom it had before. Look whether it is to be erased too`,
      fr: `La personne à laquelle ${claim} a été jointe ici a été effacée à un autre poste, qui n’en savait rien\u00a0: la demande a de nouveau la personne qu’elle avait. Voyez si elle doit être effacée aussi`,
    }
  }
  if (event.type === 'document.reserved') {
    const { person } = (event.body ?? {}) as Partial<EventBody<'document.reserved'>>
    if (!person || !isErased(reader, { kind: 'person', id: person })) return undefined
    return {
      en: `Document ${paper} was made here for somebody whom another desk had erased meanwhile: it stands in no record. Its number and its sheet are used. Recall the paper; once this is marked as seen, its page is erased too`,
      fr: `Le document ${paper} a été produit ici pour une personne qu’un autre poste avait effacée entre-temps\u00a0: il ne figure à aucun dossier. Son numéro et sa feuille sont utilisés. Rappelez le papier; une fois ceci marqué comme vu, sa page est effacée aussi`,
    }
  }
  return undefined
}
