import { type ReactNode, useEffect, useRef } from 'react'
import { useStatus } from '../../app/desk.tsx'
import { LanguageSwitch } from '../../app/LanguageSwitch.tsx'
import { useLanguage } from '../../app/language.tsx'
import { useWindowTitle } from '../../app/window-title.ts'
import css from './Door.module.css'
import { PracticeButton } from './PracticeButton.tsx'

interface Props {
  readonly title: string
  readonly about?: ReactNode
  readonly icon?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The frame of every screen before the shell: the product, the language, one card. */
export function Door({ title, about, icon, wide = false, children }: Props) {
  const { t, say } = useLanguage()
  const status = useStatus()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // A door without a first field: a screen reader and the Tab key start at its title.
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  useWindowTitle(title)
  return (
    <div className={css.door}>
      <header className={css.bar}>
        <div className={css.name}>
          <span className={css.product}>Passerelle</span>
          <span className={css.tagline}>{t('door.tagline')}</span>
        </div>
        <LanguageSwitch />
      </header>
      {status?.demo && (
        <aside className={css.demo} aria-label={t('shell.demo_label')}>
          {t('shell.demo')}
        </aside>
      )}
      <main className={wide ? css.wideCard : css.card}>
        <h1 ref={heading} tabIndex={-1} className={css.title}>
          {icon}
          {title}
        </h1>
        {about && <p className={css.about}>{about}</p>}
        {children}
      </main>
      {status?.demo === false && !status.kiosk && <PracticeButton />}
      <footer className={css.foot}>
        {status?.office && <span>{say(status.office.name)}</span>}
        <span>{t('door.privacy')}</span>
        {status && <span>{status.version}</span>}
      </footer>
    </div>
  )
}
