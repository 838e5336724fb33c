import type { shiftEvents } from '../catalogue/shifts.ts'
import { groupPackNumber } from '../paper-pack.ts'
import type { Writer } from './writer.ts'

/** Shifts and paper packs, in words. */
export const shiftWriters: { readonly [N in keyof typeof shiftEvents]: Writer<N> } = {
  'shift.handed_over': ({ brief }) => ({
    en: `Shift handed over: half-done intakes ${brief.intakesInAll}, parties waiting ${brief.waitingInAll}`,
    fr: `Poste relevé\u00a0: réceptions inachevées ${brief.intakesInAll}, groupes en attente ${brief.waitingInAll}`,
  }),
  'shift.accepted': ({ tookOver }) => ({
    en: `Shift accepted; intakes taken over: ${tookOver}`,
    fr: `Relève acceptée; réceptions reprises : ${tookOver}`,
  }),
  'paper_pack.printed': ({ numbers }) => ({
    en: `Paper packs printed: ${numbers.length}`,
    fr: `Trousses papier imprimées : ${numbers.length}`,
  }),
  'claim.paper_pack_taken': ({ pack, foreign }) => ({
    en: `Taken from paper pack ${groupPackNumber(pack)}${foreign ? ', printed at another desk' : ''}`,
    fr: `Saisie depuis la trousse papier ${groupPackNumber(pack)}${foreign ? ', imprimée à un autre poste' : ''}`,
  }),
  'claim.paper_page_added': ({ pack, page }) => ({
    en: `Page ${page} of paper pack ${groupPackNumber(pack)} added`,
    fr: `Page ${page} de la trousse papier ${groupPackNumber(pack)} ajoutée`,
  }),
}
