import {
  IconArmchair,
  IconArrowsExchange,
  IconBell,
  IconCalendarEvent,
  IconCalendarTime,
  IconCertificate,
  IconChartBar,
  IconClipboardText,
  IconFiles,
  IconListCheck,
  IconPhotoCheck,
  IconPrinter,
  IconSettings,
  IconShieldCheck,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Action } from '../../shared/domain/authority.ts'

/** The rooms of the navigation, top to bottom. A link that leads nowhere is not shown. */
export interface Room {
  readonly to:
    | '/'
    | '/hall'
    | '/queues/{-$queue}'
    | '/statistics'
    | '/claims'
    | '/interviews'
    | '/photos/{-$photoId}'
    | '/confirmations'
    | '/verify'
    | '/attention'
    | '/shift'
    | '/packs'
    | '/printing'
    | '/administration'
  readonly label:
    | 'shell.today'
    | 'shell.hall'
    | 'queues.title'
    | 'statistics.title'
    | 'shell.claims'
    | 'interviews.title'
    | 'photos.title'
    | 'confirm.title'
    | 'verify.title'
    | 'shell.attention'
    | 'shift.title'
    | 'packs.title'
    | 'printing.title'
    | 'shell.administration'
  /** `g` and then this letter. */
  readonly key: string
  readonly icon: TablerIcon
  /** Shown to who may do any of these. */
  readonly needs: readonly Action[]
}

export const rooms: readonly Room[] = [
  { to: '/', label: 'shell.today', key: 't', icon: IconCalendarEvent, needs: ['today.view', 'photo.review'] },
  { to: '/hall', label: 'shell.hall', key: 'w', icon: IconArmchair, needs: ['hall.view'] },
  { to: '/queues/{-$queue}', label: 'queues.title', key: 'q', icon: IconListCheck, needs: ['today.view'] },
  { to: '/claims', label: 'shell.claims', key: 'c', icon: IconFiles, needs: ['claim.view'] },
  { to: '/interviews', label: 'interviews.title', key: 'e', icon: IconCalendarTime, needs: ['interview.view'] },
  { to: '/photos/{-$photoId}', label: 'photos.title', key: 'h', icon: IconPhotoCheck, needs: ['photo.view'] },
  {
    to: '/confirmations',
    label: 'confirm.title',
    key: 'r',
    icon: IconCertificate,
    needs: ['confirmation.view'],
  },
  { to: '/verify', label: 'verify.title', key: 'v', icon: IconShieldCheck, needs: ['document.verify'] },
  { to: '/attention', label: 'shell.attention', key: 'a', icon: IconBell, needs: ['today.view'] },
  { to: '/shift', label: 'shift.title', key: 's', icon: IconArrowsExchange, needs: ['shift.work'] },
  { to: '/statistics', label: 'statistics.title', key: 'n', icon: IconChartBar, needs: ['claim.statistics'] },
  { to: '/printing', label: 'printing.title', key: 'i', icon: IconPrinter, needs: ['document.print'] },
  { to: '/packs', label: 'packs.title', key: 'p', icon: IconClipboardText, needs: ['pack.print'] },
  { to: '/administration', label: 'shell.administration', key: 'm', icon: IconSettings, needs: ['settings.view'] },
]
