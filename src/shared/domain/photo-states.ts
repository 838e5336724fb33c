/**
 * What may be done to a photo in each state; the button and the command read the same table. The picture itself never
 * changes: a photo that was submitted is locked, and only a return lets another one come.
 */

export const photoStates = ['submitted', 'checked', 'approved', 'returned', 'replaced'] as const
/**
 * `submitted`: waits, the machine has not looked at it yet. `checked`: waits, with a report. `approved`, `returned`: an
 * officer decided. `replaced`: another one was taken at the counter before anybody decided.
 */
export type PhotoState = (typeof photoStates)[number]

export const photoActions = [
  'check',
  'approve',
  'return',
  'override',
  'crop',
  'replace',
  'undo',
  'reopen',
  'answer',
  'letter',
] as const
/**
 * `check`: record what the machine found. `override`: an officer says that a check is wrong. `undo`: within ten seconds, by
 * whoever decided. `reopen`: later, by a supervisor. `answer`: a new photo comes for one that was returned. `letter`: the
 * letter that returns it is made.
 */
export type PhotoAction = (typeof photoActions)[number]

const waiting: readonly PhotoAction[] = ['check', 'approve', 'return', 'override', 'crop', 'replace']
const byState: Readonly<Record<PhotoState, readonly PhotoAction[]>> = {
  submitted: waiting,
  checked: waiting,
  approved: ['check', 'undo', 'reopen'],
  returned: ['check', 'undo', 'reopen', 'answer', 'letter'],
  replaced: [],
}

/** How long a decision waits before it is final: whoever took it may undo it, and nothing leaves the desk meanwhile. */
export const undoMs = 10_000

/** May this be done to a photo in this state? */
export const photoAllows = (state: PhotoState, action: PhotoAction): boolean => byState[state].includes(action)

/** Is a decision of `decidedMs` final at `now` (ms since epoch)? A clock that was set back makes it so too. */
export const isFinal = (decidedMs: number, now: number): boolean => Math.abs(now - decidedMs) >= undoMs

/** How a photo came to the desk: a file at the counter, the desk's camera, the watched folder, the demo, the portal. */
export const photoSources = ['intake', 'camera', 'import', 'demo', 'portal'] as const
export type PhotoSource = (typeof photoSources)[number]
