import { useLocalStorage } from '@mantine/hooks'
import type { Language } from '../../shared/language.ts'

/** What this screen remembers, per desk and not per officer: nothing here is a record. */
interface Preferences {
  readonly language: Language
  readonly density: 'comfortable' | 'compact'
  readonly singleKeys: 'on' | 'off'
}

const defaults: Preferences = {
  language: navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en',
  density: 'comfortable',
  singleKeys: 'on',
}
const allowed: { readonly [Name in keyof Preferences]: readonly Preferences[Name][] } = {
  language: ['en', 'fr'],
  density: ['comfortable', 'compact'],
  singleKeys: ['on', 'off'],
}

/** One preference and its setter. What is stored wrongly counts as not stored. */
export function usePreference<Name extends keyof Preferences>(name: Name) {
  type Value = Preferences[Name]
  const known: readonly Value[] = allowed[name]
  return useLocalStorage<Value>({
    key: `passerelle.${name}`,
    defaultValue: defaults[name],
    getInitialValueInEffect: false,
    serialize: (value) => value,
    deserialize: (stored) => known.find((value) => value === stored) ?? defaults[name],
  })
}
