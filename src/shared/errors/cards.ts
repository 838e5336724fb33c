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
  'cards.missing': file(
    422,
    {
      en: 'A card cannot be ordered yet; missing: {{lacks}}.',
      fr: 'La carte ne peut pas encore être commandée; il manque : {{lacks}}.',
    },
    {
      en: 'Complete the person’s data first. Nothing was ordered.',
      fr: 'Complétez d’abord les données de la personne. Rien n’a été commandé.',
    },
  ),
  'cards.changed': file(
    409,
    {
      en: 'Something changed while the file was being written.',
      fr: 'Un renseignement a changé pendant la rédaction du fichier.',
    },
    {
      en: 'Look at the list again, then order. Nothing was ordered.',
      fr: 'Revoyez la liste, puis commandez. Rien n’a été commandé.',
    },
  ),
  'cards.not_an_answer': file(
    422,
    {
      en: 'This is a file of an office, not an answer of the production facility.',
      fr: 'Ce fichier vient d’un bureau; ce n’est pas une réponse du centre de production.',
    },
    { en: 'Choose the file that came from the facility.', fr: 'Choisissez le fichier reçu du centre.' },
  ),
  'cards.no_facility_key': file(
    422,
    {
      en: 'The key of the production facility is not known here: nobody can tell who sent the file.',
      fr: 'La clé du centre de production n’est pas connue ici : rien ne dit qui a envoyé le fichier.',
    },
    {
      en: 'An administrator enters it under Administration, Settings.',
      fr: 'Un administrateur l’inscrit sous Administration, Paramètres.',
    },
  ),
  'cards.other_facility': file(
    422,
    {
      en: 'The file is signed with another key than that of the production facility.',
      fr: 'Le fichier est signé avec une autre clé que celle du centre de production.',
    },
    {
      en: 'Do not use it. Ask the facility whether its key changed. Nothing was changed.',
      fr: 'Ne l’utilisez pas. Demandez au centre si sa clé a changé. Rien n’a été modifié.',
    },
  ),
  'cards.file_id_reused': file(
    409,
    {
      en: 'Another file with the same number was taken in before.',
      fr: 'Un autre fichier portant le même numéro a déjà été reçu.',
    },
    askAgain,
  ),
  'confirmations.check_again': file(
    422,
    {
      en: 'Inadmissibility was checked on an earlier day.',
      fr: 'L’interdiction de territoire a été vérifiée un autre jour.',
    },
    {
      en: 'Check again that the person is not inadmissible, say so, then issue. Nothing was changed.',
      fr: 'Vérifiez de nouveau que la personne n’est pas interdite de territoire, indiquez-le, puis délivrez. Rien n’a été modifié.',
    },
  ),
  'confirmations.changed': file(
    409,
    {
      en: 'The person’s data changed while the confirmation was being made.',
      fr: 'Les données de la personne ont changé pendant la préparation de la confirmation.',
    },
    {
      en: 'Look at it again, then issue. Nothing was issued.',
      fr: 'Revoyez-les, puis délivrez. Rien n’a été délivré.',
    },
  ),
} as const satisfies ErrorSpecs
