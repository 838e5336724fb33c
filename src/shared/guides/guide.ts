import { z } from 'zod'
import { countryCode, plainDate, text } from '../domain/field-types.ts'
import type { Bilingual } from '../language.ts'

/**
 * What papers of a country usually look like, for the officer who has one before them. Data with a version and a review
 * date; it judges no paper and no person.
 */

const both = z.object({ en: text(500), fr: text(500) })
const paper = z.object({ name: both, issuer: both, note: both.optional() })

export const countryGuide = z.strictObject({
  country: countryCode,
  version: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  /** The day on which somebody last compared it with its sources. */
  reviewed: plainDate,
  /** Compared with its sources by the office that answers for it. */
  verified: z.boolean(),
  languages: both,
  identity: z.array(paper).max(20),
  police: z.array(paper).max(20),
  medical: z.array(paper).max(20),
  sources: z.array(text(300)).min(1).max(20),
})
export type CountryGuide = z.infer<typeof countryGuide>

/** A file of guides, as an office hands them on. */
export const guideFile = z.strictObject({
  format: z.literal('passerelle-guides-1'),
  guides: z.array(countryGuide).min(1).max(250),
})

/** The newest guide of each country wanted, whichever set it is from; of the same version the imported one. */
export function guidesFor(countries: readonly string[], ...sets: readonly (readonly CountryGuide[])[]): CountryGuide[] {
  return [...new Set(countries)].flatMap((country) => {
    const own = sets.flat().filter((guide) => guide.country === country)
    const newest = own.reduce<CountryGuide | undefined>(
      (best, each) => (!best || each.version >= best.version ? each : best),
      undefined,
    )
    return newest ? [newest] : []
  })
}

/** The setting of an office under which a guide stands: one each, since a setting travels whole. */
export const guideSetting = (country: string): string => `${settingPrefix}${country}`
export const settingPrefix = 'guide.'
/** Where older programs kept all of them together. */
export const allGuides = 'countryGuides'

/** The guides among the settings of an office; what is no guide, or was taken away, is left out. */
export function guidesIn(settings: Readonly<Record<string, unknown>>): CountryGuide[] {
  const own = Object.entries(settings).flatMap(([name, value]) => (name.startsWith(settingPrefix) ? [value] : []))
  return [settings[allGuides] ?? [], ...own].flat().flatMap((value) => {
    const read = countryGuide.safeParse(value)
    return read.success ? [read.data] : []
  })
}

/** How far a guide can be relied on, for whoever reads it outside the office. */
export const guideNotice = ({ verified, reviewed }: Pick<CountryGuide, 'verified' | 'reviewed'>): Bilingual =>
  verified
    ? { en: `Verified by the office; reviewed on ${reviewed}`, fr: `Vérifié par le bureau; revu le ${reviewed}` }
    : { en: `Not verified; reviewed on ${reviewed}`, fr: `Non vérifié; revu le ${reviewed}` }
