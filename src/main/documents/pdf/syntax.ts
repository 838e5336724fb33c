/** Values as the text of a PDF has them (ISO 32000-1, 7.3 and 7.9). */

/** A dictionary of values that are text of the file already; those left undefined are left out. */
export const dict = (entries: Readonly<Record<string, string | number | undefined>>): string =>
  `<<${Object.entries(entries)
    .map(([key, value]) => (value === undefined ? '' : `/${key} ${value}`))
    .join('')}>>`

export const array = (values: readonly (string | number)[]): string => `[${values.join(' ')}]`

/** A text in UTF-16, big end first, as hex. */
export const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()

/** A text that people read. */
export const textString = (text: string): string => `<FEFF${utf16(text)}>`

/** Letters and digits of programs, such as a language. */
export const plainString = (text: string): string => `(${text.replace(/[\\()]/g, '\\$&')})`

/** An instant to the second, UTC. */
export const dateString = (instant: Date): string => `(D:${instant.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`

/** A number with at most three decimals: a thousandth of a point is finer than any printer. */
export const number = (value: number): string => String(Math.round(value * 1000) / 1000)
