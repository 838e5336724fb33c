import { Popover, Text, UnstyledButton } from '@mantine/core'
import { IconCloud, IconCloudOff, IconCloudPause, IconCloudUp, IconCloudX, type TablerIcon } from '@tabler/icons-react'
import type { SyncView } from '../../shared/contract/views.ts'
import { SyncWords } from '../components/SyncWords.tsx'
import { useStatus } from './desk.tsx'
import { useText } from './language.tsx'
import css from './TopBar.module.css'

const icons: Readonly<Record<SyncView['state'], TablerIcon>> = {
  no_central: IconCloudOff,
  not_enrolled: IconCloudX,
  awaiting_approval: IconCloudPause,
  settling: IconCloudUp,
  settled: IconCloud,
  offline: IconCloudOff,
  paused: IconCloudPause,
  stopped: IconCloudX,
}

/** Where this desk stands with the central service, in a word; in sentences on a click. Amber when somebody should look. */
export function SyncPill() {
  const t = useText()
  const sync: SyncView = useStatus()?.sync ?? { state: 'no_central', waiting: 0 }
  const { state, waiting, stale, practice } = sync
  const Icon = icons[state]
  const amber = state === 'stopped' || state === 'not_enrolled' || (stale === true && state !== 'no_central')
  return (
    <Popover width={380} position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={css.tool} data-amber={amber || undefined}>
          <Icon size={18} aria-hidden />
          <span>
            {practice && <strong>{t('sync.practice_short')} · </strong>}
            {t(`sync.${state}`)}
            {waiting > 0 && state !== 'no_central' && ` · ${t('sync.waiting_short', { count: waiting })}`}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t(`sync.title.${state}`)}>
        <Text fw={650}>{t(`sync.title.${state}`)}</Text>
        {practice && <Text>{t('sync.practice')}</Text>}
        <SyncWords sync={sync} />
      </Popover.Dropdown>
    </Popover>
  )
}
