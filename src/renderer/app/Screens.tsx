import './screen-styles.css'
import { Notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { KioskPaper } from '../features/documents/KioskPaper.tsx'
import { useDesk } from './desk.tsx'
import { KeyNotices } from './KeyNotices.tsx'
import { keysWaitWhile } from './key-waits.ts'
import { ScanNotices } from './reader/ScanNotices.tsx'
import { router } from './routes.tsx'

export { fetchScreens } from './routes.tsx'

/** Everything behind the door. Not in the first script: the door must be usable before this is read. */
export function Screens() {
  const context = { queries: useQueryClient(), desk: useDesk() }
  return (
    <>
      <RouterProvider router={router} context={context} />
      <KioskPaper />
    </>
  )
}

/** What is said in a corner of the window, at the door too. */
export const Notices = () => (
  <>
    <Notifications position="bottom-right" />
    <ScanNotices />
    <KeyNotices />
  </>
)

// A key that is typed ahead of the next screen is for that screen.
keysWaitWhile(() => router.state.isLoading)

/** Whoever comes in next starts at Today, not where the last officer was. */
export const startAtToday = () => void router.navigate({ to: '/' })
