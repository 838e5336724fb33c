import type { MantineColorSchemeManager } from '@mantine/core'
import { useCallback, useSyncExternalStore } from 'react'
import type { Preferences as Kept } from '../../shared/contract/views.ts'
import { commonTexts } from '../../shared/i18n/common.ts'
import { announce } from './announce.tsx'
import { atLatest } from './later.ts'
import type { DeskClient } from './transport.ts'

/**
 * How the window looks and speaks: kept by the desk for this desk, not for an officer. Known before the first screen,
 * so that nobody sees the wrong language flash by.
 */

type Preferences = { readonly [Name in keyof Kept]-?: NonNullable<Kept[Name]> }

let desk: DeskClient | undefined
let current: Preferences = {
  language: navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en',
  scheme: 'auto',
  density: 'comfortable',
  shortcuts: true,
  keys: {},
}
const listeners = new Set<() => void>()

function take(more: Kept) {
  const chosen = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined))
  current = { ...current, ...chosen }
  for (const listener of listeners) listener()
}

const patience = 2000

/** Asks the desk, but no longer than two seconds: then the window opens as the system speaks, and changes when it knows. */
export async function loadPreferences(client: DeskClient): Promise<void> {
  desk = client
  // A desk that does not answer says so on the screen; how that screen looks is of no matter then.
  await atLatest(patience, client.preferences.get().then(take))
}

function keep(more: Partial<Preferences>) {
  take(more)
  // The screen has changed already; a look that could not be kept comes back as it was at the next start, and says so.
  desk?.preferences.set(more).catch(() => announce(commonTexts['common.look_not_kept'][current.language]))
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** One preference and its setter. */
export function usePreference<Name extends keyof Preferences>(name: Name) {
  const value = useSyncExternalStore(subscribe, () => current[name])
  const set = useCallback((next: Preferences[Name]) => keep({ [name]: next }), [name])
  return [value, set] as const
}

/** Light, dark or as the system: Mantine reads and keeps it here. */
export const schemeManager: MantineColorSchemeManager = {
  get: () => current.scheme,
  set: (scheme) => keep({ scheme }),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}
