import type { ownershipEvents } from '../catalogue/ownership.ts'
import { officeOf } from '../ports-of-entry.ts'
import { say, type Writer } from './writer.ts'

/** By what another office knows a person, in words. */
export const knownBy = {
  document: { en: 'passport or paper', fr: 'le même passeport ou document' },
  client: { en: 'client ID', fr: 'le même ID client' },
} as const

/** Who is at work on a claim, who else knows the person and that something was noted, in words; not what a note says. */
export const ownershipWriters: { readonly [N in keyof typeof ownershipEvents]: Writer<N> } = {
  'claim.known_elsewhere': ({ office, way }) => {
    const name = officeOf(office)?.name ?? { en: office, fr: office }
    const what = knownBy[way]
    return { en: `Known at ${name.en} too, by the same ${what.en}`, fr: `Connu aussi à ${name.fr}, par ${what.fr}` }
  },
  'officer.search_saved': say('Search saved', 'Recherche enregistrée'),
  'officer.search_dropped': say('Saved search dropped', 'Recherche enregistrée supprimée'),
  'claim.note_added': say('Note added', 'Note ajoutée'),
  'claim.working_set': ({ fields, from, reason }) => {
    if (!fields['case.working']) return { en: 'No longer at work on the claim', fr: 'Ne travaille plus à la demande' }
    if (!from) return { en: 'At work on the claim', fr: 'Travaille à la demande' }
    return {
      en: `At work on the claim in the place of another officer${reason ? `. ${reason}` : ''}`,
      fr: `Travaille à la demande à la place d’un autre agent${reason ? `. ${reason}` : ''}`,
    }
  },
}
