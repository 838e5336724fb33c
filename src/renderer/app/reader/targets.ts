import { type RefObject, useEffect, useRef } from 'react'
import { decodeBurst, type Keystroke, type Scan } from '../../../shared/reader/decode.ts'
import { isLocked } from '../lock.ts'
import { listenForBursts } from './listen.ts'

/**
 * Where scans go. A screen, or a part of one, says what it takes:
 *
 *   useScanTarget('number', (scan) => setSerial(scan.text))
 *
 * `any` takes whatever comes. `badge` takes numbers and texts that nothing else on the screen does: for the door.
 */
export type TargetKind = Scan['kind'] | 'badge' | 'any'
export type TakeScan = (scan: Scan) => void

interface Options {
  /** The element that the target is in: needed in dialogs, over which nothing below them is reached. */
  readonly within?: RefObject<Element | null>
  /** How near: a part of a screen comes before its screen, and a screen before the window. */
  readonly level?: Level
  /** Takes nothing now. */
  readonly off?: boolean
}
type Level = 'part' | 'screen' | 'window'

interface Target {
  readonly kind: TargetKind
  readonly level: Level
  readonly within: RefObject<Element | null> | undefined
  readonly take: TakeScan
}

let targets: readonly Target[] = []

/** Takes scans of a kind for as long as the component is on the screen; of two of one level the newer has them. */
export function useScanTarget(kind: TargetKind, take: TakeScan, options: Options = {}): void {
  const { within, level = 'part', off = false } = options
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    if (off) return
    const mine: Target = { kind, level, within, take: (scan) => latest.current(scan) }
    targets = [...targets, mine]
    return () => {
      targets = targets.filter((each) => each !== mine)
    }
  }, [kind, level, within, off])
}

/** What a burst was, and why nothing took it: a dialog lies above the screen, or nobody is inside. */
export interface Unplaced {
  readonly scan: Scan
  readonly why: 'dialog' | 'outside'
}
type Hear = (unplaced: Unplaced) => void
let hear: Hear | undefined

/** Hears of scans that nothing took. */
export function useUnplacedScans(listener: Hear): void {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => {
    hear = (unplaced) => latest.current(unplaced)
    return () => {
      hear = undefined
    }
  }, [])
}

/** The field that had the focus when the newest scan came. */
let lastField: HTMLElement | undefined
export const fieldOfLastScan = (): HTMLElement | undefined => lastField

/** Recognises scans in the whole window from now on, and takes each to its target. */
export const listenForScans = (): (() => void) => listenForBursts(deliver)

function deliver(strokes: readonly Keystroke[]): void {
  const scan = decodeBurst(strokes)
  lastField = document.activeElement instanceof HTMLElement ? document.activeElement : undefined
  const dialog = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1)
  const found = findTarget(scan, dialog)
  if (found) found.take(scan)
  // Under the lock nothing is said of what lies below.
  else if (!isLocked()) hear?.({ scan, why: dialog ? 'dialog' : 'outside' })
}

/** Takes a scan to what lies below the dialogs: for a dialog that goes when the next scan comes. */
export const passOn = (scan: Scan): void =>
  findTarget(
    scan,
    undefined,
    targets.filter(({ within }) => !within?.current?.closest('[role="dialog"]')),
  )?.take(scan)

const levels: readonly Level[] = ['part', 'screen', 'window']

function findTarget({ kind }: Scan, dialog: Element | undefined, among = targets): Target | undefined {
  const reachable = among.filter(({ within }) => !dialog || (within?.current && dialog.contains(within.current)))
  const kinds: readonly TargetKind[] = kind === 'passport' ? ['any', kind] : ['any', kind, 'badge']
  const wanted = levels.flatMap((level) => kinds.map((each) => ({ level, each })))
  for (const { level, each } of wanted) {
    const target = reachable.findLast((one) => one.level === level && one.kind === each)
    if (target) return target
  }
  return undefined
}
