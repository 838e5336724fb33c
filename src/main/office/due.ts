import type { TodayView } from '../../shared/contract/views.ts'
import { groupSerial } from '../../shared/domain/numbers.ts'
import { portalTasks } from '../../shared/domain/portal-tasks.ts'
import { deadlineName } from '../../shared/domain/timeline/casework.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { deadline } from '../../shared/rules/index.ts'
import { laneOf, stepsOf } from '../claims/progress.ts'
import { claimRows, rowView } from '../claims/rows.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** What is due in the office: the limits of decisions, and what One Touch claims still owe the portal. */

type Due = TodayView['due'][number]

/** How many are shown, and for how long one that was missed stays among them. */
const shown = 20
const daysLate = 7
/** No claim has more limits that run at once. */
const limitsAtOnce = 6
/** No limit of the portal is further from the day of the triage than this. */
const portalDays = 60
const dayMs = 86_400_000
const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** The twenty nearest of both kinds from a week before `date` (YYYY-MM-DD) on, the earliest first. */
export function dueSoon(reader: Reader, date: string): TodayView['due'] {
  const from = addDays(date, -daysLate)
  return [...decisionsDue(reader, from), ...portalDue(reader, from)]
    .sort((a, b) => a.due.localeCompare(b.due))
    .slice(0, shown)
}

type Row = Parameters<typeof rowView>[0]

const nameOf = (row: Row): string => nameLine(rowView(row)) || groupSerial(row.application_number)

/** Of each claim the nearest limit from then on: one that was missed long ago hides none that is near. */
function decisionsDue(reader: Reader, from: string): Due[] {
  const near = reader.all(limitsFrom(from))
  const nearest = near.filter(({ claim }, at) => near.findIndex((each) => each.claim === claim) === at).slice(0, shown)
  const ids = nearest.map(({ claim }) => claim)
  const rows = new Map(reader.all(claimRows().where('claim.id', 'in', ids)).map((row) => [row.id, row]))
  return nearest.flatMap(({ claim, rule, due }) => {
    const row = rows.get(claim)
    return row ? [{ claimId: claim, name: nameOf(row), label: deadlineName(rule), due }] : []
  })
}

/** The nearest limits that can still be missed, from a day (YYYY-MM-DD) on, along the index of their days. */
export const limitsFrom = (from: string) =>
  query
    .selectFrom('claim_limit')
    .select(['claim', 'rule', 'due'])
    .where('state', '=', 'open')
    .where('due', '>=', from)
    .orderBy('due')
    .limit(shown * limitsAtOnce)

/**
 * What a One Touch claim still owes the portal hangs on its answers, which no column holds: claims are looked at in the
 * order of their triage until enough of them owe something. Those of the same day are due on the same day.
 */
function portalDue(reader: Reader, from: string): Due[] {
  const found: Due[] = []
  let after = { day: addDays(from, -portalDays), claim: '' }
  for (;;) {
    const page = reader.all(portalClaims(after))
    for (const { claim, chosen_on } of page) {
      if (deadline('poe.online.completion', chosen_on).due < from) continue
      const due = portalDueOf(reader, claim, chosen_on)
      if (due) found.push(due)
      if (found.length === shown) return found
    }
    const last = page.at(-1)
    if (!last) return found
    after = { day: last.chosen_on, claim: last.claim }
  }
}

const portalClaims = ({ day, claim }: { readonly day: string; readonly claim: string }) =>
  query
    .selectFrom('claim_lane')
    .select(['claim', 'chosen_on'])
    .where('lane', '=', 'one_touch')
    .where((is) => is(is.refTuple('chosen_on', 'claim'), '>', is.tuple(day, claim)))
    .orderBy('chosen_on')
    .orderBy('claim')
    .limit(400)

function portalDueOf(reader: Reader, claimId: string, chosenOn: string): Due | undefined {
  const row = reader.first(claimRows().select(['claim.search', 'person.document_read']).where('claim.id', '=', claimId))
  if (!row || laneOf(row) !== 'one_touch') return undefined
  const [task] = portalTasks('one_touch', chosenOn, stepsOf(reader, row))
  return task && { claimId, name: nameOf(row), label: task.label, due: task.due }
}
