import type { ErrorCode } from '../errors.ts'
import { roles } from './vocabulary.ts'

/**
 * What each role may do, and where: one table, read by the button and by the command.
 * The state of a record is another question (`states.ts`); both must say yes.
 */

export type Role = (typeof roles)[number]

/** How far a grant reaches: not at all, cases of one's own (or nobody's yet), the officer's office, every office. */
export const reaches = ['none', 'own_case', 'office', 'all'] as const
export type Reach = (typeof reaches)[number]

const legend = { '-': 'none', own: 'own_case', office: 'office', all: 'all' } as const
type Cell = keyof typeof legend
/** Columns: border officer, caseworker, photo reviewer, supervisor, auditor, administrator. */
type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell]

// biome-ignore format: a table is read as a table
const table = {
  // The case. Border officers hand over at the end of a shift, so their reach is the office.
  'claim.open':             ['office', 'office', '-',      'office', '-',   '-'],
  'claim.view':             ['office', 'office', 'office', 'office', 'all', '-'],
  // Need to know: whoever reviews photos sees whose photo it is, and nothing else of the claim.
  'claim.view_file':        ['office', 'office', '-',      'office', 'all', '-'],
  'claim.search':           ['office', 'office', 'office', 'office', 'all', '-'],
  // What is due and what waits is work: an auditor reads claims and logs, and has none.
  'today.view':             ['office', 'office', '-',      'office', '-',   '-'],
  'claim.edit':             ['office', 'own',    '-',      'office', '-',   '-'],
  'claim.record_act':       ['office', 'own',    '-',      'office', '-',   '-'],
  'claim.take':             ['office', 'office', '-',      'office', '-',   '-'],
  // Handing one's own on to a colleague.
  'claim.transfer':         ['office', 'own',    '-',      'office', '-',   '-'],
  // Giving a claim to another office.
  'claim.move':             ['office', 'own',    '-',      'office', '-',   '-'],
  // Who reads one is said by the note itself.
  'note.write':             ['office', 'office', '-',      'office', '-',   '-'],
  'claim.statistics':       ['-',      '-',      '-',      'office', 'all', '-'],
  'claim.assign':           ['-',      '-',      '-',      'office', '-',   '-'],
  'claim.match_person':     ['office', 'own',    '-',      'office', '-',   '-'],
  'claim.decide':           ['office', 'own',    '-',      'office', '-',   '-'],
  // The second officer of a decision is seldom the one who works on the case.
  'claim.confirm_decision': ['office', 'office', '-',      'office', '-',   '-'],
  'claim.amend':            ['office', 'office', '-',      'office', '-',   '-'],
  'claim.reopen':           ['-',      '-',      '-',      'office', '-',   '-'],
  // More time for a person is given by who answers for the office's deadlines.
  'deadline.extend':        ['-',      '-',      '-',      'office', '-',   '-'],
  // Decisions of the random sample.
  'quality.review':         ['-',      '-',      '-',      'office', '-',   '-'],
  'deadline.report':        ['-',      '-',      '-',      'office', 'all', '-'],
  'finding.override':       ['office', 'own',    '-',      'office', '-',   '-'],
  'person.view_restricted': ['-',      '-',      '-',      'office', 'all', '-'],
  'interview.schedule':     ['office', 'office', '-',      'office', '-',   '-'],
  'interview.conduct':      ['office', 'own',    '-',      'office', '-',   '-'],
  // The calendar of the office; rooms, hours and interpreters are set by those who answer for them.
  'interview.view':         ['office', 'office', '-',      'office', 'all', '-'],
  'interview.review':       ['-',      '-',      '-',      'office', '-',   '-'],
  'roster.view':            ['office', 'office', '-',      'office', 'all', 'office'],
  'roster.set':             ['-',      '-',      '-',      'office', '-',   'office'],
  'message.send':           ['office', 'own',    '-',      'office', '-',   '-'],
  'conflict.resolve':       ['office', 'own',    '-',      'office', '-',   '-'],
  // The waiting room is the office's: whoever is free takes the next party, and the claims opened for it go along.
  'hall.view':              ['office', 'office', '-',      'office', 'all', '-'],
  'hall.work':              ['office', 'office', '-',      'office', '-',   '-'],
  // Whoever was at the counter hands over; whoever comes accepts.
  'shift.work':             ['office', 'office', '-',      'office', '-',   '-'],
  // Printed ahead for when everything is down.
  'pack.print':             ['office', 'office', '-',      'office', '-',   '-'],
  'family.link':            ['office', 'own',    '-',      'office', '-',   '-'],
  'lane.triage':            ['office', 'own',    '-',      'office', '-',   '-'],
  // Need to know: photo reviewers see photos in their queue; at a port of entry nobody confirms through the portal.
  'confirmation.view':      ['-',      'office', '-',      'office', 'all', '-'],
  'confirmation.import':    ['-',      'office', '-',      'office', '-',   '-'],
  // Queues belong to the office: whoever is free takes the next person.
  'confirmation.work':      ['-',      'office', '-',      'office', '-',   '-'],
  // The legal moment: IRPA s. 21(1).
  'confirmation.decide':    ['-',      'office', '-',      'office', '-',   '-'],
  'confirmation.set_aside': ['-',      '-',      '-',      'office', '-',   '-'],
  // The order of cards, and what the production facility says of them.
  'card.order':             ['-',      'office', '-',      'office', '-',   '-'],
  // Photos
  'photo.add':              ['office', 'own',    '-',      'office', '-',   '-'],
  // Photos of an officer's own claims; those of applications belong to the office and to no officer.
  'photo.view':             ['own',    '-',      'office', 'office', 'all', '-'],
  'photo.review':           ['own',    '-',      'office', 'office', '-',   '-'],
  'photo.reopen':           ['-',      '-',      '-',      'office', '-',   '-'],
  'photo.statistics':       ['-',      '-',      'office', 'office', 'all', '-'],
  // Tries a changed policy on stored measures; nothing is changed by it.
  'policy.try':             ['-',      '-',      '-',      'office', 'all', 'office'],
  'import.view':            ['-',      '-',      'office', 'office', '-',   'office'],
  // Paper: who issues answers for the content; whoever stands at the printer handles the sheet.
  'document.issue':         ['office', 'own',    '-',      'office', '-',   '-'],
  'document.replace':       ['office', 'own',    '-',      'office', '-',   '-'],
  'document.print':         ['office', 'office', '-',      'office', '-',   '-'],
  'document.confirm':       ['office', 'office', '-',      'office', '-',   '-'],
  'document.spoil':         ['office', 'office', '-',      'office', '-',   '-'],
  'document.reprint':       ['office', 'office', '-',      'office', '-',   '-'],
  'document.verify':        ['all',    'all',    'all',    'all',    'all', '-'],
  'stock.view':             ['office', 'office', '-',      'office', 'all', 'office'],
  'stock.receive':          ['-',      '-',      '-',      'office', '-',   'office'],
  'stock.checkout':         ['office', 'office', '-',      'office', '-',   '-'],
  'stock.mark':             ['office', 'office', '-',      'office', '-',   '-'],
  'lease.view':             ['office', 'office', '-',      'office', 'all', 'office'],
  'lease.import':           ['-',      '-',      '-',      'office', '-',   'office'],
  // Oversight
  'access_log.view':        ['-',      '-',      '-',      'office', 'all', '-'],
  'audit.verify':           ['-',      '-',      '-',      'office', 'all', 'office'],
  // The desk and its people
  'officer.view':           ['office', 'office', 'office', 'office', 'all', 'office'],
  'officer.enrol':          ['-',      '-',      '-',      '-',      '-',   'office'],
  'officer.set_roles':      ['-',      '-',      '-',      '-',      '-',   'office'],
  'officer.disable':        ['-',      '-',      '-',      '-',      '-',   'office'],
  'officer.reset':          ['-',      '-',      '-',      '-',      '-',   'office'],
  'settings.view':          ['office', 'office', 'office', 'office', 'all', 'office'],
  // A desk is enrolled at the central by who set it up, and approved at another one; whoever works at it may ask it to settle now.
  'sync.enrol':             ['-',      '-',      '-',      '-',      '-',   'office'],
  'sync.desks':             ['-',      '-',      '-',      '-',      '-',   'office'],
  'sync.now':               ['office', 'office', 'office', 'office', '-',   'office'],
  // Other desks took much away: somebody who answers for the office says that it is right.
  'sync.let_erase':         ['-',      '-',      '-',      'office', '-',   'office'],
  // One claim carried by hand to another desk of the office.
  'sync.carry':             ['office', 'office', '-',      'office', '-',   '-'],
  'settings.change':        ['-',      '-',      '-',      '-',      '-',   'office'],
  'store.check':            ['-',      '-',      '-',      'office', 'all', 'office'],
  'store.backup':           ['-',      '-',      '-',      'office', '-',   'office'],
  'store.restore':          ['-',      '-',      '-',      '-',      '-',   'office'],
  'store.rebuild':          ['-',      '-',      '-',      '-',      '-',   'office'],
  // The desk's own key, and whom it believes.
  'trust.change':           ['-',      '-',      '-',      '-',      '-',   'office'],
  // Exists only where the desk was started as a demonstration; the command checks that.
  'demo.switch_role':       ['all',    'all',    'all',    'all',    'all', 'all'],
} as const satisfies Record<string, Row>

