import type { Bilingual } from '../language.ts'

/** How the sources of a rule are named in both languages. Provisions are written the English way: `101(1)(b.1)`. */

/** Immigration and Refugee Protection Act, S.C. 2001, c. 27. */
export const irpa = (provision: string): Bilingual => cite('IRPA, s.', 'LIPR, art.', provision)

/** Immigration and Refugee Protection Regulations, SOR/2002-227. */
export const irpr = (provision: string): Bilingual => cite('IRPR, s.', 'RIPR, art.', provision)

/** Refugee Protection Division Rules, SOR/2012-256. */
export const rpdRule = (provision: string): Bilingual => cite('RPD Rules, rule', 'Règles de la SPR, règle', provision)

/** What the service promises itself or its clients; no law stands behind it. */
export const serviceStandard: Bilingual = {
  en: 'Service standard; no law sets it',
  fr: 'Norme de service; aucune loi ne la fixe',
}

/** Two sources that must be read together. */
export const and = (first: Bilingual, second: Bilingual): Bilingual => ({
  en: `${first.en}; ${second.en}`,
  fr: `${first.fr}; ${second.fr}`,
})

/** French law writes a paragraph with one bracket: `101(1)b.1)`. */
function cite(en: string, fr: string, provision: string): Bilingual {
  const french = provision.replace(/\(([a-z][\d.]*)\)/g, '$1)').replace(' to ', ' à ')
  return { en: `${en} ${provision}`, fr: `${fr} ${french}` }
}
