import { later } from './later.ts'

/** Everything behind the door, fetched while the officer types. */
export const screens = later(() => import('./Screens.tsx'))

/** Whoever comes in next starts at Today. */
export function startAtToday() {
  const loaded = screens.atHand()
  if (loaded) loaded.startAtToday()
  else history.replaceState(null, '', `${location.pathname}#/`) // The router, once it is here, begins at this address.
}