export type Action = keyof typeof table
export const actions = Object.keys(table) as readonly Action[]

/** Actions that read and never change a record, a person's account, paper or a setting. */
export const readingActions: ReadonlySet<Action> = new Set<Action>([
  'claim.view',
  'claim.view_file',
  'claim.search',
  'claim.statistics',
  'person.view_restricted',
  'confirmation.view',
  'hall.view',
  'interview.view',
  'roster.view',
  'photo.view',
  'photo.statistics',
  'deadline.report',
  'policy.try',
  'document.verify',
  'stock.view',
  'lease.view',
  'access_log.view',
  'audit.verify',
  'officer.view',
  'settings.view',
  'store.check',
  'demo.switch_role',
])

/** Nobody does these to their own account: it takes two to take power or to give it. */
const neverOnOneself: ReadonlySet<Action> = new Set<Action>(['officer.set_roles', 'officer.disable', 'officer.reset'])

/** Duties that no one person may hold together: whoever makes officers does not use them to decide. */
const separatedDuties: readonly (readonly [Action, Action])[] = [
  ['officer.enrol', 'claim.decide'],
  ['officer.enrol', 'claim.confirm_decision'],
  ['officer.enrol', 'confirmation.decide'],
  ['officer.enrol', 'document.issue'],
  ['officer.enrol', 'photo.review'],
]

