import type { ErrorSpecs } from '../language.ts'

/** Failures of the review of a claim and of what is shared with partners. */
export const reviewErrors = {
  'review.incomplete': {
    status: 409,
    retryable: false,
    message: {
      en: 'The preliminary review cannot be passed: {{open}} still missing.',
      fr: 'L’examen préliminaire ne peut être réussi : il manque {{open}} élément(s).',
    },
    next: {
      en: 'Look at the checklist: receipt, essential items, identity, photo and checks come first.',
      fr: 'Consultez la liste de contrôle : réception, éléments essentiels, identité, photo et vérifications d’abord.',
    },
  },
  'review.passed': {
    status: 409,
    retryable: false,
    message: { en: 'The preliminary review was passed already.', fr: 'L’examen préliminaire est déjà réussi.' },
    next: { en: 'Nothing needs doing.', fr: 'Aucune action n’est requise.' },
  },
  'review.not_passed': {
    status: 409,
    retryable: false,
    message: { en: 'The preliminary review was not passed.', fr: 'L’examen préliminaire n’est pas réussi.' },
    next: { en: 'There is nothing to take back.', fr: 'Il n’y a rien à annuler.' },
  },
  'review.notes_unknown': {
    status: 404,
    retryable: false,
    message: { en: 'These notes are not of this claim.', fr: 'Ces notes ne sont pas de cette demande.' },
    next: { en: 'Open the claim again.', fr: 'Rouvrez la demande.' },
  },
  'review.notes_closed': {
    status: 409,
    retryable: false,
    message: { en: 'Closed notes do not change.', fr: 'Des notes fermées ne changent pas.' },
    next: { en: 'Begin new notes for what comes after.', fr: 'Commencez de nouvelles notes pour la suite.' },
  },
  'review.notes_open': {
    status: 409,
    retryable: false,
    message: { en: 'Notes of an interview are open already.', fr: 'Des notes d’entrevue sont déjà ouvertes.' },
    next: { en: 'Go on with them, or close them first.', fr: 'Poursuivez-les ou fermez-les d’abord.' },
  },
  'review.reason_needed': {
    status: 422,
    retryable: false,
    message: { en: 'Say why the interview is suspended.', fr: 'Indiquez pourquoi l’entrevue est suspendue.' },
    next: { en: 'Enter the reason. Nothing was changed.', fr: 'Entrez le motif. Rien n’a été modifié.' },
  },
  'review.not_sampled': {
    status: 409,
    retryable: false,
    message: { en: 'This decision is not in the sample.', fr: 'Cette décision ne fait pas partie de l’échantillon.' },
    next: { en: 'Open the list again.', fr: 'Rouvrez la liste.' },
  },
  'review.own_decision': {
    status: 403,
    retryable: false,
    message: { en: 'Nobody judges their own decision.', fr: 'Nul ne juge sa propre décision.' },
    next: { en: 'Another supervisor looks at it.', fr: 'Un autre superviseur l’examine.' },
  },
  'partners.not_agreed': {
    status: 422,
    retryable: false,
    message: {
      en: 'Nothing is shared with this partner for this purpose.',
      fr: 'Rien n’est communiqué à ce partenaire à cette fin.',
    },
    next: { en: 'Choose a purpose of the table.', fr: 'Choisissez une fin prévue au tableau.' },
  },
  'partners.too_much': {
    status: 422,
    retryable: false,
    message: {
      en: 'The table of sharing does not allow: {{fields}}.',
      fr: 'Le tableau de communication ne permet pas : {{fields}}.',
    },
    next: {
      en: 'Nothing was given. Ask with the fields that the purpose needs.',
      fr: 'Rien n’a été transmis. Demandez avec les champs nécessaires à la fin.',
    },
  },
  'partners.no_consent': {
    status: 422,
    retryable: false,
    message: {
      en: 'This rests on consent, and the person has given none.',
      fr: 'Ceci repose sur le consentement, et la personne n’en a pas donné.',
    },
    next: {
      en: 'Record the consent under Acts of law, or cite the authority.',
      fr: 'Consignez le consentement sous Actes de droit ou citez l’autorisation.',
    },
  },
  'partners.consent_withdrawn': {
    status: 422,
    retryable: false,
    message: {
      en: 'The person refused or withdrew consent to sharing.',
      fr: 'La personne a refusé ou retiré son consentement à la communication.',
    },
    next: {
      en: 'Nothing was given. Only an authority that you cite allows it.',
      fr: 'Rien n’a été transmis. Seule une autorisation que vous citez le permet.',
    },
  },
  'partners.asked_already': {
    status: 409,
    retryable: false,
    message: {
      en: 'This partner was asked and has not answered.',
      fr: 'Ce partenaire a été saisi et n’a pas répondu.',
    },
    next: { en: 'Record its answer, or wait for it.', fr: 'Consignez sa réponse ou attendez-la.' },
  },
  'partners.unknown': {
    status: 404,
    retryable: false,
    message: { en: 'No such request on this claim.', fr: 'Aucune demande de ce genre dans ce dossier.' },
    next: { en: 'Open the claim again.', fr: 'Rouvrez la demande.' },
  },
  'partners.answered': {
    status: 409,
    retryable: false,
    message: { en: 'The partner has answered already.', fr: 'Le partenaire a déjà répondu.' },
    next: {
      en: 'The first answer counts. Ask again if needed.',
      fr: 'La première réponse compte. Redemandez au besoin.',
    },
  },
  'partners.note_needed': {
    status: 422,
    retryable: false,
    message: { en: 'Say what was found.', fr: 'Indiquez ce qui a été trouvé.' },
    next: { en: 'Enter a note. Nothing was changed.', fr: 'Entrez une note. Rien n’a été modifié.' },
  },
} as const satisfies ErrorSpecs
