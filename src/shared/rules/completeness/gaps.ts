import { type ListName, listOf } from '../../record/lists.ts'
import { type Finding, inForm, type RecordInput, type Rule } from '../finding.ts'
import { gapsIn, type MonthSpan, monthsToCover, monthText, spanOf } from '../months.ts'

/** Months of the last ten years of which nothing was said. */

const spanned = ['addresses', 'activities'] as const satisfies readonly ListName[]
export type SpannedList = (typeof spanned)[number]

/** What a history must cover, what its rows cover, and what is left open: for the bars on the page and for the findings. */
export function coverage(input: Pick<RecordInput, 'person' | 'record' | 'today'>, list: SpannedList) {
  const wanted = monthsToCover(input.person.birthDate, input.today)
  const rows = input.record.rows[list].flatMap(({ id, values }) => {
    const span = spanOf(values.from as string | undefined, values.to as string | undefined, input.today)
    return span ? [{ id, span }] : []
  })
  const gaps = wanted
    ? gapsIn(
        wanted,
        rows.map(({ span }) => span),
      )
    : []
  return { wanted, rows, gaps }
}

const text = ({ from, to }: MonthSpan, joint: string): string =>
  from === to ? monthText(from) : `${monthText(from)} ${joint} ${monthText(to)}`

export const gaps: Rule = (input) =>
  spanned
    .filter((list) => input.record.rows[list].length > 0)
    .flatMap((list) =>
      coverage(input, list).gaps.map(
        (gap): Finding => ({
          rule: 'gap',
          key: `gap.${list}.${monthText(gap.from)}`,
          severity: 'look',
          message: {
            en: `${listOf(list).title.en}: nothing is said of ${text(gap, 'to')}.`,
            fr: `${listOf(list).title.fr}\u00a0: rien n’est dit de ${text(gap, 'à')}.`,
          },
          at: inForm('imm5669', list),
          citation: {
            en: 'IMM 5669; Guide 0174, question 27: ten years, or since 18, without gaps',
            fr: 'IMM 5669; Guide 0174, question 27\u00a0: dix ans, ou depuis 18 ans, sans interruption',
          },
          ask: {
            en: `Ask where the person was and what they did from ${text(gap, 'to')}.`,
            fr: `Demandez où la personne était et ce qu’elle faisait de ${text(gap, 'à')}.`,
          },
          facts: [list, gap],
        }),
      ),
    )
