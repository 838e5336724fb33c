import type { Bilingual } from '../../language.ts'
import type { movesEvents } from '../catalogue/moves.ts'
import { officeOf } from '../ports-of-entry.ts'
import { type Writer, withReason } from './writer.ts'

/** The name of an office by its key; the key itself where a newer program knows more offices. */
export const officeName = (office: string): Bilingual => officeOf(office)?.name ?? { en: office, fr: office }

/** That a claim went to another office, and where it is now. */
export const movedTo = (office: string): Bilingual => ({
  en: `Claim transferred to another office: ${officeName(office).en}`,
  fr: `Demande transférée à un autre bureau : ${officeName(office).fr}`,
})

/** How a claim went from office to office, in words. */
export const moveWriters: { readonly [N in keyof typeof movesEvents]: Writer<N> } = {
  'claim.moved_out': ({ to, reason }) => withReason(movedTo(to), reason),
  'claim.moved_in': ({ from }) => ({
    en: `Claim received from another office: ${officeName(from).en}`,
    fr: `Demande reçue d’un autre bureau : ${officeName(from).fr}`,
  }),
}
