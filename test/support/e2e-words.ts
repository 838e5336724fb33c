import { createInstance } from 'i18next'
import { type TextKey, type TextParams, type Translate, textsIn } from '../../src/shared/i18n/index.ts'
import type { Language } from '../../src/shared/language.ts'

const texts = createInstance()
void texts.init({
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: textsIn('en') }, fr: { translation: textsIn('fr') } },
})

/** The window's words in a language, by the window's own keys: a flow written once runs in both. */
export function wordsIn(language: Language): Translate {
  const fixed = texts.getFixedT(language)
  return <Key extends TextKey>(key: Key, ...params: TextParams<Key>) => fixed(key as string, { ...params[0] })
}
