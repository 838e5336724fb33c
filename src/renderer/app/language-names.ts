import type { Language } from '../../shared/language.ts'

/**
 * Languages that Chromium's cut-down tables do not name, as the full ones (CLDR 48) name them: without these a person who
 * speaks one would have a code. And two that the tables name as another language that can be chosen too.
 */
export const ownNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  aa: { en: 'Afar', fr: 'afar' },
  bo: { en: 'Tibetan', fr: 'tibétain' },
  ce: { en: 'Chechen', fr: 'tchétchène' },
  dz: { en: 'Dzongkha', fr: 'dzongkha' },
  ff: { en: 'Fula', fr: 'peul' },
  fj: { en: 'Fijian', fr: 'fidjien' },
  kab: { en: 'Kabyle', fr: 'kabyle' },
  kmr: { en: 'Kurmanji Kurdish', fr: 'kurde kurmandji' },
  ki: { en: 'Kikuyu', fr: 'kikuyu' },
  lu: { en: 'Luba-Katanga', fr: 'luba-katanga' },
  luo: { en: 'Luo', fr: 'luo' },
  nd: { en: 'North Ndebele', fr: 'ndébélé du Nord' },
  nr: { en: 'South Ndebele', fr: 'ndébélé du Sud' },
  pap: { en: 'Papiamento', fr: 'papiamento' },
  rn: { en: 'Rundi', fr: 'roundi' },
  sat: { en: 'Santali', fr: 'santali' },
  sg: { en: 'Sango', fr: 'sango' },
  shi: { en: 'Tachelhit', fr: 'chleuh' },
  ss: { en: 'Swati', fr: 'swati' },
  tig: { en: 'Tigre', fr: 'tigré' },
  tw: { en: 'Twi', fr: 'twi' },
  tzm: { en: 'Central Atlas Tamazight', fr: 'tamazight' },
  ve: { en: 'Venda', fr: 'venda' },
  zgh: { en: 'Standard Moroccan Tamazight', fr: 'amazighe standard marocain' },
}
