import type { Texts } from './types.ts'

/** The screens of the full intake. */
export const fullIntakeStepTexts = {
  'step.needs': { en: 'Special needs', fr: 'Besoins particuliers' },
  'step.journey': { en: 'Journey', fr: 'Parcours' },
  'step.papers': { en: 'Papers', fr: 'Papiers' },
  'step.background': { en: 'Background', fr: 'Antécédents' },
  'step.measures': { en: 'Measures', fr: 'Mesures' },
  'step.group_full_intake': { en: 'Full intake', fr: 'Réception complète' },

  'overview.full_intake': { en: 'Full intake', fr: 'Réception complète' },
  'overview.measures': { en: 'Measures', fr: 'Mesures' },

  'rows.add_aliases': { en: 'Add another name', fr: 'Ajouter un autre nom' },
  'rows.add_route': { en: 'Add a leg', fr: 'Ajouter un trajet' },
  'rows.add_heldDocuments': { en: 'Add a document', fr: 'Ajouter un document' },
  'rows.add_earlierClaims': { en: 'Add an earlier claim', fr: 'Ajouter une demande antérieure' },
  'rows.none_aliases': { en: 'Asked: no other names', fr: 'Demandé : aucun autre nom' },
  'rows.none_route': { en: 'Asked: the person cannot say', fr: 'Demandé : la personne ne peut le dire' },
  'rows.none_heldDocuments': { en: 'Asked: no papers at all', fr: 'Demandé : aucun document' },
  'rows.none_earlierClaims': { en: 'Asked: no earlier claim anywhere', fr: 'Demandé : aucune demande antérieure' },
  'rows.nth_aliases': { en: 'Other name {{n}}', fr: 'Autre nom {{n}}' },
  'rows.nth_route': { en: 'Leg {{n}}', fr: 'Trajet {{n}}' },
  'rows.nth_heldDocuments': { en: 'Document {{n}}', fr: 'Document {{n}}' },
  'rows.nth_earlierClaims': { en: 'Earlier claim {{n}}', fr: 'Demande antérieure {{n}}' },
  'rows.remove': { en: 'Remove: {{what}}', fr: 'Retirer : {{what}}' },
  'rows.none': { en: 'none', fr: 'aucun' },

  'needs.lead': {
    en: 'What officers, interpreters and the Board must heed. A "no" is an answer too.',
    fr: 'Ce dont les agents, les interprètes et la Commission doivent tenir compte. « Non » est aussi une réponse.',
  },
  'needs.person': { en: 'Vulnerability and accessibility', fr: 'Vulnérabilité et accessibilité' },
  'needs.vulnerable_help': {
    en: 'Such as a victim of torture or trafficking, or someone very ill or frail',
    fr: 'Par exemple victime de torture ou de traite, ou personne très malade ou fragile',
  },
  'needs.accessibility_help': {
    en: 'Such as sign language, large print, a wheelchair',
    fr: 'Par exemple langue des signes, gros caractères, fauteuil roulant',
  },
  'needs.unable_help': {
    en: 'Unable to understand what the proceedings are and what they lead to, IRPA s. 167(2)',
    fr: 'Incapable de comprendre la nature de la procédure et ses suites, LIPR, par. 167(2)',
  },
  'needs.child': { en: 'A person under 18', fr: 'Personne de moins de 18 ans' },
  'needs.companion_if_child': {
    en: 'Only for a person under 18; the birth date does not say yet',
    fr: 'Seulement pour une personne de moins de 18 ans; la date de naissance ne le dit pas encore',
  },
  'needs.unaccompanied': { en: 'Unaccompanied minor', fr: 'Mineur non accompagné' },
  'needs.unaccompanied_next': {
    en: 'Tell the child protection authority of the province, and propose a designated representative. A report under s. 44 goes to the Immigration Division.',
    fr: 'Avisez la protection de la jeunesse de la province et proposez un représentant désigné. Un rapport prévu à l’art. 44 est déféré à la Section de l’immigration.',
  },
  'needs.representative': { en: 'Designated representative', fr: 'Représentant désigné' },
  'needs.representative_help': {
    en: 'The Board designates one for a minor without a parent in the same claim, and for a person who cannot appreciate the proceedings; RPD Rules, rule 20.',
    fr: 'La Commission en désigne un pour un mineur sans parent dans la même demande et pour une personne incapable de comprendre la procédure; Règles de la SPR, art. 20.',
  },

  'journey.lead': {
    en: 'The way from the country feared to Canada, one leg after the other. A month or a year will do where the day is not known.',
    fr: 'Le parcours du pays où la personne craint d’être persécutée jusqu’au Canada, un trajet après l’autre. Le mois ou l’année suffit si le jour n’est pas connu.',
  },
  'journey.help': {
    en: 'A leg counts once it has both countries. The last one ends in Canada.',
    fr: 'Un trajet compte dès qu’il a ses deux pays. Le dernier se termine au Canada.',
  },
  'leg.from': { en: 'From', fr: 'De' },
  'leg.fromPlace': { en: 'Place of departure', fr: 'Lieu de départ' },
  'leg.left': { en: 'Left on', fr: 'Départ le' },
  'leg.means': { en: 'By', fr: 'Moyen' },
  'leg.to': { en: 'To', fr: 'À' },
  'leg.toPlace': { en: 'Place of arrival', fr: 'Lieu d’arrivée' },
  'leg.arrived': { en: 'Arrived on', fr: 'Arrivée le' },
  'leg.carrier': { en: 'Carrier, flight', fr: 'Transporteur, vol' },
  'leg.paper': { en: 'Paper shown', fr: 'Document présenté' },
  'leg.helper': { en: 'Arranged by', fr: 'Organisé par' },
  'leg.paid': { en: 'Paid', fr: 'Montant payé' },

  'papers.lead': {
    en: 'Every travel and identity document that the person holds, genuine or not.',
    fr: 'Tous les documents de voyage et d’identité que la personne détient, authentiques ou non.',
  },
  'papers.help': {
    en: 'A document read in the Passport step is listed here by itself.',
    fr: 'Un document lu à l’étape Passeport figure ici de lui-même.',
  },
  'held.kind': { en: 'Kind', fr: 'Nature' },
  'held.number': { en: 'Number', fr: 'Numéro' },
  'held.country': { en: 'Issued by', fr: 'Délivré par' },
  'held.looks': { en: 'Examination', fr: 'Examen' },
  'held.issued': { en: 'Issued on', fr: 'Délivré le' },
  'held.expires': { en: 'Expires', fr: 'Expire le' },
  'held.note': { en: 'Note', fr: 'Remarque' },
  'held.seized': { en: 'Seized on {{on}}, {{place}}', fr: 'Saisi le {{on}}, {{place}}' },

  'seizure.help': {
    en: 'IRPA s. 140. The person gets a written notice with the grounds, IRPR s. 253.',
    fr: 'LIPR, art. 140. La personne reçoit un avis écrit motivé, RIPR, art. 253.',
  },
  'seizure.none': {
    en: 'No document is listed that could be seized.',
    fr: 'Aucun document à saisir ne figure sur la liste.',
  },
  'seizure.which': { en: 'Documents to seize', fr: 'Documents à saisir' },
  'seizure.on': { en: 'Seized on', fr: 'Saisis le' },
  'seizure.place': { en: 'Place of seizure', fr: 'Lieu de la saisie' },
  'seizure.usual': { en: 'Usual grounds', fr: 'Motifs usuels' },
  'seizure.ground': { en: 'Ground of seizure', fr: 'Motif de la saisie' },
  'seizure.ground_needed': {
    en: 'The seizure is necessary to carry out the purposes of the Act.',
    fr: 'La saisie est nécessaire pour l’application de la Loi.',
  },
  'seizure.ground_false': {
    en: 'There are reasonable grounds to believe that the document was fraudulently or improperly obtained or used.',
    fr: 'Il y a des motifs raisonnables de croire que le document a été obtenu ou utilisé irrégulièrement ou frauduleusement.',
  },
  'seizure.ground_illegal': {
    en: 'The seizure is necessary to prevent the document from being fraudulently or improperly used.',
    fr: 'La saisie est nécessaire pour en empêcher l’utilisation irrégulière ou frauduleuse.',
  },
  'seizure.record': { en: 'Record the seizure', fr: 'Consigner la saisie' },
  'seizure.incomplete': {
    en: 'Choose at least one document, and give day, place and ground.',
    fr: 'Choisissez au moins un document et indiquez le jour, le lieu et le motif.',
  },
  'seizure.unlisted': { en: 'A document no longer listed', fr: 'Un document qui ne figure plus sur la liste' },

  'background.aliases_help': {
    en: 'At birth, by marriage, on papers, in other spellings. Searches look at them too.',
    fr: 'À la naissance, par mariage, sur des documents, selon d’autres graphies. Les recherches en tiennent compte.',
  },
  'background.earlier_help': {
    en: 'In Canada or anywhere, to a state or to the UN Refugee Agency. What is listed here answers the questions of eligibility until the officer says otherwise.',
    fr: 'Au Canada ou ailleurs, auprès d’un État ou du HCR. Ce qui figure ici répond aux questions de recevabilité jusqu’à ce que l’agent en dise autrement.',
  },
  'background.narrative_help': {
    en: 'As first told, in the person’s own words. Later versions are amendments.',
    fr: 'Tel que raconté d’abord, dans les mots de la personne. Les versions suivantes sont des modifications.',
  },
  'alias.kind': { en: 'Kind of name', fr: 'Nature du nom' },
  'earlier.country': { en: 'Country', fr: 'Pays' },
  'earlier.date': { en: 'Made on', fr: 'Présentée le' },
  'earlier.outcome': { en: 'Outcome', fr: 'Issue' },
  'earlier.fileNumber': { en: 'File number', fr: 'Numéro de dossier' },
  'earlier.unhcr': { en: 'To the UN Refugee Agency', fr: 'Auprès du HCR' },
  'earlier.confirmed': { en: 'Confirmed by that country', fr: 'Confirmée par ce pays' },

  'act.on': { en: 'On', fr: 'Le' },
  'act.record': { en: 'Record: {{what}}', fr: 'Consigner : {{what}}' },
  'act.change': { en: 'Change', fr: 'Modifier' },
  'act.change_of': { en: 'Change: {{what}}', fr: 'Modifier : {{what}}' },
  'act.withdraw': { en: 'Set aside…', fr: 'Annuler…' },
  'act.withdraw_of': { en: 'Set aside: {{what}}', fr: 'Annuler : {{what}}' },
  'act.withdraw_title': { en: 'Set aside: {{what}}?', fr: 'Annuler : {{what}}?' },
  'act.withdraw_body': {
    en: 'For what was recorded by mistake. The record of it stays in the timeline, with your reason.',
    fr: 'Pour ce qui a été consigné par erreur. La trace en reste dans la chronologie, avec votre motif.',
  },
  'act.keep_this': { en: 'Keep this', fr: 'Garder ceci' },
  'act.incomplete': {
    en: 'It is recorded whole or not at all: fill in what is missing.',
    fr: 'Ceci se consigne en entier ou pas du tout : complétez ce qui manque.',
  },

  'measures.permits': { en: 'Permits', fr: 'Permis' },
  'measures.work_help': {
    en: 'For a referred claimant who cannot live without public help, IRPR s. 206',
    fr: 'Pour le demandeur déféré qui ne peut subvenir à ses besoins sans aide publique, RIPR, art. 206',
  },
  'measures.study_help': { en: 'Minors need none for school', fr: 'Les mineurs n’en ont pas besoin pour l’école' },
  'measures.consent_help': {
    en: 'With provinces and organizations that help with housing, health and settlement. A refusal changes nothing about the claim.',
    fr: 'Aux provinces et aux organismes qui aident au logement, à la santé et à l’établissement. Un refus ne change rien à la demande.',
  },
  'measures.consent_given': { en: 'May information be shared?', fr: 'Peut-on communiquer les renseignements?' },
  'measures.conditions_help': {
    en: 'IRPR s. 43. Read them out, through the interpreter where there is one.',
    fr: 'RIPR, art. 43. Lisez-les à voix haute, par l’interprète s’il y en a un.',
  },
  'measures.conditions_record': { en: 'Record: read and acknowledged', fr: 'Consigner : lues et reconnues' },
  'measures.report_help': {
    en: 'IRPA s. 44(1): a claimant without a visa is ordinarily reported under s. 41(a).',
    fr: 'LIPR, par. 44(1) : un demandeur sans visa fait d’ordinaire l’objet d’un rapport au titre de l’art. 41a).',
  },
  'measures.paragraph': { en: 'Paragraph', fr: 'Disposition' },
  'measures.report_by': { en: 'Written by', fr: 'Rédigé par' },
  'measures.referred_to': { en: 'Sent to', fr: 'Transmis à' },
  'measures.order_help': {
    en: 'IRPR s. 228(3), 229(2). While the claim is open it is conditional, IRPA s. 49(2).',
    fr: 'RIPR, par. 228(3) et 229(2). Tant que la demande est en cours, elle est conditionnelle, LIPR, par. 49(2).',
  },
  'measures.order_by': { en: 'Made by', fr: 'Prise par' },
  'measures.order_kind': { en: 'In force', fr: 'Prise d’effet' },
  'measures.order_conditional': { en: 'Conditional', fr: 'Conditionnelle' },
  'measures.order_now': { en: 'On that day', fr: 'Le jour même' },
  'measures.detention_help': {
    en: 'IRPA s. 55. The Immigration Division reviews it within 48 hours, s. 57(1).',
    fr: 'LIPR, art. 55. La Section de l’immigration la contrôle dans les 48 heures, par. 57(1).',
  },
  'measures.since': { en: 'Detained since', fr: 'En détention depuis le' },
  'measures.place': { en: 'Place of detention', fr: 'Lieu de détention' },
  'measures.detention_ground': { en: 'Ground of detention', fr: 'Motif de la détention' },
  'measures.division_notified': { en: 'Division told on', fr: 'Section avisée le' },
  'measures.until': { en: 'Released on', fr: 'Mise en liberté le' },

  'order.state_conditional': {
    en: 'Conditional: waits for the end of the claim',
    fr: 'Conditionnelle : attend l’issue de la demande',
  },
  'order.state_waiting': { en: 'About to come into force', fr: 'Sur le point de prendre effet' },
  'order.state_in_force': { en: 'In force', fr: 'En vigueur' },
  'order.state_deportation': { en: 'Now a deportation order', fr: 'Devenue une mesure d’expulsion' },
  'order.comes_into_force': {
    en: 'It would come into force, if notice were given today:',
    fr: 'Elle prendrait effet, si l’avis était donné aujourd’hui :',
  },
  'order.in_force': { en: 'Comes into force', fr: 'Prend effet' },
  'order.leave_by': { en: 'Last day to leave', fr: 'Dernier jour pour partir' },
  'order.paused': {
    en: 'The 30 days do not run while detained',
    fr: 'Les 30 jours ne courent pas pendant la détention',
  },
  'order.deportation_from': { en: 'Deportation order from', fr: 'Mesure d’expulsion dès le' },
} as const satisfies Texts
