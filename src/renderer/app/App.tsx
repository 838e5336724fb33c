import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { Entrance } from '../features/door/Entrance.tsx'
import { Announcer } from './announce.tsx'
import { DeskProvider, makeQueryClient, useStatus } from './desk.tsx'
import { keepFocus } from './focus.ts'
import { listenForKeys, setSingleKeys } from './keyboard.ts'
import { LanguageProvider } from './language.tsx'
import { useLiveUpdates } from './live.ts'
import { isInside } from './lock.ts'
import { schemeManager, usePreference } from './preferences.ts'
import { ScanNotices } from './reader/ScanNotices.tsx'
import { fetchScreens, router } from './routes.tsx'
import { makeTheme, variables } from './theme.ts'
import type { DeskClient } from './transport.ts'

const nonce = () => document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// The scroll lock below dialogs writes a style of its own and takes the nonce from here.
Object.assign(globalThis, { __webpack_nonce__: nonce() })

/** The whole window: looks, language, desk, and then either the door or the shell. */
export function App({ client }: { client: DeskClient }) {
  const [queries] = useState(makeQueryClient)
  const [density] = usePreference('density')
  const theme = useMemo(() => makeTheme(density), [density])
  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      colorSchemeManager={schemeManager}
      getStyleNonce={nonce}
    >
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          <DeskProvider client={client}>
            <Notifications position="bottom-right" />
            <Announcer />
            <ScanNotices />
            <Inside />
          </DeskProvider>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  )
}

function Inside() {
  const [singleKeys] = usePreference('shortcuts')
  useLiveUpdates()
  useEffect(() => setSingleKeys(singleKeys), [singleKeys])
  useEffect(listenForKeys, [])
  useEffect(keepFocus, [])
  useEffect(() => void fetchScreens(), [])
  const phase = useStatus()?.phase
  const inside = isInside(phase)
  const outside = phase !== undefined && !inside
  useEffect(() => {
    // Whoever comes in next starts at Today, not where the last officer was.
    if (outside) void router.navigate({ to: '/' })
  }, [outside])
  return inside ? <RouterProvider router={router} /> : <Entrance />
}
