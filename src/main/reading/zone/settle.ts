/** Check digits decide between letters that look alike; where they cannot, their fields are doubtful. */
import { runChecks } from '../../../shared/mrz/checks.ts'
import type { CheckedField, MrzLayout } from '../../../shared/mrz/layout.ts'
import type { ReadCell } from './read.ts'

export interface Settled {
  readonly cells: readonly (readonly ReadCell[])[]
  /** Changed by a check digit, or in a field whose check digit does not agree. */
  isDoubtful(cell: ReadCell): boolean
}

type Cells = readonly (readonly ReadCell[])[]

/** So many of the least certain letters of a field are tried as the ones that come next to them. */
const mostTried = 5
/** A letter further ahead of the next one than this is certain. */
const certain = 0.15

/** Where a check digit fails, the least certain letters of its field become their next ones if that makes all agree. */
export function settle(layout: MrzLayout, cells: Cells): Settled {
  const wrong = failing(layout, cells)
  if (wrong.length === 0) return { cells, isDoubtful: () => false }
  const suspects = wrong
    .flatMap((field) => cellsOf(layout, cells, field))
    .filter((cell, at, all) => cell.ahead < certain && all.indexOf(cell) === at)
    .toSorted((a, b) => a.ahead - b.ahead)
    .slice(0, mostTried)
  for (const changed of [...suspects.map((cell) => [cell]), ...pairs(suspects)]) {
    const mended = cells.map((line) => line.map((cell) => (changed.includes(cell) ? swapped(cell) : cell)))
    if (failing(layout, mended).length > 0) continue
    const places = changed.map(({ line, column }) => `${line} ${column}`)
    return { cells: mended, isDoubtful: ({ line, column }) => places.includes(`${line} ${column}`) }
  }
  const doubtful = new Set(
    wrong
      .filter((field) => wrong.length === 1 || field !== 'composite')
      .flatMap((field) => cellsOf(layout, cells, field)),
  )
  return { cells, isDoubtful: (cell) => doubtful.has(cell) }
}

const swapped = (cell: ReadCell): ReadCell => ({
  ...cell,
  letter: cell.next,
  next: cell.letter,
  likeness: cell.likeness - cell.ahead,
})

const pairs = (cells: readonly ReadCell[]): (readonly ReadCell[])[] =>
  cells.flatMap((one, at) => cells.slice(at + 1).map((other) => [one, other]))

function failing(layout: MrzLayout, cells: Cells): readonly CheckedField[] {
  const lines = cells.map((line) => line.map(({ letter }) => letter).join(''))
  return runChecks(layout, lines).flatMap(({ field, ok }) => (ok ? [] : [field]))
}

/** What a check digit covers, and the digit. */
function cellsOf(layout: MrzLayout, cells: Cells, field: CheckedField): readonly ReadCell[] {
  const check = layout.checks.find((each) => each.field === field)
  const spans = check ? [...check.over, check.digit] : []
  return spans.flatMap(({ line, start, end }) => cells[line]?.slice(start, end) ?? [])
}
