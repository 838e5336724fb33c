import { createInstance, type i18n } from 'i18next'
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { I18nextProvider, initReactI18next, useTranslation } from 'react-i18next'
import { type TextKey, type Translate, textsIn } from '../../shared/i18n/index.ts'
import type { Bilingual, Language } from '../../shared/language.ts'
import { usePreference } from './preferences.ts'

interface Speech {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  /** The text of a key. A wrong key or a missing value does not compile. */
  readonly t: Translate
  /** The officer's language of a text that comes in both. */
  readonly say: (text: Bilingual) => string
}

const SpeechContext = createContext<Speech | undefined>(undefined)

/** One i18next for the window, with every text in it: nothing is fetched. */
function makeTexts(): i18n {
  const made = createInstance()
  void made.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    resources: { en: { translation: textsIn('en') }, fr: { translation: textsIn('fr') } },
  })
  return made
}

const texts = makeTexts()

export function LanguageProvider({ children }: { children: ReactNode }) {
  return (
    <I18nextProvider i18n={texts}>
      <SpeechProvider>{children}</SpeechProvider>
    </I18nextProvider>
  )
}

function SpeechProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = usePreference('language')
  const { i18n } = useTranslation()
  useEffect(() => {
    document.documentElement.lang = `${language}-CA`
    void i18n.changeLanguage(language)
  }, [language, i18n])
  const value = useMemo<Speech>(() => {
    const t = remembering(i18n.getFixedT(language))
    return { language, setLanguage, t: t as Translate, say: (text) => text[language] }
  }, [language, setLanguage, i18n])
  return <SpeechContext value={value}>{children}</SpeechContext>
}

/** Most texts have no gaps and stand on a screen hundreds of times: each is looked up once. */
function remembering(translate: (key: TextKey, params: Record<string, string | number>) => string) {
  const known = new Map<TextKey, string>()
  return (key: TextKey, params?: Record<string, string | number>): string => {
    if (params) return translate(key, params)
    const text = known.get(key) ?? translate(key, {})
    known.set(key, text)
    return text
  }
}

/** The officer's language: `t`, `say`, and the switch. */
export function useLanguage(): Speech {
  const value = useContext(SpeechContext)
  if (!value) throw new Error('useLanguage outside LanguageProvider')
  return value
}

/** Just `t`. */
export const useText = (): Translate => useLanguage().t

/** Just `say`: the officer's language of a text that comes in both. */
export const useSay = (): Speech['say'] => useLanguage().say
