import type { ErrorSpecs } from '../language.ts'

const file = (status: 409 | 422, message: { en: string; fr: string }, next: { en: string; fr: string }) =>
  ({ status, retryable: false, message, next }) as const

const askAgain = {
  en: 'Ask the production facility to send the file again. Nothing was changed.',
  fr: 'Demandez au centre de production de renvoyer le fichier. Rien n’a été modifié.',
}

export const cardErrors = {
  'cards.unwritable': file(
    422,
    {
      en: 'The file for the production facility cannot be written: row {{row}}, {{field}}.',
      fr: 'Le fichier destiné au centre de production ne peut être écrit\u00a0: ligne {{row}}, {{field}}.',
    },
    {
      en: 'Correct what the row says, or leave the person out of the batch. Nothing was changed.',
      fr: 'Corrigez ce que dit la ligne, ou laissez la personne hors du lot. Rien n’a été modifié.',
    },
  ),
  'cards.file_malformed': file(
    422,
    {
      en: 'This is not a file of the production facility, or line {{line}} is not as the format says.',
      fr: 'Ce n’est pas un fichier du centre de production, ou la ligne {{line}} n’est pas conforme au format.',
    },
    askAgain,
  ),
  'cards.file_changed': file(
    422,
    {
      en: 'The file was changed or cut short on its way: its digest does not agree.',
      fr: 'Le fichier a été modifié ou tronqué en chemin\u00a0: son empreinte ne concorde pas.',
    },
    askAgain,
  ),
  'cards.file_forged': file(
    422,
    {
      en: 'The file’s signature is not that of the key that it names.',
      fr: 'La signature du fichier n’est pas celle de la clé qu’il indique.',
    },
    {
      en: 'Do not use it. Tell your security contact where it came from. Nothing was changed.',
      fr: 'Ne l’utilisez pas. Dites à votre responsable de la sécurité d’où il vient. Rien n’a été modifié.',
    },
  ),
} as const satisfies ErrorSpecs
