import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './Notice.module.css'

type Tone = 'info' | 'good' | 'attention' | 'bad'

const icons: Readonly<Record<Tone, TablerIcon>> = {
  info: IconInfoCircle,
  good: IconCircleCheck,
  attention: IconAlertTriangle,
  bad: IconCircleX,
}

interface Props {
  readonly tone: Tone
  readonly title: ReactNode
  readonly icon?: TablerIcon
  /** `alert` interrupts a screen reader: only for what the officer's own act has just brought about. */
  readonly role?: 'alert' | 'status'
  readonly children?: ReactNode
}

/** A message in the page, its meaning in icon, words and colour. */
export function Notice({ tone, title, icon, role, children }: Props) {
  const Icon = icon ?? icons[tone]
  return (
    <div className={css.notice} data-tone={tone} role={role}>
      <Icon size={20} aria-hidden />
      <div className={css.words}>
        <strong>{title}</strong>
        {children && <div className={css.body}>{children}</div>}
      </div>
    </div>
  )
}
