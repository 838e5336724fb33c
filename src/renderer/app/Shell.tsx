import { IconFlask } from '@tabler/icons-react'
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { HelpDialogs, openHelp } from '../features/help/HelpDialogs.tsx'
import { ScannedDialogs } from '../features/scanned/ScannedDialogs.tsx'
import { ConnectionBar } from './ConnectionBar.tsx'
import { useAskStaleStatus, useStatus } from './desk.tsx'
import { type Shortcut, useKeys } from './keyboard.ts'
import { LockCover, useKeepAwake } from './LockCover.tsx'
import { useText } from './language.tsx'
import { useMay } from './may.ts'
import { Navigation } from './Navigation.tsx'
import { rooms } from './rooms.ts'
import css from './Shell.module.css'
import { openSearch, SearchBox } from './search/SearchBox.tsx'
import { useSeat } from './seat.ts'
import { TopBar } from './TopBar.tsx'
import { Warnings } from './Warnings.tsx'
import { WarmUp } from './warm-up/WarmUp.tsx'

/** The frame around every screen: top bar, navigation, the screen, and the lock above all of it. */
export function Shell() {
  const t = useText()
  const status = useStatus()
  useShellKeys()
  useKeepAwake()
  useFreshStatus()
  return (
    <>
      <div className={css.shell}>
        <button type="button" className={css.skip} onClick={skip}>
          {t('shell.skip')}
        </button>
        <TopBar />
        <Navigation />
        <div className={css.work}>
          {status?.demo && (
            <aside className={css.demo} aria-label={t('shell.demo_label')}>
              <IconFlask size={18} aria-hidden /> {t('shell.demo')}
            </aside>
          )}
          <ConnectionBar />
          <main id="main" tabIndex={-1} className={css.main}>
            <Warnings />
            <Outlet />
          </main>
        </div>
      </div>
      <SearchBox />
      <HelpDialogs />
      <ScannedDialogs />
      <LockCover />
      <WarmUp />
    </>
  )
}

/** A button and no link: the part of an address after `#` names the screen here. */
const skip = () => document.getElementById('main')?.focus()

/** The day and the warnings are asked for again behind a screen that opens, once they are a minute old. */
function useFreshStatus() {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const ask = useAskStaleStatus()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says when, not what
  useEffect(ask, [path])
}

function useShellKeys() {
  const navigate = useNavigate()
  const mayDo = useMay()
  const { lock } = useSeat()
  const go = rooms
    .filter(({ needs }) => needs.some(mayDo))
    .map(({ to, label, key }): Shortcut => ({ keys: `g ${key}`, label, run: () => void navigate({ to }) }))
  const newClaim: Shortcut[] = mayDo('claim.open')
    ? [{ keys: 'n', label: 'shell.new_claim', run: () => void navigate({ to: '/claims/new' }) }]
    : []
  useKeys([
    { keys: 'ctrl+k', label: 'shell.search_long', run: () => openSearch() },
    { keys: '/', label: 'shell.search_long', run: () => openSearch() },
    ...newClaim,
    ...go,
    { keys: 'ctrl+shift+l', label: 'shell.lock', run: lock },
    { keys: '?', label: 'keys.open', run: () => openHelp('keys') },
  ])
}
