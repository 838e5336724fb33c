/** What an applicant reads when a photo is returned: what is wrong with it, and how to take it again. */
import type { Bilingual } from '../language.ts'
import type { PhotoPolicy } from './policy.ts'
import { codeTexts } from './reason-texts/codes.ts'
import { type OfficialReason, type ReasonCode, type ReturnReason, reasonCodes } from './reasons.ts'
import { requirementTexts } from './requirements.ts'

/** The officer's labels of the service's reasons, of the official list and of the finer codes. */
export const reasonLabel: Readonly<Record<ReturnReason, Bilingual>> = {
  too_dark: { en: 'Too dark', fr: 'Trop sombre' },
  features_not_visible: { en: 'Facial features not visible', fr: 'Traits du visage non visibles' },
  glare: { en: 'Glare', fr: 'Reflets' },
  picture_of_paper_photo: { en: 'Picture of a paper photo', fr: 'Image d’une photo papier' },
  other_requirements: { en: 'Other requirements not met', fr: 'Autres exigences non respectées' },
}

export const officialLabel: Readonly<Record<OfficialReason, Bilingual>> = {
  too_dark: { en: 'The photo is too dark', fr: 'La photo est trop sombre' },
  background_not_white: { en: 'The background is not white', fr: 'L’arrière-plan n’est pas blanc' },
  features_not_visible: { en: 'Facial features are not visible', fr: 'Les traits du visage ne sont pas visibles' },
  glare: { en: 'There is glare', fr: 'Il y a des reflets' },
  pixels: { en: 'The pixels are not within the limits', fr: 'Les pixels ne respectent pas les limites' },
  file_size: { en: 'The file is too large', fr: 'Le fichier est trop volumineux' },
  other: { en: 'Other', fr: 'Autre' },
}

export const codeLabel = (code: ReasonCode): Bilingual => codeTexts[code].label

/** When only the service's reason was chosen and no finer code of it. */
const generalCode: Readonly<Record<ReturnReason, ReasonCode>> = {
  too_dark: 'dark',
  features_not_visible: 'features_hidden',
  glare: 'glare',
  picture_of_paper_photo: 'photo_of_photo',
  other_requirements: 'other',
}

export interface ReturnGiven {
  readonly reasons: readonly ReturnReason[]
  /** Finer codes; those of a reason that was not chosen are left out. */
  readonly codes: readonly ReasonCode[]
  readonly policy: PhotoPolicy
  /** The officer's own words, by language. */
  readonly words?: { readonly en?: string; readonly fr?: string }
}

export interface ReturnParagraphs {
  /** What is wrong, a sentence each, in the order of the service's reasons. */
  readonly wrong: readonly Bilingual[]
  /** How to take it again, a sentence each, none twice. */
  readonly again: readonly Bilingual[]
}

/** The applicant's text by paragraphs, for a letter. Without any reason both are empty. */
export function returnParagraphs({ reasons, codes, policy }: ReturnGiven): ReturnParagraphs {
  const chosen = reasons.flatMap((reason): ReasonCode[] => {
    const finer = codes.filter((code) => reasonCodes[code].reason === reason)
    return finer.length ? [...new Set(finer)] : [generalCode[reason]]
  })
  return {
    wrong: chosen.map((code) => filled(codeTexts[code].wrong, policy)),
    again: unique(chosen.map((code) => filled(codeTexts[code].again, policy))),
  }
}

/** The applicant's text in plain lines: what is wrong, how to take it again, last the officer's own words. */
export function returnText(given: ReturnGiven): Bilingual {
  const { wrong, again } = returnParagraphs(given)
  const inLanguage = (language: 'en' | 'fr') =>
    [
      lead(wrong.length)[language],
      ...wrong.map((text) => `- ${text[language]}`),
      ...(again.length ? [howTo[language], ...again.map((text) => `- ${text[language]}`)] : []),
      ...(given.words?.[language]?.trim() ? [given.words[language].trim()] : []),
    ].join('\n')
  return { en: inLanguage('en'), fr: inLanguage('fr') }
}

const lead = (count: number): Bilingual =>
  count
    ? { en: 'Your photo cannot be used:', fr: 'Votre photo ne peut pas être utilisée\u00a0:' }
    : { en: 'Your photo cannot be used.', fr: 'Votre photo ne peut pas être utilisée.' }

const howTo: Bilingual = { en: 'Please take a new one:', fr: 'Veuillez en prendre une nouvelle\u00a0:' }

/** Numbers of the policy in their places. */
function filled({ en, fr }: Bilingual, policy: PhotoPolicy): Bilingual {
  const texts = requirementTexts(policy)
  const fill = (text: string, language: 'en' | 'fr') =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => texts[name]?.[language] ?? '?')
  return { en: fill(en, 'en'), fr: fill(fr, 'fr') }
}

const unique = (texts: readonly Bilingual[]): Bilingual[] => [
  ...new Map(texts.map((text) => [text.en, text] as const)).values(),
]
