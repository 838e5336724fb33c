import { Group } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWindowTitle } from '../app/window-title.ts'
import css from './PageHeader.module.css'

interface Props {
  /** The screen's one h1, and the window's title. */
  readonly title: string
  readonly subtitle?: ReactNode
  /** Buttons at the right; the primary action last. */
  readonly actions?: ReactNode
  /** Only the window's title and the focus: for screens that draw their own heading. */
  readonly hidden?: boolean
}

/** Title of a screen. Takes the focus when the screen opens, so that a screen reader and the Tab key start here. */
export function PageHeader({ title, subtitle, actions, hidden = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // A screen that placed the focus itself (a first field) keeps it.
    const main = heading.current?.closest('main')
    if (!main?.contains(document.activeElement) || document.activeElement === main)
      heading.current?.focus({ preventScroll: true })
  }, [])
  useWindowTitle(title)
  return (
    <header className={hidden ? css.hidden : css.header}>
      <div className={css.words}>
        <h1 ref={heading} tabIndex={-1} className={css.title}>
          {title}
        </h1>
        {subtitle && <div className={css.subtitle}>{subtitle}</div>}
      </div>
      {actions && <Group gap="xs">{actions}</Group>}
    </header>
  )
}
