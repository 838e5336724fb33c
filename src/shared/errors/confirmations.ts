import type { ErrorSpecs } from '../language.ts'

const lookAgain = {
  en: 'Look at the person’s page as it stands now.',
  fr: 'Regardez la page de la personne dans son état actuel.',
}

const conflict = (en: string, fr: string, next = lookAgain) =>
  ({ status: 409, retryable: false, message: { en, fr }, next }) as const

/** The confirmation of permanent residence. The first dozen say which track of the state table objects. */
export const confirmationErrors = {
  'confirmations.not_open': conflict(
    'This person’s confirmation is closed.',
    'La confirmation de cette personne est fermée.',
    { en: 'Ask a supervisor to reopen it.', fr: 'Demandez à un superviseur de la rouvrir.' },
  ),
  'confirmations.invitation': conflict(
    'The invitation does not stand where this can be done.',
    'L’invitation n’en est pas au point où cela est possible.',
  ),
  'confirmations.path': conflict(
    'The person has not said whether they use the portal.',
    'La personne n’a pas dit si elle utilise le portail.',
    { en: 'Record the answer to the invitation first.', fr: 'Consignez d’abord la réponse à l’invitation.' },
  ),
  'confirmations.account': conflict(
    'The portal account does not stand where this can be done.',
    'Le compte du portail n’en est pas au point où cela est possible.',
  ),
  'confirmations.presence': conflict(
    'The person has not declared that they are in Canada.',
    'La personne n’a pas déclaré être au Canada.',
    {
      en: 'Nobody becomes a permanent resident while abroad. Wait for the declaration.',
      fr: 'Nul ne devient résident permanent à l’étranger. Attendez la déclaration.',
    },
  ),
  'confirmations.address': conflict(
    'There is no Canadian address for the card.',
    'Il n’y a pas d’adresse au Canada pour la carte.',
    { en: 'Ask for an address in Canada.', fr: 'Demandez une adresse au Canada.' },
  ),
  'confirmations.photo': conflict(
    'The photo does not stand where this can be done.',
    'La photo n’en est pas au point où cela est possible.',
    { en: 'Look at the photo in the queue of photos.', fr: 'Regardez la photo dans la file des photos.' },
  ),
  'confirmations.interview': conflict(
    'The interview does not stand where this can be done.',
    'L’entrevue n’en est pas au point où cela est possible.',
  ),
  'confirmations.residence': conflict(
    'Permanent residence does not stand where this can be done.',
    'La résidence permanente n’en est pas au point où cela est possible.',
  ),
  'confirmations.ecopr': conflict(
    'The electronic confirmation does not stand where this can be done.',
    'La confirmation électronique n’en est pas au point où cela est possible.',
  ),
  'confirmations.card': conflict(
    'The card does not stand where this can be done.',
    'La carte n’en est pas au point où cela est possible.',
  ),
  'confirmations.contact': conflict(
    'The contact task does not stand where this can be done.',
    'La tâche de contact n’en est pas au point où cela est possible.',
  ),
} as const satisfies ErrorSpecs
