import type { Source } from './types.ts'

/** Sources that several limits share. */

export const seed: Source = {
  basis: 'service',
  citation: 'IRCC, confirmation of permanent residence through the portal, 2020-12-10: reasons for returning a photo',
}
export const portal: Source = {
  basis: 'practice',
  citation: 'IRCC Permanent Residence Portal, photo help text (third-party copy)',
}
export const recency: Source = {
  basis: 'law',
  citation: 'IRPR 56(2)(e)(i), SOR/2002-227: taken not more than 12 months before',
}
export const lawOfSize: Source = {
  basis: 'law',
  citation: 'IRPR 56(2)(e), SOR/2002-227: 35 mm by 45 mm, head 25-35 mm',
}
export const specification: Source = {
  basis: 'practice',
  citation: 'IRCC permanent resident photograph specifications',
}
/** A limit that no rule names: set where faults and good portraits part, with no difference between skin tones. */
export const measured: Source = {
  basis: 'reasoned',
  citation: 'Measured on studio portraits and degraded copies: docs/photo-quality.md',
}
export const mesh: Source = {
  basis: 'reasoned',
  citation: 'Face flag of the mesh: animals stay below 15, people from 19 (docs/photo-quality.md)',
}
export const iso = (part: string): Source => ({ basis: 'practice', citation: `ISO/IEC 29794-5 and 39794-5: ${part}` })
export const infancy: Source = {
  basis: 'reasoned',
  citation: 'Under three years nobody can be told to look ahead, mouth closed; the officer decides',
}
