import type { ErrorSpecs } from '../language.ts'

const lookAgain = { en: 'Look at the photo as it stands now.', fr: 'Regardez la photo dans son état actuel.' }
const askSupervisor = {
  en: 'Ask a supervisor to reopen it with a reason.',
  fr: 'Demandez à un superviseur de la rouvrir en indiquant un motif.',
}

const conflict = (en: string, fr: string, next = lookAgain) =>
  ({ status: 409, retryable: false, message: { en, fr }, next }) as const

/** What a file of the import folder is refused for; its reason file says the same. */
const refusedFile = (
  en: string,
  fr: string,
  next = {
    en: 'Correct the file beside the picture as docs/photo-import.md says and put both back into the folder.',
    fr: 'Corrigez le fichier qui accompagne l’image selon docs/photo-import.md et remettez les deux dans le dossier.',
  },
) => ({ status: 422, retryable: false, message: { en, fr }, next }) as const

export const photoReviewErrors = {
  'photo.engine_missing': conflict(
    'The machine that checks photos is not at hand here.',
    'La machine qui vérifie les photos n’est pas disponible ici.',
    { en: 'Judge the photo by eye.', fr: 'Jugez la photo à l’œil.' },
  ),
  'photos.not_in_this_state': conflict(
    'This cannot be done to the photo any more.',
    'Cela n’est plus possible pour cette photo.',
  ),
  'photos.report_changed': conflict(
    'The machine has looked at this photo since; nothing was decided.',
    'La machine a examiné cette photo entre-temps; rien n’a été décidé.',
    { en: 'Look at what it found, then decide.', fr: 'Regardez ce qu’elle a trouvé, puis décidez.' },
  ),
  'photos.final': conflict(
    'Ten seconds have passed: the decision is final.',
    'Dix secondes se sont écoulées : la décision est définitive.',
    askSupervisor,
  ),
  'photos.not_yet_final': conflict(
    'The decision is not ten seconds old: whoever took it can undo it.',
    'La décision n’a pas dix secondes : son auteur peut l’annuler.',
    { en: 'Wait a moment, then reopen it.', fr: 'Attendez un instant, puis rouvrez-la.' },
  ),
  'photos.not_your_decision': conflict(
    'Another officer decided on this photo.',
    'Un autre agent a statué sur cette photo.',
    askSupervisor,
  ),
  'photos.answered': conflict(
    'A new photo has come for this one: the return stands.',
    'Une nouvelle photo a répondu à celle-ci : le renvoi est maintenu.',
    { en: 'Decide on the new photo.', fr: 'Statuez sur la nouvelle photo.' },
  ),
  'photos.on_card': conflict(
    'A card was ordered with this photo: its approval stands.',
    'Une carte a été commandée avec cette photo : son approbation est maintenue.',
    { en: 'Look at the person’s confirmation.', fr: 'Regardez la confirmation de la personne.' },
  ),
  'photos.words_needed': conflict(
    'The reason “other” alone tells the person nothing.',
    'Le motif « autre » seul n’apprend rien à la personne.',
    {
      en: 'Say in your own words what is wrong and how to do better.',
      fr: 'Dites dans vos mots ce qui ne va pas et comment faire mieux.',
    },
  ),
  'photos.locked': conflict(
    'A photo of this application waits for an officer: it is locked until then.',
    'Une photo de cette demande attend un agent : elle est verrouillée d’ici là.',
    {
      en: 'Decide on the photo that waits; only a return lets another one come.',
      fr: 'Statuez sur la photo en attente; seul un renvoi permet d’en recevoir une autre.',
    },
  ),
  'photos.approved_already': conflict(
    'A photo of this application is approved already.',
    'Une photo de cette demande est déjà approuvée.',
    askSupervisor,
  ),
  'photos.same_as_returned': conflict(
    'This is the very picture that was returned.',
    'C’est exactement l’image qui a été renvoyée.',
    { en: 'Ask for a new photo.', fr: 'Demandez une nouvelle photo.' },
  ),
  'photos.not_the_return': conflict(
    'The returned photo that this one names is not the last one returned for the application.',
    'La photo renvoyée que celle-ci nomme n’est pas la dernière renvoyée pour la demande.',
    {
      en: 'Check the application number and the number of the return.',
      fr: 'Vérifiez le numéro de demande et celui du renvoi.',
    },
  ),
  'photos.sidecar_missing': refusedFile(
    'Nothing beside the picture says whose photo it is.',
    'Rien à côté de l’image ne dit de qui est la photo.',
  ),
  'photos.sidecar_bad': refusedFile(
    'What stands beside the picture cannot be used: {{key}}.',
    'Ce qui accompagne l’image est inutilisable : {{key}}.',
  ),
  'photos.manifest_row': refusedFile(
    'Row {{row}} of manifest.csv cannot be used: {{key}}.',
    'La ligne {{row}} de manifest.csv est inutilisable : {{key}}.',
  ),
  'photos.manifest_bad': refusedFile(
    'manifest.csv cannot be used: {{key}}.',
    'manifest.csv est inutilisable : {{key}}.',
  ),
  'photos.manifest_missing': refusedFile(
    'Pictures that manifest.csv names never came. Rows: {{rows}}.',
    'Des images nommées dans manifest.csv ne sont jamais arrivées. Lignes : {{rows}}.',
  ),
  'photos.import_unreadable': refusedFile(
    'The file cannot be read ({{reason}}).',
    'Le fichier ne peut être lu ({{reason}}).',
    {
      en: 'Check the rights of the folder and the disk, then put the file back.',
      fr: 'Vérifiez les droits du dossier et le disque, puis remettez le fichier.',
    },
  ),
  'photos.import_folder': {
    status: 422,
    retryable: true,
    message: {
      en: 'The import folder for photos cannot be used ({{reason}}).',
      fr: 'Le dossier d’importation des photos ne peut être utilisé ({{reason}}).',
    },
    next: {
      en: 'Check that it is there and may be read and written, or choose another in Administration.',
      fr: 'Vérifiez qu’il existe et qu’il est accessible en lecture et en écriture, ou choisissez-en un autre dans Administration.',
    },
  },
} as const satisfies ErrorSpecs
