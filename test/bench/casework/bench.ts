import { rmSync } from 'node:fs'
import { calendarView } from '../../../src/main/appointments/view.ts'
import { claimHead } from '../../../src/main/casework/head.ts'
import { ask } from '../../../src/main/casework/queues/open-rules.ts'
import { queueCounts, queuePage, unasked } from '../../../src/main/casework/queues/page.ts'
import { caseworkStatistics } from '../../../src/main/casework/statistics.ts'
import { claimPage } from '../../../src/main/claims/rows.ts'
import { attentionCount, attentionItems, todayView } from '../../../src/main/office/today.ts'
import type { Store } from '../../../src/main/store/types.ts'
import { queueNames } from '../../../src/shared/domain/queues.ts'
import type { Clock } from '../../../src/shared/ports.ts'
import { addDays } from '../../../src/shared/rules/dates.ts'
import { openDayAfter } from '../../../src/shared/rules/index.ts'
import type { Opened } from '../desk.ts'
import { today } from '../fill.ts'
import { machine, type Timing, timed } from '../measure.ts'
import { filledDesk, openedAgain } from './folder.ts'
import { onScreen } from './screen.ts'

/** List, queues, calendar and the first screen at a hundred thousand claims: in the desk, and on the screen of a browser. */

export interface CaseworkReport {
  readonly cases: number
  readonly machine: ReturnType<typeof machine>
  readonly desk: Record<string, Timing>
  readonly screen: Record<string, Timing>
}

interface Options {
  readonly cases: number
  readonly runs: number
  /** Keeps the filled desk here, and takes the one that is here: it takes minutes to write. */
  readonly folder?: string | undefined
  /** The questions in the desk alone, or the screens alone; both, when left out. */
  readonly only?: 'desk' | 'screens' | undefined
  readonly say: (line: string) => void
}

export async function benchCasework({ cases, runs, folder, only, say }: Options): Promise<CaseworkReport> {
  const filled = await filledDesk({ cases, folder, say })
  try {
    if (only !== 'screens') say('questions')
    const asked = ({ store, clock }: Opened) => inDesk(store, clock, filled.officer)
    const desk = only === 'screens' ? {} : await openedAgain(filled, asked)
    const screen = only === 'desk' ? {} : await onScreen({ ...filled, runs, say })
    return { cases, machine: machine(), desk, screen }
  } finally {
    if (!folder) rmSync(filled.folder, { recursive: true, force: true })
  }
}

function inDesk(store: Store, clock: Clock, id: string): CaseworkReport['desk'] {
  const tools = { store, clock }
  const officer = { id, roles: ['border_officer' as const], jurisdiction: 'office' as const }
  const some = Array.from({ length: 50 }, (_, i) => i)
  const days = some.map((i) => openDayAfter(today, 1 + (i % 30), new Map()))
  const page = (whose: 'all' | 'mine' | 'nobody', after?: string) => (queue: (typeof queueNames)[number]) =>
    queuePage(tools, id, { queue, whose, limit: 50, after })
  const heads = claimPage(store, { limit: 50 }).rows.map(({ claimId }) => claimId)
  const second = new Map(queueNames.map((queue) => [queue, page('all')(queue).next]))
  return {
    'list, first page': timed(some, () => claimPage(store, { limit: 50 })),
    'list, one state': timed(some, () => claimPage(store, { limit: 50, states: ['undecided'] })),
    'list, mine': timed(some, () => claimPage(store, { limit: 50, owner: id })),
    // Which the desk does by itself after a start: the number of one queue rests on it.
    'rules of a claim, asked while idle': timed(unasked(tools), (claim) => ask(tools, claim)),
    'queues, all counts': timed(some, () => queueCounts(tools, queueNames)),
    'queue, first page (each)': timed(queueNames, page('all')),
    'queue, next page (each)': timed(queueNames, (queue) => page('all', second.get(queue))(queue)),
    'queue, mine (each)': timed(queueNames, page('mine')),
    'queue, nobody’s (each)': timed(queueNames, page('nobody')),
    'calendar, day': timed(days, (date) => calendarView(tools, officer, { date, view: 'day' })),
    'calendar, week': timed(days, (date) => calendarView(tools, officer, { date, view: 'week' })),
    'calendar, agenda': timed(days, (date) => calendarView(tools, officer, { date, view: 'agenda' })),
    statistics: timed(days, (date) => caseworkStatistics(tools, { from: addDays(date, -365), to: date })),
    'since you last looked': timed(heads, (claimId) =>
      claimHead(tools, { ...officer, userName: '', displayName: '', disabled: false }, claimId),
    ),
    today: timed(some, () => todayView(tools, officer)),
    'needs attention, its number': timed(some, () => attentionCount(tools)),
    'needs attention': timed(some, () => attentionItems(tools)),
  }
}

export function printCasework({ cases, machine: on, desk, screen }: CaseworkReport): string {
  const line = (name: string, { p50, p95, max }: Timing) =>
    `${name.padEnd(34)} ${String(p50).padStart(8)} ${String(p95).padStart(8)} ${String(max).padStart(8)}`
  const table = (title: string, times: Record<string, Timing>) => {
    const lines = Object.entries(times).map(([name, timing]) => line(name, timing))
    const head = `${title.padEnd(34)} ${'p50'.padStart(8)} ${'p95'.padStart(8)} ${'max'.padStart(8)}`
    return lines.length > 0 ? [head, ...lines, ''] : []
  }
  return [
    `${on.processor}, ${on.cores} cores, ${on.memoryGb} GB, Node ${on.node}, load ${on.load.join(' ')}`,
    `${cases} cases`,
    '',
    ...table('in the desk, ms', desk),
    ...table('on the screen, ms', screen),
  ].join('\n')
}
