import type { ErrorSpecs } from '../language.ts'

const lookAgain = {
  en: 'Look at the person’s page as it stands now.',
  fr: 'Regardez la page de la personne dans son état actuel.',
}

const conflict = (en: string, fr: string, next = lookAgain) =>
  ({ status: 409, retryable: false, message: { en, fr }, next }) as const

const refusedFile = (
  en: string,
  fr: string,
  next = { en: 'Correct the file and choose it again.', fr: 'Corrigez le fichier et choisissez-le de nouveau.' },
) => ({ status: 422, retryable: false, message: { en, fr }, next }) as const

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
  'confirmations.none_to_post': conflict(
    'Nobody is to be written to by post today.',
    'Personne n’est à joindre par la poste aujourd’hui.',
    {
      en: 'Reminders go out by e-mail first; after the last one it is the turn of the post.',
      fr: 'Les rappels partent d’abord par courriel; après le dernier, c’est au tour de la poste.',
    },
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
  'confirmations.import_file': refusedFile(
    'The file of approved applications cannot be used: {{key}}.',
    'Le fichier de demandes approuvées est inutilisable : {{key}}.',
  ),
  'confirmations.import_mapping': refusedFile(
    'Not every needed column of the file is named, or one is named twice.',
    'Des colonnes nécessaires du fichier ne sont pas nommées, ou l’une l’est deux fois.',
    {
      en: 'Say which column holds client ID, application number, family name and date of birth.',
      fr: 'Indiquez les colonnes de l’ID client, du numéro de demande, du nom de famille et de la date de naissance.',
    },
  ),
  'confirmations.import_row': refusedFile(
    'A row of the file cannot be used: {{column}}.',
    'Une ligne du fichier est inutilisable : {{column}}.',
  ),
  'confirmations.no_email': conflict(
    'There is no e-mail address for this person.',
    'Il n’y a pas d’adresse de courriel pour cette personne.',
    {
      en: 'Give an address of their own, or invite by post.',
      fr: 'Donnez une adresse à elle, ou invitez par la poste.',
    },
  ),
  'confirmations.email_shared': conflict(
    'Another member of the family has that e-mail address. Each person has their own.',
    'Un autre membre de la famille a cette adresse de courriel. Chaque personne a la sienne.',
    { en: 'Ask for an address of their own.', fr: 'Demandez une adresse qui lui soit propre.' },
  ),
  'confirmations.email_representative': conflict(
    'That e-mail address is a representative’s. A representative gets no account.',
    'Cette adresse de courriel est celle d’un représentant. Un représentant n’obtient pas de compte.',
    {
      en: 'Ask the person for an address of their own.',
      fr: 'Demandez à la personne une adresse qui lui soit propre.',
    },
  ),
  'confirmations.user_name_held': conflict(
    'Another account has that user name.',
    'Un autre compte porte ce nom d’utilisateur.',
    { en: 'Choose another.', fr: 'Choisissez-en un autre.' },
  ),
  'confirmations.reuse_off': conflict(
    'Using the account of the application again is later practice, which this office has not chosen.',
    'Réutiliser le compte de la demande relève de la pratique ultérieure, que ce bureau n’a pas choisie.',
    { en: 'Create an account, or change the setting.', fr: 'Créez un compte, ou changez le paramètre.' },
  ),
  'confirmations.card_address': conflict(
    'The card cannot be sent to that address: {{what}}.',
    'La carte ne peut être envoyée à cette adresse : {{what}}.',
    {
      en: 'Correct province and postal code, or choose the other address for the card.',
      fr: 'Corrigez la province et le code postal, ou choisissez l’autre adresse pour la carte.',
    },
  ),
  'confirmations.why_needed': conflict(
    'Say why the person cannot use the portal.',
    'Dites pourquoi la personne ne peut utiliser le portail.',
    { en: 'Write the reason.', fr: 'Écrivez le motif.' },
  ),
  'confirmations.client_unknown': conflict('Nobody here has that client ID.', 'Personne ici n’a cet ID client.', {
    en: 'Check the number.',
    fr: 'Vérifiez le numéro.',
  }),
  'confirmations.future': conflict('That day has not come yet.', 'Ce jour n’est pas encore venu.', {
    en: 'Check the date.',
    fr: 'Vérifiez la date.',
  }),
  'confirmations.passport_note': conflict(
    'The passport does not simply agree: say what was corrected, or why there is none.',
    'Le passeport ne concorde pas tout simplement : dites ce qui a été corrigé, ou pourquoi il n’y en a pas.',
    { en: 'Write the note.', fr: 'Écrivez la note.' },
  ),
} as const satisfies ErrorSpecs
