import { Kbd } from '@mantine/core'
import { Fragment } from 'react'
import type { Language } from '../../shared/language.ts'
import { useKeyNow } from '../app/keyboard.ts'
import { useLanguage } from '../app/language.tsx'
import css from './KeyHint.module.css'

const names: Readonly<Record<string, string>> = {
  ctrl: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Plus: '+',
}

/** Keys that a French keyboard names otherwise. */
const french: Readonly<Record<string, string>> = {
  shift: 'Maj',
  Home: 'Début',
  End: 'Fin',
  Enter: 'Entrée',
  Escape: 'Échap',
}

const shown = (key: string, language: Language) =>
  (language === 'fr' && french[key]) || names[key] || (key.length === 1 ? key.toUpperCase() : key)

/**
 * The key of an action, beside it: `n`, `ctrl+k`, `g t`, as the action comes with it; shown is what it was changed to, and
 * nothing where it has none. Hidden from screen readers, which read the help instead.
 */
export function KeyHint({ keys }: { keys: string }) {
  const now = useKeyNow(keys)
  return now ? <Keys keys={now} quiet /> : null
}

/** Keys as they are written. */
export function Keys({ keys, quiet = false }: { keys: string; quiet?: boolean }) {
  const { t, language } = useLanguage()
  return (
    <span className={css.keys} aria-hidden={quiet || undefined}>
      {keys.split(' ').map((chord, at) => (
        <Fragment key={`${chord}-${keys.slice(0, at)}`}>
          {at > 0 && <span className={css.then}>{t('keys.then')}</span>}
          <Kbd size="xs" className={css.key}>
            {chord
              .split('+')
              .map((key) => shown(key, language))
              .join(' + ')}
          </Kbd>
        </Fragment>
      ))}
    </span>
  )
}
