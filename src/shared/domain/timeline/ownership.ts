import type { ownershipEvents } from '../catalogue/ownership.ts'
import { officeOf } from '../ports-of-entry.ts'
import { say, type Writer } from './writer.ts'

/** By what another office knows a person, in words. */
export const knownBy = {
  document: { sure: true, en: 'by the same passport or paper', fr: 'par le même passeport ou document' },
  client: { sure: true, en: 'by the same client ID', fr: 'par le même ID client' },
  name: {
    sure: false,
    en: 'by a like name and the same birth date',
    fr: 'par un nom semblable et la même date de naissance',
  },
} as const

/** Who is at work on a claim, who else knows the person and that something was noted, in words; not what a note says. */
export const ownershipWriters: { readonly [N in keyof typeof ownershipEvents]: Writer<N> } = {
  'claim.known_elsewhere': ({ office, way }) => {
    const name = officeOf(office)?.name ?? { en: office, fr: office }
    const what = knownBy[way]
    return what.sure
      ? { en: `Known at ${name.en} too, ${what.en}`, fr: `Connu aussi à ${name.fr}, ${what.fr}` }
      : { en: `Perhaps known at ${name.en} too, ${what.en}`, fr: `Peut-être connu aussi à ${name.fr}, ${what.fr}` }
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
