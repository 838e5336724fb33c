import type { Role } from './authority.ts'
import type { QueueName } from './queues.ts'

/**
 * What Today shows to whom: the lists on which an officer of each role works, in the order in which they are shown. Who
 * has several roles sees the lists of all. What the role may see at all is said elsewhere (`authority.ts`): a list named
 * here of a queue that the officer may not work is not shown.
 */
export type TodayList = 'hall' | 'queues' | 'photos' | 'interviews' | 'due' | 'mine'

interface Today {
  readonly lists: readonly TodayList[]
  /** Queues that are shown as soon as somebody waits in them; others only once something in them is late. */
  readonly queues: readonly QueueName[]
}

const table: Readonly<Record<Role, Today>> = {
  border_officer: {
    lists: ['hall', 'queues', 'interviews', 'due', 'mine'],
    queues: ['second_officer', 'taking_in', 'papers', 'to_issue', 'messages'],
  },
  caseworker: {
    lists: ['queues', 'interviews', 'due', 'mine'],
    queues: ['portal_new', 'sent_items', 'messages', 'incomplete', 'to_schedule', 'interview_week', 'ready_to_refer'],
  },
  photo_reviewer: { lists: ['photos'], queues: [] },
  supervisor: {
    lists: ['queues', 'interviews', 'due', 'mine'],
    queues: ['extension_asked', 'no_show', 'second_officer', 'leaver', 'unowned', 'conflict'],
  },
  auditor: { lists: [], queues: [] },
  administrator: { lists: [], queues: [] },
}

/** What Today shows to an officer of these roles. */
export function todayOf(roles: readonly Role[]): {
  readonly lists: ReadonlySet<TodayList>
  readonly queues: readonly QueueName[]
} {
  const own = roles.map((role) => table[role])
  return {
    lists: new Set(own.flatMap(({ lists }) => lists)),
    queues: [...new Set(own.flatMap(({ queues }) => queues))],
  }
}

interface Counted {
  readonly queue: QueueName
  /** Null as long as they are not known. */
  readonly count: number | null
  readonly late: number | null
}

/**
 * The queues of an officer's day: those of their roles in which somebody waits, or may wait, then the others in which
 * something is late.
 */
export function queuesOfToday<C extends Counted>(
  roles: readonly Role[],
  counts: readonly C[],
): { own: C[]; late: C[] } {
  const { queues } = todayOf(roles)
  const of = (name: QueueName) => counts.find(({ queue }) => queue === name)
  return {
    own: queues.flatMap((name) => of(name) ?? []).filter(({ count }) => count !== 0),
    late: counts.filter(({ queue, late }) => late !== null && late > 0 && !queues.includes(queue)),
  }
}
