import type { FactQuestion } from '../questions.ts'
import { choice, forOfficer, text, yesNo } from './ask.ts'

/** The Safe Third Country Agreement: where it applies, and the exceptions that turn on the claimant. */
export const safeCountryQuestions = {
  cameFromUs: yesNo(
    text('came from the United States', 'arrivée des États-Unis'),
    text(
      'Did you come to Canada from the United States, directly or not?',
      'Êtes-vous venu au Canada depuis les États-Unis, directement ou non?',
    ),
  ),
  removedInTransit: yesNo(
    text('in transit on removal from the United States', 'en transit, renvoi des États-Unis'),
    text(
      'Are you only in transit through Canada while being removed from the United States by an order?',
      'Êtes-vous seulement en transit au Canada pendant l’exécution d’une mesure de renvoi des États-Unis?',
    ),
  ),
  accompaniedByParent: yesNo(
    text('with a parent or legal guardian', 'avec un parent ou tuteur légal'),
    text(
      'Are you with your mother, your father or your legal guardian?',
      'Êtes-vous avec votre mère, votre père ou votre tuteur légal?',
    ),
  ),
  hasPartner: yesNo(
    text('spouse or common-law partner', 'époux ou conjoint de fait'),
    text('Do you have a spouse or common-law partner?', 'Avez-vous un époux ou un conjoint de fait?'),
  ),
  parentInCanadaOrUs: yesNo(
    text(
      'parent or legal guardian in Canada or the United States',
      'parent ou tuteur légal au Canada ou aux États-Unis',
    ),
    text(
      'Do you have a mother, a father or a legal guardian in Canada or the United States?',
      'Avez-vous votre mère, votre père ou un tuteur légal au Canada ou aux États-Unis?',
    ),
  ),
  transitOnly: forOfficer(
    yesNo(
      text('document for transit only', 'document de transit seulement'),
      text(
        'Was that document issued only for transit through Canada?',
        'Ce document a-t-il été délivré uniquement pour transiter par le Canada?',
      ),
    ),
  ),
  visaFreeCanada: forOfficer(
    yesNo(
      text('may enter Canada without a visa', 'dispense de visa pour le Canada'),
      text('May the person enter Canada without a visa?', 'La personne peut-elle entrer au Canada sans visa?'),
    ),
  ),
  visaNeededUs: forOfficer(
    yesNo(
      text('needs a visa for the United States', 'visa requis pour les États-Unis'),
      text(
        'Would the person need a visa to enter the United States?',
        'La personne aurait-elle besoin d’un visa pour entrer aux États-Unis?',
      ),
    ),
  ),
  returnedFromUs: choice(
    text('sent back from the United States', 'renvoi depuis les États-Unis'),
    text('Are you coming back to Canada in one of these ways?', 'Revenez-vous au Canada de l’une de ces façons?'),
    {
      no: text('No', 'Non'),
      refused_without_adjudication: text(
        'Refused entry to the United States, with no refugee claim decided there',
        'Entrée refusée aux États-Unis, sans qu’une demande d’asile y ait été jugée',
      ),
      resident_removed: text(
        'Permanent resident of Canada ordered removed from the United States',
        'Résident permanent du Canada visé par une mesure de renvoi des États-Unis',
      ),
    },
  ),
  deathPenaltyUs: yesNo(
    text('death penalty offence in the United States', 'infraction passible de la peine de mort aux États-Unis'),
    text(
      'Are you charged with, or were you convicted of, an offence in the United States that carries the death penalty there?',
      'Êtes-vous accusé ou avez-vous été reconnu coupable aux États-Unis d’une infraction qui y est passible de la peine de mort?',
    ),
  ),
  deathPenaltyElsewhere: yesNo(
    text('death penalty offence in another country', 'infraction passible de la peine de mort dans un autre pays'),
    text(
      'Are you charged with, or were you convicted of, an offence in another country that carries the death penalty there?',
      'Êtes-vous accusé ou avez-vous été reconnu coupable dans un autre pays d’une infraction qui y est passible de la peine de mort?',
    ),
  ),
} as const satisfies Record<string, FactQuestion>
