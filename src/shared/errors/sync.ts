import type { ErrorSpecs } from '../language.ts'

const reload = {
  en: 'Nothing is lost: your work is kept here. Tell the service desk this code.',
  fr: 'Rien n’est perdu : votre travail est conservé ici. Communiquez ce code au centre de services.',
}
const again = {
  en: 'Nothing to do: it is tried again by itself. Your work is kept here.',
  fr: 'Rien à faire : l’envoi reprend de lui-même. Votre travail est conservé ici.',
}

/** Failures of settling with the central service. */
export const syncErrors = {
  'sync.offline': {
    status: 503,
    retryable: true,
    message: { en: 'The central service cannot be reached.', fr: 'Le service central est injoignable.' },
    next: again,
  },
  'sync.busy': {
    status: 503,
    retryable: true,
    message: { en: 'The central service is busy.', fr: 'Le service central est occupé.' },
    next: again,
  },
  'sync.not_enrolled': {
    status: 409,
    retryable: false,
    message: {
      en: 'This desk is not enrolled at a central service.',
      fr: 'Ce poste n’est inscrit à aucun service central.',
    },
    next: {
      en: 'An administrator enrols it under Administration with a one-time code.',
      fr: 'Un administrateur l’inscrit sous Administration avec un code à usage unique.',
    },
  },
  'sync.awaiting_approval': {
    status: 403,
    retryable: true,
    message: {
      en: 'A second officer has not approved this desk yet.',
      fr: 'Un second agent n’a pas encore approuvé ce poste.',
    },
    next: {
      en: 'Ask an administrator at another desk, or at the central service, to approve it. Work goes on meanwhile.',
      fr: 'Demandez à un administrateur d’un autre poste, ou du service central, de l’approuver. Le travail continue entre-temps.',
    },
  },
  'sync.code_refused': {
    status: 403,
    retryable: false,
    message: {
      en: 'The enrolment code is wrong, used or expired.',
      fr: 'Le code d’inscription est inexact, utilisé ou expiré.',
    },
    next: { en: 'Ask for a new code.', fr: 'Demandez un nouveau code.' },
  },
  'sync.numbers_held': {
    status: 409,
    retryable: false,
    message: {
      en: 'Another desk hands out numbers from {{first}} to {{last}} already: this desk has them from the same numbers file. It was not enrolled.',
      fr: 'Un autre poste attribue déjà les numéros de {{first}} à {{last}} : ce poste les tient du même fichier de numéros. Il n’a pas été inscrit.',
    },
    next: {
      en: 'Set this desk up anew with a numbers file of its own, then enrol it with a new code. Give out no number here until then.',
      fr: 'Configurez de nouveau ce poste avec un fichier de numéros qui lui est propre, puis inscrivez-le avec un nouveau code. N’attribuez aucun numéro ici d’ici là.',
    },
  },
  'sync.numbers_exhausted': {
    status: 507,
    retryable: true,
    message: {
      en: 'The central service has no numbers left to lease.',
      fr: 'Le service central n’a plus de numéros à attribuer.',
    },
    next: {
      en: 'Tell whoever runs the central service. A numbers file works meanwhile.',
      fr: 'Avisez la personne responsable du service central. Un fichier de numéros fonctionne entre-temps.',
    },
  },
  'sync.scope': {
    status: 403,
    retryable: false,
    message: {
      en: 'The central service keeps this from this desk.',
      fr: 'Le service central ne donne pas accès à cela depuis ce poste.',
    },
    next: {
      en: 'Ask the administrator of the central service whether this desk is enrolled for the right office.',
      fr: 'Demandez à l’administrateur du service central si ce poste est inscrit pour le bon bureau.',
    },
  },
  'sync.no_desk': {
    status: 404,
    retryable: false,
    message: {
      en: 'The central service knows no such desk, or it was approved or revoked meanwhile.',
      fr: 'Le service central ne connaît pas ce poste, ou il a été approuvé ou révoqué entre-temps.',
    },
    next: { en: 'Look at the list of desks again.', fr: 'Consultez de nouveau la liste des postes.' },
  },
  'sync.not_entitled': {
    status: 403,
    retryable: false,
    message: {
      en: 'The central service does not know you as an administrator of this office yet.',
      fr: 'Le service central ne vous connaît pas encore comme administrateur de ce bureau.',
    },
    next: { en: 'Sync this desk, then try again.', fr: 'Synchronisez ce poste, puis réessayez.' },
  },
  'sync.address_refused': {
    status: 422,
    retryable: false,
    message: {
      en: 'This is not the address of a central service: it must start with https://.',
      fr: 'Ce n’est pas l’adresse d’un service central : elle doit commencer par https://.',
    },
    next: { en: 'Correct the address.', fr: 'Corrigez l’adresse.' },
  },
  'sync.refused': {
    status: 401,
    retryable: false,
    message: {
      en: 'The central service did not accept this desk’s signature.',
      fr: 'Le service central n’a pas accepté la signature de ce poste.',
    },
    next: {
      en: 'An administrator enrols this desk again under Administration, Central service, with a one-time code. Nothing is lost.',
      fr: 'Un administrateur inscrit de nouveau ce poste sous Administration, Service central, avec un code à usage unique. Rien n’est perdu.',
    },
  },
  'sync.revoked': {
    status: 403,
    retryable: false,
    message: { en: 'This desk was revoked.', fr: 'Ce poste a été révoqué.' },
    next: {
      en: 'Leave the desk as it is and call the service desk.',
      fr: 'Laissez le poste tel quel et appelez le centre de services.',
    },
  },
  'sync.wiped': {
    status: 410,
    retryable: false,
    message: {
      en: 'This desk was revoked on {{date}}. Its keys were destroyed: nothing on it can be read any more.',
      fr: 'Ce poste a été révoqué le {{date}}. Ses clés ont été détruites : plus rien de ce qu’il contient ne peut être lu.',
    },
    next: {
      en: 'Give the computer back to your administrator. What it had settled is at the central service. Backups of this desk on other disks have to be destroyed by hand, with its printed recovery key.',
      fr: 'Remettez l’ordinateur à votre administrateur. Ce qui avait été synchronisé est au service central. Les sauvegardes de ce poste sur d’autres disques doivent être détruites à la main, avec sa clé de récupération imprimée.',
    },
  },
  'sync.lease_ended': {
    status: 423,
    retryable: true,
    message: {
      en: 'This desk was too long without its central service: records are closed until it is reached.',
      fr: 'Ce poste est resté trop longtemps sans son service central : les dossiers sont fermés jusqu’à ce qu’il soit joint.',
    },
    next: {
      en: 'Bring the desk to a network and sync it. Nothing is lost.',
      fr: 'Reliez le poste à un réseau et synchronisez-le. Rien n’est perdu.',
    },
  },
  'sync.lease_soon': {
    status: 200,
    retryable: true,
    message: {
      en: 'Days for which this desk may still go on without its central service: {{days}}. Then records are closed until it is reached.',
      fr: 'Jours pendant lesquels ce poste peut encore continuer sans son service central : {{days}}. Ensuite les dossiers sont fermés jusqu’à ce qu’il soit joint.',
    },
    next: { en: 'Bring the desk to a network and sync it.', fr: 'Reliez le poste à un réseau et synchronisez-le.' },
  },
  'sync.clock_off': {
    status: 200,
    retryable: true,
    message: {
      en: 'This computer’s clock differs from the central service’s by {{minutes}} minutes. Dates on documents follow it.',
      fr: 'L’horloge de cet ordinateur diffère de {{minutes}} minutes de celle du service central. Les dates des documents la suivent.',
    },
    next: { en: 'Have the clock set right.', fr: 'Faites régler l’horloge.' },
  },
  'sync.client_too_old': {
    status: 426,
    retryable: false,
    message: {
      en: 'This program is too old to sync (it must be {{minClient}} or newer).',
      fr: 'Ce programme est trop ancien pour se synchroniser (il faut {{minClient}} ou plus récent).',
    },
    next: {
      en: 'Update the program. Work goes on meanwhile and is kept here.',
      fr: 'Mettez le programme à jour. Le travail continue entre-temps et reste conservé ici.',
    },
  },
  'sync.epoch_changed': {
    status: 409,
    retryable: true,
    message: { en: 'The central service was restored.', fr: 'Le service central a été restauré.' },
    next: again,
  },
  'sync.gap': {
    status: 409,
    retryable: true,
    message: {
      en: 'The central service misses earlier events of this desk.',
      fr: 'Il manque au service central des événements antérieurs de ce poste.',
    },
    next: again,
  },
  'sync.hole': {
    status: 409,
    retryable: true,
    message: {
      en: 'An event is missing in what the central service sent (place {{sequence}}).',
      fr: 'Il manque un événement dans ce que le service central a envoyé (place {{sequence}}).',
    },
    next: again,
  },
  'sync.forked': {
    status: 409,
    retryable: false,
    message: {
      en: 'Two records claim the same place in the chain of a desk: one of them is a copy that went on by itself.',
      fr: 'Deux registres revendiquent la même place dans la chaîne d’un poste : l’un d’eux est une copie qui a continué seule.',
    },
    next: {
      en: 'Issue no document here. An administrator gives this desk a new identity under Administration, Checks, and then enrols it again.',
      fr: 'Ne délivrez aucun document ici. Un administrateur donne à ce poste une nouvelle identité sous Administration, Vérifications, puis l’inscrit de nouveau.',
    },
  },
  'sync.lost_own': {
    status: 409,
    retryable: false,
    message: {
      en: 'The central service holds work of this desk that is no longer here: its store was copied back.',
      fr: 'Le service central détient du travail de ce poste qui n’est plus ici : ses données ont été remises à un état antérieur.',
    },
    next: {
      en: 'Issue no document here. An administrator gives this desk a new identity under Administration, Checks, and then enrols it again.',
      fr: 'Ne délivrez aucun document ici. Un administrateur donne à ce poste une nouvelle identité sous Administration, Vérifications, puis l’inscrit de nouveau.',
    },
  },
  'sync.batch_unproved': {
    status: 422,
    retryable: false,
    message: {
      en: 'What the central service sent in the name of another desk does not carry that desk’s signature.',
      fr: 'Ce que le service central a envoyé au nom d’un autre poste ne porte pas la signature de ce poste.',
    },
    next: reload,
  },
  'sync.bad_answer': {
    status: 502,
    retryable: true,
    message: {
      en: 'The central service gave an answer that this program does not understand.',
      fr: 'Le service central a donné une réponse que ce programme ne comprend pas.',
    },
    next: again,
  },
  'sync.wipe_out': {
    status: 409,
    retryable: true,
    message: {
      en: 'Other desks erased or revoked so much within a day that it was not taken in here: {{gone}} of {{had}} ({{kind}}).',
      fr: 'D’autres postes ont effacé ou révoqué tant en un jour que rien n’en a été repris ici\u00a0: {{gone}} sur {{had}} ({{kind}}).',
    },
    next: {
      en: 'Ask the office that did it. If it is right, an administrator or a supervisor says so under Administration, Central service. Meanwhile nothing of other desks comes in, and what is written here is sent.',
      fr: 'Demandez au bureau qui l’a fait. Si c’est exact, un administrateur ou un superviseur le confirme sous Administration, Service central. Entre-temps, rien ne vient des autres postes, et ce qui est inscrit ici est envoyé.',
    },
  },
  'sync.too_large': {
    status: 413,
    retryable: true,
    message: {
      en: 'A batch was too large for the central service.',
      fr: 'Un lot était trop volumineux pour le service central.',
    },
    next: again,
  },
  'sync.bundle_desk': {
    status: 404,
    retryable: false,
    message: {
      en: 'This desk does not know the other desk, or it was turned away.',
      fr: 'Ce poste ne connaît pas l’autre poste, ou celui-ci a été écarté.',
    },
    next: {
      en: 'Both desks must have settled with the central service once. Choose a desk of the list.',
      fr: 'Les deux postes doivent s’être synchronisés une fois avec le service central. Choisissez un poste de la liste.',
    },
  },
  'sync.bundle_empty': {
    status: 409,
    retryable: false,
    message: {
      en: 'Nothing was written at this desk about this claim.',
      fr: 'Rien n’a été inscrit à ce poste au sujet de cette demande.',
    },
    next: {
      en: 'Make the file at the desk that worked on it.',
      fr: 'Préparez le fichier au poste qui y a travaillé.',
    },
  },
  'sync.bundle_large': {
    status: 413,
    retryable: false,
    message: {
      en: 'There is too much for one file.',
      fr: 'Il y en a trop pour un seul fichier.',
    },
    next: {
      en: 'Settle with the central service instead.',
      fr: 'Synchronisez plutôt avec le service central.',
    },
  },
  'sync.bundle_unreadable': {
    status: 422,
    retryable: false,
    message: {
      en: 'This file is no case bundle for this desk, or it was changed. Nothing was taken in.',
      fr: 'Ce fichier n’est pas un dossier préparé pour ce poste, ou il a été modifié. Rien n’a été versé.',
    },
    next: {
      en: 'Have it made again at the other desk, for this desk.',
      fr: 'Faites-le préparer de nouveau à l’autre poste, pour ce poste-ci.',
    },
  },
  'sync.bundle_stranger': {
    status: 403,
    retryable: false,
    message: {
      en: 'The desk that made this file is not known here, or it was turned away. Nothing was taken in.',
      fr: 'Le poste qui a préparé ce fichier est inconnu ici, ou a été écarté. Rien n’a été versé.',
    },
    next: {
      en: 'Settle with the central service once, so that this desk learns of the other one.',
      fr: 'Synchronisez une fois avec le service central, pour que ce poste apprenne l’existence de l’autre.',
    },
  },
  'sync.bundle_hole': {
    status: 409,
    retryable: false,
    message: {
      en: 'Earlier work of the other desk is not here yet. Nothing was taken in.',
      fr: 'Un travail antérieur de l’autre poste n’est pas encore ici. Rien n’a été versé.',
    },
    next: {
      en: 'Settle this desk with the central service, then take the file again.',
      fr: 'Synchronisez ce poste avec le service central, puis versez le fichier de nouveau.',
    },
  },
  'sync.snapshot_unusable': {
    status: 502,
    retryable: true,
    message: {
      en: 'The snapshot of the office’s records could not be used ({{reason}}). Nothing of it was kept.',
      fr: 'L’instantané des dossiers du bureau n’a pas pu être utilisé ({{reason}}). Rien n’en a été conservé.',
    },
    next: {
      en: 'Nothing to do: the records come one by one instead, which takes longer.',
      fr: 'Rien à faire : les dossiers arrivent un à un, ce qui prend plus de temps.',
    },
  },
  'sync.blob_on_its_way': {
    status: 404,
    retryable: true,
    message: {
      en: 'This picture or paper is on its way from the desk that took it.',
      fr: 'Cette photo ou ce document est en route depuis le poste qui l’a enregistré.',
    },
    next: {
      en: 'Nothing to do: it is shown as soon as it arrives.',
      fr: 'Rien à faire : l’affichage se fait dès son arrivée.',
    },
  },
  'sync.blob_elsewhere': {
    status: 404,
    retryable: true,
    message: {
      en: 'The central service does not have this picture or paper yet.',
      fr: 'Le service central n’a pas encore cette photo ou ce document.',
    },
    next: {
      en: 'The desk that took it must settle. It is asked for again by itself.',
      fr: 'Le poste qui l’a enregistré doit se synchroniser. La demande reprend d’elle-même.',
    },
  },
  'sync.blob_wrong': {
    status: 502,
    retryable: true,
    message: {
      en: 'What arrived is not the picture or paper that was asked for. Nothing was kept.',
      fr: 'Ce qui est arrivé n’est pas la photo ou le document demandé. Rien n’a été conservé.',
    },
    next: again,
  },
  'sync.blob_refused': {
    status: 413,
    retryable: true,
    message: {
      en: 'The central service does not take this picture or paper ({{code}}).',
      fr: 'Le service central n’accepte pas cette photo ou ce document ({{code}}).',
    },
    next: {
      en: 'It is kept here. Ask the administrator of the central service.',
      fr: 'Le fichier reste conservé ici. Adressez-vous à l’administrateur du service central.',
    },
  },
} as const satisfies ErrorSpecs
