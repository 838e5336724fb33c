import { useSyncExternalStore } from 'react'
import type { Scan } from '../../../shared/reader/decode.ts'

/** A scan that waits for the officer's word, in a dialog in front of every screen. */

export interface ScannedPassport {
  /** Its lines. */
  readonly text: string
  /** The claim on the screen. */
  readonly claim?: {
    /** What it says else than the passport, by name of field. */
    readonly differing: readonly { readonly name: string; readonly said: unknown; readonly held: unknown }[]
    /** Reads the passport into it; undefined: the claim takes none. */
    readonly read: (() => void) | undefined
  }
}

type Waiting =
  | { readonly kind: 'passport'; readonly passport: ScannedPassport }
  | { readonly kind: 'other'; readonly scan: Scan; readonly field: HTMLElement | undefined }

let waiting: Waiting | undefined
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Puts a scan before the officer, in the place of one that waited. */
export function showScanned(next: Waiting | undefined): void {
  waiting = next
  for (const listener of listeners) listener()
}

export const useScanned = (): Waiting | undefined => useSyncExternalStore(subscribe, () => waiting)
