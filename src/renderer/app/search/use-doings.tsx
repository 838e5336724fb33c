import { useMantineColorScheme } from '@mantine/core'
import {
  IconCornerDownRight,
  IconFilePlus,
  IconInfoCircle,
  IconKey,
  IconKeyboard,
  IconLanguage,
  IconLock,
  IconMoon,
  IconScan,
  IconUser,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { fold } from '../../components/fold.ts'
import { openHelp } from '../../features/help/HelpDialogs.tsx'
import { useRegisteredKeys } from '../keyboard.ts'
import { useLanguage, useText } from '../language.tsx'
import { useMay } from '../may.ts'
import { rooms } from '../rooms.ts'
import { useSeat } from '../seat.ts'

/** An action that the search offers. */
export interface Doing {
  readonly id: string
  readonly label: string
  readonly icon: ReactNode
  /** Its key, as it comes with it. */
  readonly keys?: string | undefined
  readonly run: () => void
}

const size = 20

/** What matches the text: actions of the screen below, actions from anywhere, rooms to go to. */
export function useDoings(typed: string): { here: readonly Doing[]; act: readonly Doing[]; go: readonly Doing[] } {
  const wanted = fold(typed)
  const matching = (doings: readonly Doing[]) => doings.filter(({ label }) => fold(label).includes(wanted))
  return { here: matching(useHere()), act: matching(useActs()), go: matching(useRooms()) }
}

/** Every action of the screen that has a key, by its name: nobody needs to know the key. */
function useHere(): readonly Doing[] {
  const t = useText()
  const registered = useRegisteredKeys()
  // Behind a dialog that is open under the search nothing may happen unseen.
  if (document.querySelectorAll('[role="dialog"][aria-modal="true"]').length > 1) return []
  const byLabel = new Map<string, Doing>()
  for (const { label, comesWith, where, run } of registered)
    if (run && where === 'here')
      byLabel.set(label, {
        id: `here ${label}`,
        label: t(label as never),
        icon: <IconCornerDownRight size={size} aria-hidden />,
        keys: comesWith,
        run: () => afterClosing(run),
      })
  return [...byLabel.values()]
}

/** Once the search is gone and what had the focus before has it again: the action may be of that. */
const afterClosing = (run: () => void) => setTimeout(run, 50)

function useRooms(): readonly Doing[] {
  const t = useText()
  const mayDo = useMay()
  const navigate = useNavigate()
  return rooms
    .filter(({ needs }) => needs.some(mayDo))
    .map(({ to, label, icon: Icon, key }) => ({
      id: to,
      label: t(label),
      icon: <Icon size={size} aria-hidden />,
      keys: `g ${key}`,
      run: () => void navigate({ to }),
    }))
}

function useActs(): readonly Doing[] {
  const t = useText()
  const mayDo = useMay()
  const navigate = useNavigate()
  const { lock, signOut } = useSeat()
  const open: Doing = {
    id: 'new',
    label: t('shell.new_claim'),
    icon: <IconFilePlus size={size} aria-hidden />,
    keys: 'n',
    run: () => void navigate({ to: '/claims/new' }),
  }
  return [
    ...(mayDo('claim.open') ? [open] : []),
    {
      id: 'lock',
      label: t('shell.lock'),
      icon: <IconLock size={size} aria-hidden />,
      keys: 'ctrl+shift+l',
      run: lock,
    },
    ...useLooks(),
    ...(['keys', 'reader', 'password', 'about'] as const).map((topic) => ({
      id: topic,
      label: t(helpLabels[topic]),
      icon: helpIcons[topic],
      ...(topic === 'keys' ? { keys: '?' } : {}),
      run: () => openHelp(topic),
    })),
    {
      id: 'out',
      label: t('shell.sign_out'),
      icon: <IconUser size={size} aria-hidden />,
      run: () => signOut.mutate(undefined),
    },
  ]
}

const helpLabels = {
  keys: 'shell.keys',
  reader: 'reader.title',
  password: 'shell.change_password',
  about: 'shell.about',
} as const
const helpIcons = {
  keys: <IconKeyboard size={size} aria-hidden />,
  reader: <IconScan size={size} aria-hidden />,
  password: <IconKey size={size} aria-hidden />,
  about: <IconInfoCircle size={size} aria-hidden />,
}

/** The other language, the other scheme. */
function useLooks(): readonly Doing[] {
  const { t, language, setLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const other = colorScheme === 'dark' ? 'light' : 'dark'
  return [
    {
      id: 'language',
      label: t('shell.other_language'),
      icon: <IconLanguage size={size} aria-hidden />,
      run: () => setLanguage(language === 'fr' ? 'en' : 'fr'),
    },
    {
      id: 'scheme',
      label: t(`shell.to_${other}`),
      icon: <IconMoon size={size} aria-hidden />,
      run: () => setColorScheme(other),
    },
  ]
}
