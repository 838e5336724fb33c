import type { ErrorSpecs } from '../language.ts'

export const claimErrors = {
  'claims.moved_elsewhere': {
    status: 409,
    retryable: false,
    message: {
      en: 'This claim was transferred to another office: here it can only be read.',
      fr: 'Cette demande a été transférée à un autre bureau : ici, elle ne peut qu’être lue.',
    },
    next: {
      en: 'Tell the other office what you know; it works on the claim now.',
      fr: 'Dites à l’autre bureau ce que vous savez; c’est lui qui traite la demande.',
    },
  },
  'claims.numbers_file_invalid': {
    status: 422,
    retryable: false,
    message: {
      en: 'This is not a valid numbers file ({{where}}).',
      fr: 'Ce fichier de numéros n’est pas valide ({{where}}).',
    },
    next: {
      en: 'Nothing was taken over. Choose the file that was prepared for this office.',
      fr: 'Rien n’a été repris. Choisissez le fichier préparé pour ce bureau.',
    },
  },
  'claims.numbers_other_office': {
    status: 422,
    retryable: false,
    message: {
      en: 'These numbers belong to another office ({{office}}).',
      fr: 'Ces numéros appartiennent à un autre bureau ({{office}}).',
    },
    next: {
      en: 'Choose the file that was prepared for this office.',
      fr: 'Choisissez le fichier préparé pour ce bureau.',
    },
  },
  'claims.numbers_already_held': {
    status: 409,
    retryable: false,
    message: {
      en: 'A block in this file overlaps numbers that this desk already holds.',
      fr: 'Un bloc de ce fichier recoupe des numéros que ce poste détient déjà.',
    },
    next: {
      en: 'Nothing was taken over. Ask for a new file.',
      fr: 'Rien n’a été repris. Demandez un nouveau fichier.',
    },
  },
  'claims.numbers_before_restore': {
    status: 409,
    retryable: false,
    message: {
      en: 'This desk began anew from earlier data on {{since}}. The file was made before that, or does not say when: its numbers may have been given out already.',
      fr: 'Ce poste a repris de données antérieures le {{since}}. Le fichier a été produit avant, ou n’en dit pas la date : ses numéros ont peut-être déjà été donnés.',
    },
    next: {
      en: 'Nothing was taken over. Ask for a new file with numbers that no desk ever had.',
      fr: 'Rien n’a été repris. Demandez un nouveau fichier, avec des numéros qu’aucun poste n’a eus.',
    },
  },
  'claims.numbers_exhausted': {
    status: 409,
    retryable: false,
    message: {
      en: 'This desk has used all its {{series}} numbers.',
      fr: 'Ce poste a utilisé tous ses numéros de la série {{series}}.',
    },
    next: {
      en: 'An administrator adds a new numbers file under Administration, Numbers.',
      fr: 'Un administrateur ajoute un nouveau fichier sous Administration, Numéros.',
    },
  },
  'claims.not_in_this_state': {
    status: 409,
    retryable: false,
    message: {
      en: 'This cannot be done to the claim in its present state.',
      fr: 'Cette action n’est pas possible dans l’état actuel de la demande.',
    },
    next: {
      en: 'Open the claim again to see its present state.',
      fr: 'Rouvrez la demande pour voir son état actuel.',
    },
  },
  'claims.incomplete': {
    status: 409,
    retryable: false,
    message: {
      en: 'The claim still lacks: {{lacks}}.',
      fr: 'Il manque encore à la demande : {{lacks}}.',
    },
    next: { en: 'Complete the steps marked and try again.', fr: 'Complétez les étapes indiquées et réessayez.' },
  },
  'claims.reason_needed': {
    status: 422,
    retryable: false,
    message: {
      en: 'This decision differs from what the rules propose: it needs a reason.',
      fr: 'Cette décision diffère de ce que proposent les règles : il faut un motif.',
    },
    next: { en: 'Write the reason and decide again.', fr: 'Inscrivez le motif et décidez de nouveau.' },
  },
  'claims.worksheet_changed': {
    status: 409,
    retryable: false,
    message: {
      en: 'What you saw has changed: the answers or findings are no longer those on your screen.',
      fr: 'Ce que vous avez vu a changé : les réponses ou les constats ne sont plus ceux de votre écran.',
    },
    next: {
      en: 'Nothing was decided. Close this, look at eligibility again and decide on what it shows now.',
      fr: 'Rien n’a été décidé. Fermez ceci, revoyez la recevabilité et décidez d’après ce qu’elle montre maintenant.',
    },
  },
  'claims.second_officer_needed': {
    status: 409,
    retryable: false,
    message: {
      en: 'You proposed this decision: another officer has to confirm it.',
      fr: 'Vous avez proposé cette décision : un autre agent doit la confirmer.',
    },
    next: {
      en: 'Let another officer take the seat. Meanwhile the person can have the acknowledgement of claim.',
      fr: 'Cédez le poste à un autre agent. Entre-temps, la personne peut recevoir l’accusé de réception.',
    },
  },
  'claims.proposal_outlived': {
    status: 409,
    retryable: false,
    message: {
      en: 'The rules no longer find the claim ineligible on the facts as they stand.',
      fr: 'D’après les faits actuels, les règles ne jugent plus la demande irrecevable.',
    },
    next: {
      en: 'Return the proposal with the reason; then the claim can be decided anew.',
      fr: 'Renvoyez la proposition avec le motif; la demande pourra alors être tranchée de nouveau.',
    },
  },
  'claims.check_says_too_little': {
    status: 422,
    retryable: false,
    message: {
      en: 'This check needs more: whether something was found, and what; or why it cannot be made.',
      fr: 'Il manque une précision : si quelque chose a été trouvé, et quoi; ou pourquoi la vérification est impossible.',
    },
    next: {
      en: 'Nothing was recorded. Say it and record again.',
      fr: 'Rien n’a été consigné. Précisez et recommencez.',
    },
  },
  'claims.facts_needed': {
    status: 409,
    retryable: false,
    message: {
      en: 'Findings still open: {{open}}. A claim is referred once every one is answered.',
      fr: 'Constats encore ouverts : {{open}}. Une demande est déférée quand chacun a sa réponse.',
    },
    next: {
      en: 'Answer the questions, or give your own finding on an open rule with the reason. Until then leave the claim undecided and give the acknowledgement of claim.',
      fr: 'Répondez aux questions, ou donnez votre propre constat d’une règle ouverte, avec le motif. D’ici là, laissez la demande non tranchée et remettez l’accusé de réception.',
    },
  },
  'claims.ground_needed': {
    status: 409,
    retryable: false,
    message: {
      en: 'No ground of ineligibility is met.',
      fr: 'Aucun motif d’irrecevabilité n’est rempli.',
    },
    next: {
      en: 'Override the finding of the ground that applies, with the reason, and decide again.',
      fr: 'Remplacez le constat du motif qui s’applique, avec justification, et décidez de nouveau.',
    },
  },
  'claims.read_back_changed': {
    status: 409,
    retryable: false,
    message: {
      en: 'The record changed while the claimant was reading it.',
      fr: 'Le dossier a changé pendant que la personne le lisait.',
    },
    next: { en: 'Show it once more.', fr: 'Montrez-le de nouveau.' },
  },
  'claims.read_back_empty': {
    status: 409,
    retryable: false,
    message: { en: 'There is nothing to read back yet.', fr: 'Il n’y a encore rien à relire.' },
    next: { en: 'Give the name first.', fr: 'Indiquez d’abord le nom.' },
  },
  'claims.deadline_unknown': {
    status: 409,
    retryable: false,
    message: {
      en: 'This deadline is not as the screen shows it: it was met, taken back or replaced meanwhile.',
      fr: 'Ce délai n’est pas tel qu’affiché : il a été respecté, rétabli ou remplacé entre-temps.',
    },
    next: { en: 'Look at the deadlines again.', fr: 'Consultez de nouveau les échéances.' },
  },
  'claims.rule_unknown': {
    status: 422,
    retryable: false,
    message: {
      en: 'There is no rule {{rule}} for this claim.',
      fr: 'La règle {{rule}} n’existe pas pour cette demande.',
    },
    next: { en: 'Open the eligibility step again.', fr: 'Rouvrez l’étape de la recevabilité.' },
  },
  'claims.future_date': {
    status: 422,
    retryable: false,
    message: { en: 'This date lies in the future.', fr: 'Cette date est dans le futur.' },
    next: { en: 'Correct the date. Nothing was changed.', fr: 'Corrigez la date. Rien n’a été modifié.' },
  },
  'claims.document_not_listed': {
    status: 422,
    retryable: false,
    message: {
      en: 'A document named as seized is not among the documents held.',
      fr: 'Un document indiqué comme saisi ne figure pas parmi les documents détenus.',
    },
    next: {
      en: 'Add it under Papers first, then record the seizure.',
      fr: 'Ajoutez-le d’abord sous Papiers, puis consignez la saisie.',
    },
  },
  'claims.document_seized': {
    status: 409,
    retryable: false,
    message: {
      en: 'A document that was seized cannot be taken off the list.',
      fr: 'Un document saisi ne peut être retiré de la liste.',
    },
    next: {
      en: 'If the seizure was recorded by mistake, set it aside first.',
      fr: 'Si la saisie a été consignée par erreur, annulez-la d’abord.',
    },
  },
  'claims.act_not_recorded': {
    status: 409,
    retryable: false,
    message: { en: 'There is nothing recorded to set aside.', fr: 'Il n’y a rien de consigné à annuler.' },
    next: { en: 'Open the claim again to see its present state.', fr: 'Rouvrez la demande pour voir son état actuel.' },
  },
  'claims.correct_instead': {
    status: 409,
    retryable: false,
    message: {
      en: 'A decision or a document rests on what was said here: it is not overwritten.',
      fr: 'Une décision ou un document repose sur ce qui est inscrit ici : on ne l’écrase pas.',
    },
    next: {
      en: 'Use “Correct” on the claim: it keeps both values and the reason.',
      fr: 'Utilisez « Corriger » dans la demande : les deux valeurs et le motif sont conservés.',
    },
  },
  'claims.not_settled': {
    status: 409,
    retryable: false,
    message: {
      en: 'Nothing rests on this yet: it needs no correction.',
      fr: 'Rien ne repose encore sur cette valeur : aucune correction n’est nécessaire.',
    },
    next: { en: 'Change it in its step.', fr: 'Modifiez-la dans son étape.' },
  },
  'claims.nothing_to_correct': {
    status: 422,
    retryable: false,
    message: {
      en: 'The new value is the one that is there already.',
      fr: 'La nouvelle valeur est celle qui est déjà inscrite.',
    },
    next: { en: 'Nothing was changed. Enter the right value.', fr: 'Rien n’a été modifié. Entrez la bonne valeur.' },
  },
  'claims.correction_unfounded': {
    status: 422,
    retryable: false,
    message: {
      en: 'A correction of identity or of a fact needs the reason and the evidence that you saw.',
      fr: 'Une correction de l’identité ou d’un fait exige le motif et la preuve que vous avez vue.',
    },
    next: { en: 'Fill in both and correct again.', fr: 'Remplissez les deux et corrigez de nouveau.' },
  },
  'claims.document_undecided': {
    status: 422,
    retryable: false,
    message: {
      en: 'Document {{number}} was issued on this decision: is it revoked or kept?',
      fr: 'Le document {{number}} a été délivré sur cette décision : est-il révoqué ou conservé?',
    },
    next: {
      en: 'Choose one and reopen again. Nothing was changed.',
      fr: 'Choisissez et rouvrez de nouveau. Rien n’a été modifié.',
    },
  },
  'claims.client_id_held': {
    status: 409,
    retryable: false,
    message: {
      en: 'Another person on this desk has this client ID.',
      fr: 'Une autre personne de ce poste a cet ID client.',
    },
    next: {
      en: 'Compare it with the paper. If it is the same person, say so under Search.',
      fr: 'Comparez-le avec le document. S’il s’agit de la même personne, indiquez-le sous Recherche.',
    },
  },
  'claims.same_person_already': {
    status: 409,
    retryable: false,
    message: { en: 'The claim already is about this person.', fr: 'La demande concerne déjà cette personne.' },
    next: { en: 'Nothing needs doing.', fr: 'Aucune action n’est requise.' },
  },
  'claims.person_has_records': {
    status: 409,
    retryable: false,
    message: {
      en: 'This claim’s person already has a photo, a paper or a decided claim and cannot be replaced.',
      fr: 'La personne de cette demande a déjà une photo, un document ou une demande tranchée et ne peut être remplacée.',
    },
    next: {
      en: 'Ask a supervisor to join the two records.',
      fr: 'Demandez à un superviseur de joindre les deux dossiers.',
    },
  },
  'claims.extension_none': {
    status: 422,
    retryable: false,
    message: { en: 'This deadline cannot be extended.', fr: 'Ce délai ne peut pas être prolongé.' },
    next: {
      en: 'Nothing was changed. What the law sets, or what the office owes, stands.',
      fr: 'Rien n’a été modifié. Ce que la loi fixe ou ce que le bureau doit faire demeure.',
    },
  },
  'claims.extension_open': {
    status: 409,
    retryable: false,
    message: {
      en: 'More time was asked for already, and nobody has answered yet.',
      fr: 'Une prolongation a déjà été demandée et personne n’a encore répondu.',
    },
    next: {
      en: 'Nothing was changed. Whoever answers for deadlines gives it or declines.',
      fr: 'Rien n’a été modifié. La personne responsable des délais l’accorde ou la refuse.',
    },
  },
  'claims.extension_unknown': {
    status: 409,
    retryable: false,
    message: {
      en: 'This request for more time waits for no answer.',
      fr: 'Cette demande de prolongation n’attend pas de réponse.',
    },
    next: {
      en: 'Nothing was changed. Read the claim again: somebody may have answered.',
      fr: 'Rien n’a été modifié. Relisez la demande : quelqu’un a peut-être répondu.',
    },
  },
  'claims.extension_late': {
    status: 422,
    retryable: false,
    message: {
      en: 'More time could be asked for until {{last}}.',
      fr: 'Une prolongation pouvait être demandée jusqu’au {{last}}.',
    },
    next: {
      en: 'Nothing was changed. What comes late is kept and marked late.',
      fr: 'Rien n’a été modifié. Ce qui arrive en retard est conservé et marqué comme tel.',
    },
  },
  'claims.extension_not_later': {
    status: 422,
    retryable: false,
    message: {
      en: 'The deadline is {{due}} already: the new day has to be later.',
      fr: 'L’échéance est déjà le {{due}} : le nouveau jour doit être plus tard.',
    },
    next: { en: 'Enter a later day. Nothing was changed.', fr: 'Entrez un jour plus tardif. Rien n’a été modifié.' },
  },
  'claims.not_inland': {
    status: 422,
    retryable: false,
    message: {
      en: 'Only for a claim made at an inland office does the officer set this day.',
      fr: 'L’agent ne fixe ce jour que pour une demande présentée à un bureau intérieur.',
    },
    next: {
      en: 'Nothing was changed. At a port of entry the deadline starts with the referral.',
      fr: 'Rien n’a été modifié. À un point d’entrée, le délai court à partir du déféré.',
    },
  },
} as const satisfies ErrorSpecs
