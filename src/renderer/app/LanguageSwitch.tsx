import { UnstyledButton } from '@mantine/core'
import type { Language } from '../../shared/language.ts'
import css from './LanguageSwitch.module.css'
import { useLanguage } from './language.tsx'

const choices: readonly { readonly value: Language; readonly short: string; readonly long: string }[] = [
  { value: 'en', short: 'EN', long: 'English' },
  { value: 'fr', short: 'FR', long: 'Français' },
]

/** EN|FR. Each language is named in itself, and a click changes every text of the window at once. */
export function LanguageSwitch() {
  const { t, language, setLanguage } = useLanguage()
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons of a bar are no fieldset of a form
    <div role="group" aria-label={t('shell.language')} className={css.group}>
      {choices.map(({ value, short, long }) => (
        <UnstyledButton
          key={value}
          className={css.choice}
          lang={value}
          aria-label={`${short} – ${long}`}
          aria-pressed={language === value}
          onClick={() => setLanguage(value)}
        >
          {short}
        </UnstyledButton>
      ))}
    </div>
  )
}
