import type { Source } from './types.ts'

/** Sources that several limits share. */

export const seed: Source = {
  basis: 'service',
  citation: {
    en: 'IRCC, confirmation of permanent residence through the portal, 2020-12-10: reasons for returning a photo',
    fr: 'IRCC, confirmation de la résidence permanente par le portail, 2020-12-10 : motifs de renvoi d’une photo',
  },
}
export const portal: Source = {
  basis: 'practice',
  citation: {
    en: 'IRCC Permanent Residence Portal, photo help text (third-party copy)',
    fr: 'IRCC, portail de la résidence permanente, aide sur la photo (copie d’un tiers)',
  },
}
export const recency: Source = {
  basis: 'law',
  citation: {
    en: 'IRPR 56(2)(e)(i), SOR/2002-227: taken not more than 12 months before',
    fr: 'RIPR 56(2)e)(i), DORS/2002-227 : prise au plus 12 mois auparavant',
  },
}
export const lawOfSize: Source = {
  basis: 'law',
  citation: {
    en: 'IRPR 56(2)(e), SOR/2002-227: 35 mm by 45 mm, head 25-35 mm',
    fr: 'RIPR 56(2)e), DORS/2002-227 : 35 mm sur 45 mm, tête de 25 à 35 mm',
  },
}
export const specification: Source = {
  basis: 'practice',
  citation: {
    en: 'IRCC permanent resident photograph specifications',
    fr: 'IRCC, spécifications de la photo du résident permanent',
  },
}
/** A limit that no rule names: set where faults and good portraits part, with no difference between skin tones. */
export const measured: Source = {
  basis: 'reasoned',
  citation: {
    en: 'Measured on studio portraits and degraded copies: docs/photo-quality.md',
    fr: 'Mesuré sur des portraits de studio et des copies dégradées : docs/photo-quality.md',
  },
}
export const mesh: Source = {
  basis: 'reasoned',
  citation: {
    en: 'Face flag of the mesh: animals stay below 15, people from 19 (docs/photo-quality.md)',
    fr: 'Indice de visage du maillage : animaux sous 15, personnes dès 19 (docs/photo-quality.md)',
  },
}
export const iso = (part: string, fr: string): Source => ({
  basis: 'practice',
  citation: { en: `ISO/IEC 29794-5 and 39794-5: ${part}`, fr: `ISO/IEC 29794-5 et 39794-5 : ${fr}` },
})
export const infancy: Source = {
  basis: 'reasoned',
  citation: {
    en: 'Under three years nobody can be told to look ahead, mouth closed; the officer decides',
    fr: 'Avant trois ans, nul ne peut être tenu de regarder devant soi, bouche fermée; l’agent décide',
  },
}
