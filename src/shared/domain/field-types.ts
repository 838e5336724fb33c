import { z } from 'zod'
import { isPartialDate } from './vocabulary.ts'

/** The kinds of values that fields are made of. */

/** Text of one to `max` characters; the spaces around it go. */
export const text = (max: number) => z.string().trim().min(1).max(max)
/** ISO alpha-3 or an ICAO 9303 special code such as XXA (stateless). */
export const countryCode = z.string().regex(/^[A-Z]{3}$/)
/** Full or partial date: `1990`, `1990-05` or `1990-05-17`. */
export const partialDate = z.string().refine(isPartialDate, { message: 'date' })
export const plainDate = z.iso.date()
/** ISO 639 two or three letters. */
export const languageCode = z.string().regex(/^[a-z]{2,3}$/)
