import { irpa } from '../../citation.ts'
import { text } from '../../text.ts'
import { anyOf, inTurn } from '../logic.ts'
import { decide, type Rule } from '../rule.ts'

/** What stops the study of eligibility before it starts. */
export const precheckRules: readonly Rule[] = [
  {
    id: 'irpa.99.3',
    version: '2012-12-15',
    kind: 'precheck',
    title: text('Removal order', 'Mesure de renvoi'),
    citation: irpa('99(3)'),
    inForceFrom: '2012-12-15',
    judge: (facts) =>
      decide(facts.yes('removalOrder'), {
        met: text(
          'A person under a removal order cannot make a claim in Canada.',
          'La personne visée par une mesure de renvoi ne peut demander l’asile au Canada.',
        ),
        notMet: text('No removal order stands against the person.', 'Aucune mesure de renvoi ne vise la personne.'),
      }),
  },
  {
    id: 'irpa.100.2',
    version: '2012-12-15',
    kind: 'suspension',
    title: text('Study of eligibility suspended', 'Sursis à l’étude de la recevabilité'),
    citation: irpa('100(2)'),
    inForceFrom: '2012-12-15',
    judge: (facts) =>
      decide(
        anyOf(
          facts.yes('reportReferred'),
          inTurn(
            () => facts.yes('seriousCharge'),
            () => facts.yes('waitForCourt'),
          ),
        ),
        {
          met: text(
            'The study must be suspended until the Immigration Division or the court has decided.',
            'L’étude doit être suspendue jusqu’à la décision de la Section de l’immigration ou du tribunal.',
          ),
          notMet: text(
            'No report is before the Immigration Division and no court decision must be awaited.',
            'Aucun rapport n’est devant la Section de l’immigration et aucune décision d’un tribunal n’est attendue.',
          ),
        },
      ),
  },
]
