import type { Bilingual } from '../../language.ts'
import { inForce, type Template } from './template.ts'

/** Fixed wording of the letter that returns a photo. What is wrong and how to do better comes from the policy of photos. */
export interface PhotoReturnTemplate extends Template {
  readonly title: Bilingual
  readonly wrong: Bilingual
  readonly answer: { readonly heading: Bilingual; readonly paragraphs: readonly Bilingual[] }
}

const both = (en: string, fr: string): Bilingual => ({ en, fr })

/** The wordings so far. */
export const photoReturnTemplates: readonly PhotoReturnTemplate[] = [
  {
    effective: '2020-12-10',
    citations: [
      'The service’s statement of 2020-12-10: a photo is returned with its reason and may be sent again',
      'IRPR s. 56(2)(e): what photographs must be',
    ],
    title: both('Your photo was returned', 'Votre photo vous est renvoyée'),
    wrong: both('What is wrong, and how to take it again', 'Ce qui ne va pas, et comment la reprendre'),
    answer: {
      heading: both('How to answer', 'Comment répondre'),
      paragraphs: [
        both(
          'Send a new photo in the way in which you sent the first one. Give your application number and the number of the returned photo printed above.',
          'Envoyez une nouvelle photo de la même façon que la première. Indiquez votre numéro de demande et le numéro de la photo renvoyée qui figure ci-dessus.',
        ),
        both(
          'Send a JPEG or PNG file. Do not photograph or scan this letter or a printed photo, and do not alter the picture in any way.',
          'Envoyez un fichier JPEG ou PNG. Ne photographiez ni ne numérisez la présente lettre ou une photo imprimée, et ne retouchez l’image d’aucune façon.',
        ),
        both(
          'A head covering that you wear for religious or medical reasons may stay on if your whole face is seen. If you cannot meet a requirement, tell us why.',
          'Un couvre-chef porté pour des raisons religieuses ou médicales peut être gardé si tout votre visage est visible. Si vous ne pouvez satisfaire à une exigence, dites-nous pourquoi.',
        ),
      ],
    },
  },
]

/** The wording in force on the date of issue (ISO). */
export const photoReturnTemplate = (date: string) => inForce(photoReturnTemplates, date)
