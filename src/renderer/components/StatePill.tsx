import {
  IconAlertTriangle,
  IconArrowRight,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClockPause,
  IconInfoCircle,
  IconPencil,
  IconPrinter,
  IconSend,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ClaimState, DocumentState } from '../../shared/domain/states.ts'
import { useText } from '../app/language.tsx'
import css from './StatePill.module.css'

export type Tone = 'neutral' | 'info' | 'good' | 'attention' | 'bad'

const icons: Readonly<Record<Tone, TablerIcon>> = {
  neutral: IconCircleDashed,
  info: IconInfoCircle,
  good: IconCircleCheck,
  attention: IconAlertTriangle,
  bad: IconCircleX,
}

interface Props {
  readonly tone: Tone
  readonly icon?: TablerIcon
  readonly children: ReactNode
}

/** A state in a word with its icon: never by colour alone. */
export function StatePill({ tone, icon, children }: Props) {
  const Icon = icon ?? icons[tone]
  return (
    <span className={css.pill} data-tone={tone}>
      <Icon size={16} stroke={2} aria-hidden />
      <span>{children}</span>
    </span>
  )
}

const claimLooks: Readonly<Record<ClaimState, { tone: Tone; icon: TablerIcon }>> = {
  intake: { tone: 'info', icon: IconPencil },
  undecided: { tone: 'attention', icon: IconCircleDashed },
  suspended: { tone: 'attention', icon: IconClockPause },
  ineligible_proposed: { tone: 'attention', icon: IconUsers },
  ineligible: { tone: 'bad', icon: IconCircleX },
  referred: { tone: 'good', icon: IconSend },
  withdrawn: { tone: 'neutral', icon: IconBan },
  moved: { tone: 'neutral', icon: IconArrowRight },
}

export function ClaimStatePill({ state }: { state: ClaimState }) {
  const t = useText()
  return <StatePill {...claimLooks[state]}>{t(`claim_state.${state}`)}</StatePill>
}

const documentLooks: Readonly<Record<DocumentState, { tone: Tone; icon: TablerIcon }>> = {
  reserved: { tone: 'info', icon: IconPrinter },
  sent: { tone: 'attention', icon: IconSend },
  confirmed: { tone: 'good', icon: IconCircleCheck },
  spoiled: { tone: 'bad', icon: IconCircleX },
  revoked: { tone: 'bad', icon: IconBan },
}

export function DocumentStatePill({ state }: { state: DocumentState }) {
  const t = useText()
  return <StatePill {...documentLooks[state]}>{t(`document_state.${state}`)}</StatePill>
}
