import { z } from 'zod'
import { stepKeys, steps } from '../domain/steps.ts'
import type { TextKey } from '../i18n/index.ts'
import { returnReasons } from '../photos/reasons.ts'

/**
 * Every action that has a key, with the key that it comes with, for the screen where keys are changed. What a screen
 * registers beside these can be changed as well, once that screen has been open.
 */

export interface KeyAction {
  readonly label: Extract<TextKey, string>
  /** As it comes: `n`, `?`, `g t` (one after the other), `ctrl+k`, `ctrl+shift+l`. */
  readonly keys: string
  readonly group: KeyGroup
}

/** Where a key acts. Two actions can have one key where they are never on the screen together. */
export const keyGroups = [
  'everywhere',
  'claims',
  'opening',
  'intake',
  'entry',
  'photo',
  'photos',
  'eligibility',
  'document',
  'shift',
  'interviews',
  'queues',
] as const
export type KeyGroup = (typeof keyGroups)[number] | 'rest'

const of = (group: KeyGroup, ...actions: readonly (readonly [string, KeyAction['label']])[]): readonly KeyAction[] =>
  actions.map(([keys, label]) => ({ keys, label, group }))

/** What Ctrl+Enter does differs from screen to screen; it is changed once for all of them. */
export const mainKeys = 'ctrl+Enter'

export const keyActions: readonly KeyAction[] = [
  ...of(
    'everywhere',
    [mainKeys, 'keys.main'],
    ['ctrl+k', 'shell.search_long'],
    ['/', 'shell.search_long'],
    ['n', 'shell.new_claim'],
    ['g t', 'shell.today'],
    ['g q', 'queues.title'],
    ['g n', 'statistics.title'],
    ['g c', 'shell.claims'],
    ['g a', 'shell.attention'],
    ['g e', 'interviews.title'],
    ['g s', 'shift.title'],
    ['g p', 'packs.title'],
    ['g h', 'photos.title'],
    ['g r', 'confirm.title'],
    ['g v', 'verify.title'],
    ['g i', 'printing.title'],
    ['g m', 'shell.administration'],
    ['ctrl+shift+l', 'shell.lock'],
    ['?', 'keys.open'],
    ['ctrl+p', 'pack.key'],
  ),
  ...of('claims', ['f', 'claims.key_search']),
  ...of('opening', ['p', 'claims.new_poe'], ['i', 'claims.new_inland']),
  ...of('intake', [']', 'step.key_next'], ['[', 'step.key_previous'], ['ctrl+shift+Enter', 'step.key_previous']),
  ...steps.flatMap((step) => of('intake', [stepKeys[step], `step.${step}`])),
  ...of('intake', ['r', 'readback.turn'], ['m', 'correct.key'], ['ctrl+b', 'family.add']),
  ...of('entry', ['a', 'entry.key_add'], ['c', 'entry.key_confirm']),
  ...of('photo', ['c', 'photo.key_camera']),
  ...of(
    'photos',
    ['j', 'photos.key_next'],
    ['k', 'photos.key_previous'],
    ['a', 'photos.approve'],
    ['r', 'photos.return'],
    ['z', 'photos.undo'],
    ...returnReasons.map((reason, at) => [String(at + 1), `photos.key_${reason}`] as const),
    ['v', 'photos.guides'],
    ['Plus', 'photos.larger'],
    ['-', 'photos.smaller'],
    ['0', 'photos.whole_or_real'],
    ['e', 'photos.compare'],
    ['c', 'photos.crop'],
    ['x', 'photos.reopen'],
  ),
  ...of('eligibility', ['y', 'elig.key_yes'], ['o', 'elig.key_yes'], ['n', 'elig.key_no'], ['u', 'elig.key_unknown']),
  ...of('shift', ['o', 'shift.key_accept']),
  ...of(
    'interviews',
    ['o', 'interviews.offer'],
    ['v', 'interviews.other_mode'],
    ['b', 'interviews.by_hand'],
    ['d', 'interviews.day'],
    ['w', 'interviews.week'],
    ['e', 'interviews.agenda'],
    ['j', 'interviews.later'],
    ['k', 'interviews.earlier'],
    ['t', 'interviews.to_today'],
    ['m', 'interviews.move'],
    ['l', 'interviews.late_by'],
    ['x', 'interviews.cancel'],
    ['u', 'interviews.undo_attendance'],
    ['p', 'interviews.papers'],
  ),
  ...of(
    'queues',
    ['j', 'queues.key_next'],
    ['k', 'queues.key_previous'],
    [']', 'queues.key_next_queue'],
    ['[', 'queues.key_previous_queue'],
    ['x', 'bulk.key_select'],
    ['t', 'bulk.take'],
    ['a', 'bulk.assign'],
    ['m', 'bulk.message'],
    ['i', 'bulk.ask'],
    ['b', 'bulk.book'],
  ),
  ...of('document', ['s', 'paper.key_spoil'], ['v', 'paper.enlarge'], ['x', 'replace.key']),
]

