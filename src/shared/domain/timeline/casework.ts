import type { Bilingual } from '../../language.ts'
import { type DeadlineRuleId, deadlineTable } from '../../rules/deadlines/table.ts'
import type { caseworkEvents } from '../catalogue/casework.ts'
import type { Writer } from './writer.ts'

/** The name of a limit by its rule. */
export const deadlineName = (rule: string): Bilingual =>
  Object.hasOwn(deadlineTable, rule) ? deadlineTable[rule as DeadlineRuleId].title : { en: rule, fr: rule }

/** What officers do about a claim between arrival and decision, in words. */
export const caseworkWriters: { readonly [N in keyof typeof caseworkEvents]: Writer<N> } = {
  'claim.deadline_extended': (b) => ({
    en: `${deadlineName(b.rule).en}: extended from ${b.from} to ${b.to}, asked for on ${b.askedOn}. ${b.reason}`,
    fr: `${deadlineName(b.rule).fr} : prolongé du ${b.from} au ${b.to}, demandé le ${b.askedOn}. ${b.reason}`,
  }),
  'claim.deadline_set': (b) => ({
    en: `${deadlineName(b.deadline.rule).en}: due on ${b.deadline.due}. ${b.reason}`,
    fr: `${deadlineName(b.deadline.rule).fr} : à remettre le ${b.deadline.due}. ${b.reason}`,
  }),
}
