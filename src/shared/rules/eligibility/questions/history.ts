import type { FactQuestion } from '../questions.ts'
import { choice, choices, forOfficer, text, yesNo } from './ask.ts'

const none = text('None', 'Aucun')

/** Protection, earlier claims, inadmissibility, and the exceptions to the bars of 2026. */
export const historyQuestions = {
  protectionInCanada: choice(
    text('protection already given in Canada', 'asile déjà conféré au Canada'),
    text('Has Canada already given you refugee protection?', 'Le Canada vous a-t-il déjà conféré l’asile?'),
    {
      none: text('No', 'Non'),
      resettled: text('Yes, resettled from abroad', 'Oui, réinstallée depuis l’étranger'),
      board: text('Yes, by the Board', 'Oui, par la Commission'),
      prra: text('Yes, by a pre-removal risk assessment', 'Oui, par un examen des risques avant renvoi'),
    },
  ),
  priorClaims: choices(
    text('earlier claims in Canada', 'demandes d’asile antérieures au Canada'),
    text(
      'Have you asked for refugee protection in Canada before, and how did each claim end?',
      'Avez-vous déjà demandé l’asile au Canada, et comment chaque demande s’est-elle terminée?',
    ),
    {
      rejected: text('Rejected by the Board', 'Rejetée par la Commission'),
      vacated_or_ceased: text('Accepted, then vacated or ceased', 'Accueillie, puis annulée ou perdue'),
      ineligible: text('Ineligible', 'Irrecevable'),
      withdrawn: text('Withdrawn', 'Retirée'),
      abandoned: text('Declared abandoned', 'Désistement prononcé'),
      open: text('Still open', 'Toujours en cours'),
    },
    text('Choose all that apply, or none.', 'Choisissez toutes les réponses utiles, ou aucune.'),
  ),
  partnerClaim: forOfficer(
    choice(
      text('earlier claim in a partner country', 'demande antérieure dans un pays partenaire'),
      text(
        'Before this claim, did the person claim refugee protection in a country that shares information with Canada?',
        'Avant cette demande, la personne a-t-elle demandé l’asile dans un pays qui échange des renseignements avec le Canada?',
      ),
      {
        none: text('No; the check found none', 'Non; la vérification n’a rien révélé'),
        reported: text('Said so, but not confirmed by that country', 'Déclarée, mais non confirmée par ce pays'),
        confirmed: text('Yes, confirmed through the agreement', 'Oui, confirmée en vertu de l’accord'),
      },
      text(
        'Wait for the answer to the fingerprint check before you choose.',
        'Attendez le résultat de la vérification des empreintes digitales avant de choisir.',
      ),
    ),
  ),
  refugeeElsewhere: yesNo(
    text('recognized as a refugee elsewhere', 'réfugié reconnu ailleurs'),
    text(
      'Has another country recognized you as a Convention refugee?',
      'Un autre pays vous a-t-il reconnu la qualité de réfugié au sens de la Convention?',
    ),
  ),
  canReturnThere: yesNo(
    text('can be sent back there', 'renvoi possible vers ce pays'),
    text('Could you be sent or returned to that country?', 'Pourriez-vous être renvoyé dans ce pays?'),
  ),
  inadmissibility: forOfficer(
    choices(
      text('inadmissibility already determined', 'interdiction de territoire déjà constatée'),
      text(
        'On which of these grounds has the person been determined to be inadmissible? Choose all that apply, or none.',
        'Pour lesquels de ces motifs la personne a-t-elle été déclarée interdite de territoire? Choisissez toutes les réponses utiles, ou aucune.',
      ),
      {
        security: text('Security', 'Raison de sécurité'),
        human_rights: text('Human or international rights', 'Atteinte aux droits humains ou internationaux'),
        sanctions_only: text('Only paragraph 35(1)(c), sanctions', 'Uniquement l’alinéa 35(1)c), sanctions'),
        serious_criminality: text('Serious criminality', 'Grande criminalité'),
        organized_criminality: text('Organized criminality', 'Criminalité organisée'),
      },
      text('A decision, not a suspicion or a pending report.', 'Une décision, non un soupçon ni un rapport en cours.'),
    ),
  ),
  tenYearOffence: forOfficer(
    yesNo(
      text('offence with a maximum of 10 years', 'infraction passible de 10 ans'),
      text(
        'Is the offence, in Canada or as it would be in Canada, punishable by 10 years or more in prison?',
        'L’infraction, au Canada ou son équivalent au Canada, est-elle passible d’un emprisonnement de 10 ans ou plus?',
      ),
    ),
  ),
  responsibleAdultInCanada: yesNo(
    text('parent or responsible adult in Canada', 'parent ou adulte responsable au Canada'),
    text(
      'Do you have a parent in Canada, or an adult who is legally responsible for you?',
      'Votre père, votre mère ou un adulte légalement responsable de vous se trouve-t-il au Canada?',
    ),
    text('Guardianship needs formal proof.', 'La tutelle doit être prouvée officiellement.'),
  ),
  documentsWithinYear: forOfficer(
    yesNo(
      text('documents given within a year of entry', 'documents remis dans l’année suivant l’entrée'),
      text(
        'Did the person submit claim documents within one year of entry?',
        'La personne a-t-elle remis les documents de la demande dans l’année suivant son entrée?',
      ),
      text('Proposed regulations; not in force.', 'Projet de règlement; non en vigueur.'),
    ),
  ),
  canadianDocument: choice(
    text('Canadian visa or travel document', 'visa ou titre de voyage canadien'),
    text('Do you hold one of these documents?', 'Êtes-vous titulaire de l’un de ces documents?'),
    {
      none,
      permanent_resident_visa: text('Permanent resident visa', 'Visa de résident permanent'),
      temporary_resident_visa: text('Temporary resident visa', 'Visa de résident temporaire'),
      temporary_resident_permit: text('Temporary resident permit', 'Permis de séjour temporaire'),
      travel_document_31_3: text('Travel document, IRPA s. 31(3)', 'Titre de voyage, LIPR, par. 31(3)'),
      refugee_travel_papers: text('Refugee travel papers', 'Titre de voyage de réfugié'),
      temporary_travel_document_151: text(
        'Temporary travel document, IRPR s. 151',
        'Titre de voyage provisoire, RIPR, art. 151',
      ),
    },
  ),
} as const satisfies Record<string, FactQuestion>