/** How a changed key is kept: by what the action is called and the key that it came with. */
export const keyIdOf = ({ label, keys }: Pick<KeyAction, 'label' | 'keys'>): string =>
  keys === mainKeys ? 'main' : `${label}:${keys}`

/** Changed keys by id; empty: no key. */
export const changedKeys = z
  .record(z.string().min(1).max(80), z.string().max(40))
  .refine((keys) => Object.keys(keys).length <= 200)
export type ChangedKeys = Readonly<Record<string, string>>

/** The key of an action now; empty when it was taken away. */
export const keysNow = (action: Pick<KeyAction, 'label' | 'keys'>, changed: ChangedKeys): string =>
  changed[keyIdOf(action)] ?? action.keys

export type KeyRefusal = { readonly why: 'reserved' } | { readonly why: 'taken'; readonly by: KeyAction }

/** Why an action cannot have a key: the system, the browser or a list needs it, or another action has it. */
export function refusalOf(
  action: KeyAction,
  wanted: string,
  changed: ChangedKeys,
  all: readonly KeyAction[] = keyActions,
): KeyRefusal | undefined {
  if (wanted.split(' ').some(isReserved)) return { why: 'reserved' }
  const by = all.find((other) => {
    if (keyIdOf(other) === keyIdOf(action) || !meet(action.group, other.group)) return false
    const theirs = keysNow(other, changed)
    // As they come some share a key on purpose: N answers "no" where questions are asked.
    if (wanted === action.keys && theirs === other.keys) return false
    return theirs !== '' && (theirs === wanted || begins(theirs, wanted) || begins(wanted, theirs))
  })
  return by && { why: 'taken', by }
}

/** `g` alone would act before the second letter of `g t`. */
const begins = (first: string, whole: string): boolean => whole.startsWith(`${first} `)

const inIntake: ReadonlySet<KeyGroup> = new Set(['intake', 'entry', 'photo', 'eligibility', 'document'])
function meet(a: KeyGroup, b: KeyGroup): boolean {
  if (a === b || [a, b].some((each) => each === 'everywhere' || each === 'rest')) return true
  return (a === 'intake' && inIntake.has(b)) || (b === 'intake' && inIntake.has(a))
}

const needed =
  /^(Tab|Enter|Escape|Backspace|Delete|Insert|Home|End|Page\w+|Arrow\w+|F\d+|Dead|Process|Unidentified|Space)$/
const browser = /^ctrl\+(shift\+)?([acfghjlnopqrstuvwxyz0-9+=-]|Tab|F\d+)$/
/** The browser's own, that a page may take: locking, and printing what is to be printed here. */
const ours: ReadonlySet<string> = new Set(['ctrl+shift+l', 'ctrl+p'])
const isReserved = (chord: string): boolean =>
  (!ours.has(chord) && browser.test(chord)) || (!chord.includes('+') && needed.test(chord)) || /^alt\+/.test(chord)
