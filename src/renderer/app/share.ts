import { useLanguage } from './language.tsx'

/** `12 %` of a whole as this language writes it; a dash of nothing. */
export function useShare(): (part: number, whole: number) => string {
  const { language } = useLanguage()
  const format = new Intl.NumberFormat(`${language}-CA`, { style: 'percent', maximumFractionDigits: 1 })
  return (part, whole) => (whole === 0 ? '–' : format.format(part / whole))
}
