import type { ErrorSpecs } from '../language.ts'

export const hallErrors = {
  'hall.nobody': {
    status: 422,
    retryable: false,
    message: { en: 'A party has at least one person.', fr: 'Un groupe compte au moins une personne.' },
    next: {
      en: 'Enter how many adults and children arrived. Nothing was changed.',
      fr: 'Inscrivez le nombre d’adultes et d’enfants arrivés. Rien n’a été modifié.',
    },
  },
  'hall.minor_with_adult': {
    status: 422,
    retryable: false,
    message: {
      en: 'A minor alone has no adult, and is at least one child.',
      fr: 'Un mineur seul n’est accompagné d’aucun adulte et compte au moins un enfant.',
    },
    next: {
      en: 'Correct the numbers or clear “minor alone”. Nothing was changed.',
      fr: 'Corrigez les nombres ou décochez « mineur seul ». Rien n’a été modifié.',
    },
  },
  'hall.future_time': {
    status: 422,
    retryable: false,
    message: { en: 'This time of arrival lies in the future.', fr: 'Cette heure d’arrivée est dans le futur.' },
    next: { en: 'Correct the time. Nothing was changed.', fr: 'Corrigez l’heure. Rien n’a été modifié.' },
  },
  'hall.not_in_this_state': {
    status: 409,
    retryable: false,
    message: {
      en: 'This cannot be done to the party now: somebody changed it meanwhile.',
      fr: 'Cette action n’est plus possible : le groupe a été modifié entre-temps.',
    },
    next: { en: 'Look at the list as it is now.', fr: 'Consultez la liste telle qu’elle est maintenant.' },
  },
  'hall.already_taken': {
    status: 409,
    retryable: false,
    message: { en: 'Another officer has this party.', fr: 'Un autre agent s’occupe déjà de ce groupe.' },
    next: {
      en: 'Agree with the officer, then take the party over.',
      fr: 'Entendez-vous avec l’agent, puis reprenez le groupe.',
    },
  },
  'hall.nobody_waits': {
    status: 409,
    retryable: false,
    message: { en: 'Nobody waits for an officer.', fr: 'Personne n’attend un agent.' },
    next: { en: 'Note who arrives.', fr: 'Inscrivez les personnes qui arrivent.' },
  },
  'hall.not_that_officer': {
    status: 422,
    retryable: false,
    message: {
      en: 'That officer cannot take parties of the waiting room.',
      fr: 'Cet agent ne peut pas prendre en charge les groupes de la salle d’attente.',
    },
    next: { en: 'Choose another officer.', fr: 'Choisissez un autre agent.' },
  },
} as const satisfies ErrorSpecs
