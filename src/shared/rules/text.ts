import type { Bilingual } from '../language.ts'

/** One text in both official languages, in a form short enough for tables. */
export const text = (en: string, fr: string): Bilingual => ({ en, fr })
