import type { ownershipEvents } from '../catalogue/ownership.ts'
import type { Writer } from './writer.ts'

/** Who is at work on a claim, in words. */
export const ownershipWriters: { readonly [N in keyof typeof ownershipEvents]: Writer<N> } = {
  'claim.working_set': ({ fields, from, reason }) => {
    if (!fields['case.working']) return { en: 'No longer at work on the claim', fr: 'Ne travaille plus à la demande' }
    if (!from) return { en: 'At work on the claim', fr: 'Travaille à la demande' }
    return {
      en: `At work on the claim in the place of another officer${reason ? `. ${reason}` : ''}`,
      fr: `Travaille à la demande à la place d’un autre agent${reason ? `. ${reason}` : ''}`,
    }
  },
}
