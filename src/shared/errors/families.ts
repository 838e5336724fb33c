import type { ErrorSpecs } from '../language.ts'

export const familyErrors = {
  'families.linked_already': {
    status: 409,
    retryable: false,
    message: { en: 'This claim already belongs to a family.', fr: 'Cette demande appartient déjà à une famille.' },
    next: { en: 'Unlink it there first.', fr: 'Dissociez-la d’abord de celle-ci.' },
  },
  'families.not_linked': {
    status: 409,
    retryable: false,
    message: { en: 'This claim belongs to no family.', fr: 'Cette demande n’appartient à aucune famille.' },
    next: { en: 'Link it to the claims of its family first.', fr: 'Liez-la d’abord aux demandes de sa famille.' },
  },
  'families.same_claim': {
    status: 422,
    retryable: false,
    message: { en: 'A claim cannot be linked to itself.', fr: 'Une demande ne peut être liée à elle-même.' },
    next: { en: 'Choose another claim.', fr: 'Choisissez une autre demande.' },
  },
  'families.not_one_touch': {
    status: 409,
    retryable: false,
    message: {
      en: 'This claim is not in the One Touch lane.',
      fr: 'Cette demande n’est pas dans la voie One Touch.',
    },
    next: { en: 'Open the claim again to see its lane.', fr: 'Rouvrez la demande pour voir sa voie.' },
  },
} as const satisfies ErrorSpecs
