import { nextNonHoliday } from '../calendar.ts'
import { addYears, type IsoDate } from '../dates.ts'
import { text } from '../text.ts'
import { type DatedEntry, type EntryJudgement, hasLaterEntry } from './entries.ts'
import type { ReviewFlag } from './finding.ts'
import type { FactReader } from './reader.ts'

/** When a person should look twice at an entry that decides. */

export const disputedEntry = ({ disputed }: EntryJudgement): readonly ReviewFlag[] =>
  disputed
    ? [
        {
          code: 'disputed_entry',
          text: text(
            'An entry is disputed: settle its day and place first.',
            'Une entrée est contestée : établissez-en d’abord le jour et le lieu.',
          ),
        },
      ]
    : []

/** The words of the law do not say which of several entries counts once the person came back another way. */
export const laterEntry = (facts: FactReader, { decisive }: EntryJudgement, claim: IsoDate): readonly ReviewFlag[] =>
  decisive && hasLaterEntry(facts, decisive, claim)
    ? [
        {
          code: 'several_entries',
          text: text(
            'The person entered again later: check which entry counts.',
            'La personne est entrée de nouveau par la suite : vérifiez quelle entrée compte.',
          ),
        },
      ]
    : []

/** The end of a year that the words of the law leave open: a holiday (Interpretation Act, s. 26), 29 February. */
export function yearEnd({ days, entry }: DatedEntry, claim: IsoDate): readonly ReviewFlag[] {
  const anniversary = addYears(days.latest, 1)
  const flags: ReviewFlag[] = []
  if (claim <= nextNonHoliday(anniversary)) {
    flags.push({
      code: 'anniversary_on_holiday',
      text: text(
        `The year ended on a holiday, ${anniversary}: s. 26 of the Interpretation Act may move it.`,
        `L’année a pris fin un jour férié, le ${anniversary} : l’article 26 de la Loi d’interprétation peut la prolonger.`,
      ),
    })
  }
  if (entry.date?.endsWith('-02-29') || claim.endsWith('-02-29')) {
    flags.push({
      code: 'leap_day',
      text: text(
        '29 February: the end of the year can be read in two ways.',
        'Le 29 février : la fin de l’année peut se lire de deux façons.',
      ),
    })
  }
  return flags
}
