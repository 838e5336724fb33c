import type { ErrorSpecs } from '../language.ts'

/** Failures of printing, and the findings that an officer sees before a paper goes out (status 200: they stop nothing). */
export const documentErrors = {
  'documents.bad_data': {
    status: 400,
    retryable: false,
    message: {
      en: 'The document cannot be made: {{field}} is missing or not valid.',
      fr: 'Le document ne peut pas être produit : {{field}} manque ou n’est pas valide.',
    },
    next: {
      en: 'Correct it in the claim, then issue the document again.',
      fr: 'Corrigez-le dans la demande, puis délivrez le document de nouveau.',
    },
  },
  'documents.glyph_missing': {
    status: 422,
    retryable: false,
    message: {
      en: 'The text holds signs that cannot be printed: {{codePoints}}.',
      fr: 'Le texte contient des signes impossibles à imprimer : {{codePoints}}.',
    },
    next: {
      en: 'Remove these signs or write the name as in the travel document.',
      fr: 'Retirez ces signes ou écrivez le nom comme dans le titre de voyage.',
    },
  },
  'documents.name_not_latin': {
    status: 422,
    retryable: false,
    message: {
      en: 'The family name and the given names must be in Latin letters.',
      fr: 'Le nom de famille et les prénoms doivent être en lettres latines.',
    },
    next: {
      en: 'Write them as in the travel document, or transcribe them; put the original in “Name in own script”.',
      fr: 'Écrivez-les comme dans le titre de voyage ou transcrivez-les; mettez l’original dans « Nom dans l’écriture d’origine ».',
    },
  },
  'documents.name_too_long': {
    status: 422,
    retryable: false,
    message: {
      en: 'A name is too long for the document even on three lines of the smallest letters.',
      fr: 'Un nom est trop long pour le document, même sur trois lignes en petits caractères.',
    },
    next: {
      en: 'Record the shortened form of the travel document as the name to print. The machine never cuts a name.',
      fr: 'Inscrivez la forme abrégée du titre de voyage comme nom à imprimer. La machine ne coupe jamais un nom.',
    },
  },
  'documents.value_too_long': {
    status: 422,
    retryable: false,
    message: {
      en: 'A value is too long for its field on the document ({{field}}).',
      fr: 'Une valeur est trop longue pour son champ sur le document ({{field}}).',
    },
    next: { en: 'Shorten it. The machine never cuts a text.', fr: 'Abrégez-la. La machine ne coupe jamais un texte.' },
  },
  'documents.page_full': {
    status: 422,
    retryable: false,
    message: {
      en: 'What is to be written does not fit on one page.',
      fr: 'Ce qui doit y figurer ne tient pas sur une page.',
    },
    next: {
      en: 'Shorten the remarks or reasons, or hand over a part on a separate sheet.',
      fr: 'Abrégez les remarques ou les motifs, ou remettez une partie sur une feuille distincte.',
    },
  },
  'documents.portrait_mismatch': {
    status: 409,
    retryable: false,
    message: {
      en: 'The photograph is not the one recorded for this document.',
      fr: 'La photographie n’est pas celle qui est inscrite pour ce document.',
    },
    next: {
      en: 'Nothing was printed. Open the photo of the claim again and issue the document once more.',
      fr: 'Rien n’a été imprimé. Rouvrez la photo de la demande et délivrez le document de nouveau.',
    },
  },
  'documents.portrait_shape': {
    status: 422,
    retryable: false,
    message: {
      en: 'The photograph has {{width}} × {{height}} pixels, which is not the shape of 35 × 45 mm. It is never stretched.',
      fr: 'La photographie a {{width}} × {{height}} pixels, ce qui n’est pas la forme 35 × 45 mm. Elle n’est jamais étirée.',
    },
    next: { en: 'Crop the photo again in the photo step.', fr: 'Recadrez la photo à l’étape de la photo.' },
  },
  'documents.portrait_unreadable': {
    status: 422,
    retryable: false,
    message: {
      en: 'The photograph is not a JPEG in colour or grey that can be printed.',
      fr: 'La photographie n’est pas un JPEG en couleurs ou en gris imprimable.',
    },
    next: {
      en: 'Take or load the photo again in the photo step.',
      fr: 'Prenez ou chargez la photo de nouveau à l’étape de la photo.',
    },
  },
  'documents.font_damaged': {
    status: 500,
    retryable: false,
    message: {
      en: 'A font of this installation is missing or was changed: {{file}}.',
      fr: 'Une police de cette installation manque ou a été modifiée : {{file}}.',
    },
    next: {
      en: 'Do not print. Ask the administrator to install Passerelle again.',
      fr: 'N’imprimez pas. Demandez à l’administrateur de réinstaller Passerelle.',
    },
  },
  'documents.drawing_too_slow': {
    status: 500,
    retryable: true,
    message: {
      en: 'Drawing this paper took longer than {{seconds}} seconds and was stopped. Nothing was issued.',
      fr: 'La mise en page de ce document a duré plus de {{seconds}} secondes et a été interrompue. Rien n’a été délivré.',
    },
    next: { en: 'Try again.', fr: 'Réessayez.' },
  },
  'documents.drawing_failed': {
    status: 500,
    retryable: true,
    message: {
      en: 'Drawing this paper failed. Nothing was issued.',
      fr: 'La mise en page de ce document a échoué. Rien n’a été délivré.',
    },
    next: {
      en: 'Try again; if it fails again, tell the administrator.',
      fr: 'Réessayez; si l’échec se répète, avisez l’administrateur.',
    },
  },
  'documents.drawing_stopped': {
    status: 409,
    retryable: true,
    message: {
      en: 'The desk closed before this paper was drawn. Nothing was issued.',
      fr: 'Le poste a été fermé avant la mise en page de ce document. Rien n’a été délivré.',
    },
    next: { en: 'Issue it again.', fr: 'Délivrez-le de nouveau.' },
  },
  'documents.no_template': {
    status: 422,
    retryable: false,
    message: {
      en: 'No wording was in force for this document on {{date}}.',
      fr: 'Aucun libellé n’était en vigueur pour ce document le {{date}}.',
    },
    next: { en: 'Check the date of issue.', fr: 'Vérifiez la date de délivrance.' },
  },
  'documents.own_script_unsupported': {
    status: 200,
    retryable: false,
    message: {
      en: 'The name in the person’s own script is left out: this script cannot be printed rightly yet.',
      fr: 'Le nom en écriture d’origine est omis : cette écriture ne peut pas encore être imprimée correctement.',
    },
    next: {
      en: 'The name in Latin letters stands on the document. Tell the person.',
      fr: 'Le nom en lettres latines figure sur le document. Dites-le à la personne.',
    },
  },
  'documents.own_script_mixed': {
    status: 200,
    retryable: false,
    message: {
      en: 'The name in the person’s own script is left out: it mixes two scripts.',
      fr: 'Le nom en écriture d’origine est omis : il mêle deux écritures.',
    },
    next: {
      en: 'Keep only the name in the person’s own script, then issue the document again.',
      fr: 'Gardez seulement le nom dans l’écriture d’origine, puis délivrez le document de nouveau.',
    },
  },
  'documents.own_script_marks': {
    status: 200,
    retryable: false,
    message: {
      en: 'The name in the person’s own script is left out: it is written with vowel marks.',
      fr: 'Le nom en écriture d’origine est omis : il est écrit avec des signes de vocalisation.',
    },
    next: {
      en: 'Check its spelling together with the person, then issue the document again.',
      fr: 'Vérifiez l’orthographe avec la personne, puis délivrez le document de nouveau.',
    },
  },
  'documents.own_script_long': {
    status: 200,
    retryable: false,
    message: {
      en: 'The name in the person’s own script is left out: it does not fit on its line.',
      fr: 'Le nom en écriture d’origine est omis : il ne tient pas sur sa ligne.',
    },
    next: {
      en: 'Shorten it together with the person, then issue the document again.',
      fr: 'Abrégez-le avec la personne, puis délivrez le document de nouveau.',
    },
  },
  'documents.conditions_apart': {
    status: 200,
    retryable: false,
    message: {
      en: 'The conditions do not fit on the document: it refers to their own sheet.',
      fr: 'Les conditions ne tiennent pas sur le document : il renvoie à leur propre feuille.',
    },
    next: {
      en: 'Hand over the acknowledgement of conditions together with the document.',
      fr: 'Remettez la reconnaissance des conditions avec le document.',
    },
  },
  'documents.not_sealed': {
    status: 200,
    retryable: false,
    message: {
      en: 'The paper bears no digital seal: the key of this desk has ended.',
      fr: 'Le document ne porte pas de sceau numérique\u00a0: la clé de ce poste est arrivée à son terme.',
    },
    next: {
      en: 'The paper is good. Tell the administrator that the desk needs a new key.',
      fr: 'Le document est valable. Dites à l’administrateur qu’il faut une nouvelle clé à ce poste.',
    },
  },
  'documents.name_reduced': {
    status: 200,
    retryable: false,
    message: {
      en: 'A long name is printed in smaller letters or on several lines. Nothing is left out.',
      fr: 'Un long nom est imprimé en plus petits caractères ou sur plusieurs lignes. Rien n’est omis.',
    },
    next: { en: 'Check that the person can read it.', fr: 'Vérifiez que la personne peut le lire.' },
  },
} as const satisfies ErrorSpecs
