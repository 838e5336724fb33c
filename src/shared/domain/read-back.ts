import { z } from 'zod'
import type { PersonField } from './fields.ts'

/**
 * The read-back: the screen is turned to the claimant, who says whether name, own script, birth date, citizenship and
 * photo are right before a paper carries them. What they saw is named by its events: a change afterwards undoes it.
 */

/** What the claimant is shown, in this order; the photo comes beside it. */
export const readBackFields = [
  'familyName',
  'givenNames',
  'nativeName',
  'birthDate',
  'citizenships',
] as const satisfies readonly PersonField[]

/** What the claimant can point at as wrong. */
export const readBackParts = [...readBackFields, 'photo'] as const
export type ReadBackPart = (typeof readBackParts)[number]

export const readBack = z.strictObject({
  /** ISO 639 code of the language in which the labels stood. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  /** What the claimant said is wrong; empty when all of it is right. */
  wrong: z.array(z.enum(readBackParts)).max(readBackParts.length),
  /** SHA-256 of the print crop of the photo that was shown. */
  photo: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
export type ReadBack = z.infer<typeof readBack>

/** What is on the screen now: ids of the events that hold the fields, and the photo. */
export interface Shown {
  readonly heads: readonly string[]
  readonly photo?: string | undefined
}

/** Is what the claimant saw still all that there is? */
export const isStillShown = (seen: Shown, now: Shown): boolean =>
  seen.photo === now.photo &&
  seen.heads.length === now.heads.length &&
  now.heads.every((head) => seen.heads.includes(head))

/** Ids of the events that hold the fields of the read-back. */
export const readBackHeads = (
  person: Readonly<Record<string, { readonly heads: readonly string[] } | undefined>>,
): string[] => [...new Set(readBackFields.flatMap((field) => person[field]?.heads ?? []))]
