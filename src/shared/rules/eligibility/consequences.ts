import type { Bilingual } from '../../language.ts'
import { irpa, irpr } from '../citation.ts'
import type { IsoDate } from '../dates.ts'
import { type OrderEvent, type OrderInForce, orderInForce } from '../departure.ts'
import { text } from '../text.ts'
import type { Evaluation } from './finding.ts'
import type { RuleId } from './rule.ts'

/** What follows from an outcome, to be explained to the person. */
export interface Consequences {
  /** Per ground met: may the person ask for a pre-removal risk assessment? */
  readonly riskAssessment: readonly RiskAssessment[]
  readonly removalOrder: RemovalOrder
  /** Another ground may still be found: then the removal order may come into force on another day. */
  readonly provisional: boolean
}

export interface RiskAssessment {
  readonly rule: string
  readonly access: 'yes' | 'yes_with_hearing' | 'no' | 'after_12_months' | 'restricted' | 'depends' | 'not_needed'
  readonly text: Bilingual
  readonly citation: Bilingual
}

export interface RemovalOrder {
  /** `conditional`: waits for the end of the claim. `in_force`: from the day given. `existing`: one stands already. */
  readonly kind: 'conditional' | 'in_force' | 'existing'
  readonly text: Bilingual
  readonly citation: Bilingual
  readonly order?: OrderInForce
}

/** The consequences of an evaluation whose outcome is notified to the person on `notice`. */
export function consequences(evaluation: Evaluation, notice: IsoDate): Consequences {
  const rules = evaluation.outcome.kind === 'ineligible' ? evaluation.outcome.rules : []
  return {
    riskAssessment: rules.flatMap((rule) => (isGround(rule) ? [{ rule, ...riskAssessments[rule] }] : [])),
    removalOrder: removalOrder(evaluation, notice),
    provisional: evaluation.outcome.kind === 'not_enough_facts' || evaluation.furtherQuestions.length > 0,
  }
}

function removalOrder({ outcome }: Evaluation, notice: IsoDate): RemovalOrder {
  if (outcome.kind === 'cannot_claim') return existing
  if (outcome.kind !== 'ineligible') return conditional
  const order = orderInForce(orderEventOf(outcome.rules), notice)
  return {
    kind: 'in_force',
    order,
    citation: order.citation,
    text: text(
      `The departure order comes into force on ${order.inForce}.`,
      `La mesure d’interdiction de séjour prend effet le ${order.inForce}.`,
    ),
  }
}

const orderEventOf = (rules: readonly string[]): OrderEvent =>
  rules.every((rule) => rule === 'irpa.101.1.e') ? 'ineligible_safe_third_country' : 'ineligible_other'

const conditional: RemovalOrder = {
  kind: 'conditional',
  text: text(
    'A departure order made now is conditional: it comes into force only when the claim ends.',
    'La mesure d’interdiction de séjour prise maintenant est conditionnelle : elle ne prend effet qu’à l’issue de la demande.',
  ),
  citation: { en: `${irpa('49(2)').en}; ${irpr('228(3)').en}`, fr: `${irpa('49(2)').fr}; ${irpr('228(3)').fr}` },
}

const existing: RemovalOrder = {
  kind: 'existing',
  text: text('The removal order that stands remains.', 'La mesure de renvoi existante demeure.'),
  citation: irpa('99(3)'),
}

type Ground = Exclude<RuleId, 'irpa.99.3' | 'irpa.100.2'>

/** What a ground means for a pre-removal risk assessment; undefined for what is no ground. */
export const riskAssessmentFor = (rule: string): Omit<RiskAssessment, 'rule'> | undefined =>
  isGround(rule) ? riskAssessments[rule] : undefined

const isGround = (rule: string): rule is Ground => rule in riskAssessments

/** Access to a pre-removal risk assessment by ground; IRPA s. 112 where it decides. */
const riskAssessments: Readonly<Record<Ground, Omit<RiskAssessment, 'rule'>>> = {
  'irpa.101.1.a': {
    access: 'not_needed',
    text: text('Not needed: the person already has protection.', 'Sans objet : la personne bénéficie déjà de l’asile.'),
    citation: irpa('112(1)'),
  },
  'irpa.101.1.b': {
    access: 'after_12_months',
    text: text('Not within 12 months of the rejection.', 'Pas dans les 12 mois suivant le rejet.'),
    citation: irpa('112(2)(b.1)'),
  },
  'irpa.101.1.b1': {
    access: 'yes',
    text: text('The person may apply.', 'La personne peut présenter une demande.'),
    citation: irpa('112(1)'),
  },
  'irpa.101.1.b2': {
    access: 'yes',
    text: text('The person may apply.', 'La personne peut présenter une demande.'),
    citation: irpa('112(1)'),
  },
  'irpa.101.1.c': {
    access: 'depends',
    text: text(
      'Depends on how and when the earlier claim ended.',
      'Dépend de la façon et du moment où la demande antérieure a pris fin.',
    ),
    citation: irpa('112(2)'),
  },
  'irpa.101.1.c1': {
    access: 'yes_with_hearing',
    text: text(
      'The person may apply, and a hearing is held.',
      'La personne peut présenter une demande, et une audience est tenue.',
    ),
    citation: irpa('113.01'),
  },
  'irpa.101.1.d': {
    access: 'depends',
    text: text(
      'Depends on the country to which the person can be sent.',
      'Dépend du pays où la personne peut être renvoyée.',
    ),
    citation: irpa('112(2)'),
  },
  'irpa.101.1.e': {
    access: 'no',
    text: text('The person may not apply.', 'La personne ne peut pas présenter de demande.'),
    citation: irpa('112(2)(b)'),
  },
  'irpa.101.1.f': {
    access: 'restricted',
    text: text(
      'The person may apply, with restricted effect.',
      'La personne peut présenter une demande, aux effets restreints.',
    ),
    citation: irpa('112(3)'),
  },
}
