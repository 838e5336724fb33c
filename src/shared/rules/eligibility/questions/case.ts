import type { FactQuestion } from '../questions.ts'
import { choice, forOfficer, text, toOptions, yesNo } from './ask.ts'

const manners = {
  land_poe: text('Land port of entry', 'Point d’entrée terrestre'),
  train_poe: text('Train', 'Train'),
  airport: text('Airport', 'Aéroport'),
  harbour: text('Harbour or ferry landing', 'Port ou débarcadère de traversier'),
  between_poes: text(
    'Across the land border, between ports of entry',
    'Par la frontière terrestre, entre les points d’entrée',
  ),
  elsewhere: text('Elsewhere, not at a port of entry', 'Ailleurs, hors d’un point d’entrée'),
}

/** The claim, the person, the entries, and what stops the work. */
export const caseQuestions = {
  claimDate: {
    label: text('date of the claim', 'date de la demande d’asile'),
    question: text('On which day did you ask for refugee protection?', 'Quel jour avez-vous demandé l’asile?'),
    answer: { type: 'date', partial: false },
  },
  claimPlace: choice(
    text('place of the claim', 'lieu de la demande d’asile'),
    text('Where did you ask for refugee protection?', 'Où avez-vous demandé l’asile?'),
    {
      land_poe: manners.land_poe,
      train_poe: text('Train, designated location', 'Train, lieu désigné'),
      airport: manners.airport,
      harbour: manners.harbour,
      inland: text('Inside Canada, not at a port of entry', 'Au Canada, ailleurs qu’à un point d’entrée'),
    },
  ),
  removalOrder: forOfficer(
    yesNo(
      text('removal order', 'mesure de renvoi'),
      text(
        'Was the person already under a removal order when they asked for refugee protection?',
        'La personne était-elle déjà visée par une mesure de renvoi quand elle a demandé l’asile?',
      ),
      text(
        'The conditional order that follows the claim itself does not count.',
        'La mesure conditionnelle prise à la suite de la demande elle-même ne compte pas.',
      ),
    ),
  ),
  reportReferred: forOfficer(
    yesNo(
      text('report referred to the Immigration Division', 'rapport déféré à la Section de l’immigration'),
      text(
        'Has a report been referred to the Immigration Division for security, human or international rights, serious criminality or organized criminality?',
        'Un rapport a-t-il été déféré à la Section de l’immigration pour raison de sécurité, atteinte aux droits humains ou internationaux, grande criminalité ou criminalité organisée?',
      ),
      text('Answer no once the Division has decided.', 'Répondez non une fois que la Section a statué.'),
    ),
  ),
  seriousCharge: forOfficer(
    yesNo(
      text('serious charge', 'accusation grave'),
      text(
        'Is the person charged with an offence in Canada that carries 10 years or more in prison?',
        'La personne est-elle accusée au Canada d’une infraction passible d’un emprisonnement de 10 ans ou plus?',
      ),
    ),
  ),
  waitForCourt: forOfficer(
    yesNo(
      text('need to wait for the court', 'nécessité d’attendre le tribunal'),
      text(
        'Do you consider it necessary to wait for the decision of the court on this charge?',
        'Jugez-vous nécessaire d’attendre la décision du tribunal sur cette accusation?',
      ),
    ),
  ),
  entries: {
    label: text('entries into Canada', 'entrées au Canada'),
    question: text(
      'On which days, and how, did you enter Canada?',
      'Quels jours et de quelle façon êtes-vous entré au Canada?',
    ),
    help: text(
      'List every entry since 24 June 2020, and the last entry even if it is earlier. The exact day decides.',
      'Inscrivez chaque entrée depuis le 24 juin 2020, ainsi que la dernière même si elle est antérieure. Le jour exact est déterminant.',
    ),
    answer: { type: 'entries', manners: toOptions(manners) },
  },
  entriesComplete: yesNo(
    text('whether the list of entries is complete', 'liste des entrées complète ou non'),
    text(
      'Are these all your entries into Canada since 24 June 2020?',
      'Sont-ce là toutes vos entrées au Canada depuis le 24 juin 2020?',
    ),
    text(
      'Read the entries out. Compare with stamps and the entry and exit records.',
      'Lisez les entrées. Comparez avec les timbres et les relevés d’entrées et de sorties.',
    ),
  ),
  citizenships: {
    label: text('citizenships', 'nationalités'),
    question: text('Of which countries are you a citizen?', 'De quels pays avez-vous la nationalité?'),
    help: text('Leave the list empty if of none.', 'Laissez la liste vide s’il n’y en a aucun.'),
    answer: { type: 'countries' },
  },
  stateless: yesNo(
    text('statelessness', 'apatridie'),
    text(
      'Are you stateless, that is, a citizen of no country under its law?',
      'Êtes-vous apatride, c’est-à-dire qu’aucun pays ne vous considère comme son ressortissant selon sa loi?',
    ),
  ),
  formerResidences: {
    label: text('former habitual residence', 'ancienne résidence habituelle'),
    question: text(
      'In which countries did you usually live before?',
      'Dans quels pays aviez-vous votre résidence habituelle?',
    ),
    answer: { type: 'countries' },
  },
  birthDate: {
    label: text('date of birth', 'date de naissance'),
    question: text('When were you born?', 'Quelle est votre date de naissance?'),
    help: text('The year or the month alone will do.', 'L’année ou le mois seul suffit.'),
    answer: { type: 'date', partial: true },
  },
  acceptedUnder18: forOfficer(
    yesNo(
      text('age accepted', 'âge accepté'),
      text(
        'The date of birth is not exact enough. Do you accept that the person was under 18 on the day of the claim?',
        'La date de naissance n’est pas assez précise. Acceptez-vous que la personne avait moins de 18 ans le jour de la demande?',
      ),
    ),
  ),
} as const satisfies Record<string, FactQuestion>
