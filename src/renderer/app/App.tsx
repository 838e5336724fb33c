import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { Arriving } from '../features/door/Arriving.tsx'
import { Entrance } from '../features/door/Entrance.tsx'
import { Announcer } from './announce.tsx'
import { DeskProvider, useStatus } from './desk.tsx'
import { keepFocus } from './focus.ts'
import { fetchFonts } from './fonts-ahead.ts'
import { answeringOf } from './key-waits.ts'
import { listenForKeys, setKeys } from './keyboard.ts'
import { useKiosk } from './kiosk.ts'
import { LanguageProvider } from './language.tsx'
import { whenIdle } from './later.ts'
import { useLiveUpdates } from './live.ts'
import { isInside } from './lock.ts'
import { schemeManager, usePreference } from './preferences.ts'
import { screens, startAtToday } from './screens-at-hand.ts'
import { makeTheme, variables } from './theme.ts'
import type { DeskClient } from './transport.ts'

const nonce = () => document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// The scroll lock below dialogs writes a style of its own and takes the nonce from here.
Object.assign(globalThis, { __webpack_nonce__: nonce() })

/** The whole window: looks, language, desk, and then either the door or the shell. */
export function App({ client, queries }: { client: DeskClient; queries: QueryClient }) {
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
            <Announcer />
            <Inside />
          </DeskProvider>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  )
}

function Inside() {
  const [singleKeys] = usePreference('shortcuts')
  const [keys] = usePreference('keys')
  useLiveUpdates()
  useEffect(() => setKeys(singleKeys, keys), [singleKeys, keys])
  const queries = useQueryClient()
  useEffect(() => listenForKeys(answeringOf(queries)), [queries])
  useEffect(keepFocus, [])
  const status = useStatus()
  const phase = status?.phase
  const known = phase !== undefined
  // At a kiosk the lock leaves nothing on the screen: what lies below is not covered but taken away.
  const wiped = status?.kiosk === true && phase === 'locked'
  const inside = isInside(phase) && !wiped
  useKiosk(status)
  const [arrived, setArrived] = useState(screens.atHand)
  useEffect(() => (known ? whenIdle(() => void fetchAll().then(setArrived)) : undefined), [known])
  useEffect(() => {
    if (known && !inside && !wiped) startAtToday()
  }, [known, inside, wiped])
  return (
    <>
      {arrived && !wiped && <arrived.Notices />}
      {inside ? <Arriving part={screens}>{({ Screens }) => <Screens />}</Arriving> : <Entrance />}
    </>
  )
}

/** While the officer types: what is opened later must not wait, nor depend on the desk answering. */
async function fetchAll() {
  // What cannot be fetched now is fetched when it is needed, and says so there.
  const arrived = await screens.fetch().catch(() => undefined)
  void arrived?.fetchScreens().then(fetchFonts)
  return arrived
}