/** The officer who asks. `jurisdiction` `all` carries what the table grants in the office into every office. */
export interface ActingOfficer {
  readonly id: string
  readonly office: string
  readonly roles: readonly Role[]
  readonly jurisdiction: 'office' | 'all'
  readonly disabled: boolean
}

/** What the action is done to. Left out: may the officer do it at all (is the button there)? */
export interface AuthorityTarget {
  /** Office that the record belongs to; absent for what belongs to this desk. */
  readonly office?: string
  /** Officer who works on the case; null while nobody does, which counts as one's own within the office. */
  readonly owner?: string | null
  /** The person's file is restricted (`person.view_restricted`). */
  readonly restricted?: boolean
  /** Officer whose account it is. */
  readonly officer?: string
}

export type Verdict =
  | { readonly allowed: true; readonly reach: Reach }
  | { readonly allowed: false; readonly reasonCode: ErrorCode }

/**
 * May this officer do this, to this? The first reason against it comes back as an error code to show as it is.
 * Says nothing of the record's state.
 */
export function may(officer: ActingOfficer, action: Action, target: AuthorityTarget = {}): Verdict {
  const reach = reachOf(officer, action)
  const reasonCode = objection(officer, action, reach, target)
  return reasonCode === null ? { allowed: true, reach } : { allowed: false, reasonCode }
}

/** The grant of one role for one action, as the table has it. */
export const grant = (role: Role, action: Action): Reach => legend[table[action][roles.indexOf(role)] ?? '-']

/** The first two roles of the list that one person may not hold together, or null. */
export function conflictingRoles(held: readonly Role[]): readonly [Role, Role] | null {
  for (const [index, first] of held.entries())
    for (const second of held.slice(index + 1)) if (conflict(first, second)) return [first, second]
  return null
}

function reachOf(officer: ActingOfficer, action: Action): Reach {
  const widest = Math.max(0, ...officer.roles.map((role) => reaches.indexOf(grant(role, action))))
  const reach = reaches[widest] ?? 'none'
  return reach === 'office' && officer.jurisdiction === 'all' ? 'all' : reach
}

function objection(officer: ActingOfficer, action: Action, reach: Reach, target: AuthorityTarget): ErrorCode | null {
  if (officer.disabled) return 'officers.disabled'
  if (reach === 'none') return 'officers.not_your_role'
  if (neverOnOneself.has(action) && target.officer === officer.id) return 'officers.not_yourself'
  const abroad = target.office !== undefined && target.office !== officer.office
  if (abroad && reach !== 'all' && officer.jurisdiction !== 'all') return 'officers.other_office'
  const others = target.owner !== undefined && target.owner !== null && target.owner !== officer.id
  if (others && reach === 'own_case') return 'officers.not_your_case'
  const closed = target.restricted === true && target.owner !== officer.id
  if (closed && reachOf(officer, 'person.view_restricted') === 'none') return 'officers.restricted_person'
  return null
}

function conflict(first: Role, second: Role): boolean {
  if (first === second) return false
  // An auditor who could change something would audit themselves.
  if (first === 'auditor' || second === 'auditor') return true
  const does = (role: Role, action: Action) => grant(role, action) !== 'none'
  return separatedDuties.some(([a, b]) => (does(first, a) && does(second, b)) || (does(first, b) && does(second, a)))
}
