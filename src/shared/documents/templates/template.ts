import type { Bilingual } from '../../language.ts'

/** A wording that was in force from a day on. The newest whose day has come is printed. */
export interface Template {
  /** First day on which papers are issued with this wording; also its version. */
  readonly effective: string
  /** Where the purpose of each statement comes from. The wording is ours. */
  readonly citations: readonly string[]
}

/** A heading with its paragraphs. */
export interface Passage {
  readonly heading: Bilingual
  readonly paragraphs: readonly Bilingual[]
}

/** The template in force on `date` (ISO), undefined before the first. */
export function inForce<T extends Template>(templates: readonly T[], date: string): T | undefined {
  return templates
    .filter((template) => template.effective <= date)
    .toSorted((a, b) => a.effective.localeCompare(b.effective))
    .at(-1)
}
