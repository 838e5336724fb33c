/** The two official languages. Everything that a person reads exists in both. */
export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

/** One text in both official languages. */
export interface Bilingual {
  readonly en: string
  readonly fr: string
}

/** A text that reads the same in both. */
export const same = (text: string): Bilingual => ({ en: text, fr: text })

/** What the catalogue of failures holds for a code. */
export interface ErrorSpec {
  /** HTTP status on the loopback host and the central. */
  readonly status: number
  /** May the same call be tried again as it is, by the machine? */
  readonly retryable: boolean
  readonly message: Bilingual
  /** What the officer can do now. */
  readonly next: Bilingual
}

export type ErrorSpecs = Readonly<Record<string, ErrorSpec>>
