import { and, irpa } from '../../citation.ts'
import { text } from '../../text.ts'
import type { EligibilityFacts } from '../facts.ts'
import { anyOf, inTurn, type Verdict } from '../logic.ts'
import type { FactReader } from '../reader.ts'
import { decide, type Rule, type RuleId } from '../rule.ts'

const ground = { version: '2012-12-15', inForceFrom: '2012-12-15', kind: 'ground' } as const
const grounds = (id: RuleId, letter: string) => ({ ...ground, id, citation: irpa(`101(1)${letter}`) })

type PriorClaim = NonNullable<EligibilityFacts['priorClaims']>[number]
const endedIn = (facts: FactReader, ...ends: readonly PriorClaim[]): Verdict =>
  facts.test('priorClaims', (claims) => claims.some((claim) => ends.includes(claim)))

/** The grounds that turn on what happened before: IRPA s. 101(1)(a), (b), (c), (c.1), (d), (f). */
export const historyRules: readonly Rule[] = [
  {
    ...grounds('irpa.101.1.a', '(a)'),
    title: text('Refugee protection already conferred in Canada', 'Asile déjà conféré au Canada'),
    judge: (facts) =>
      decide(
        facts.test('protectionInCanada', (answer) => answer !== 'none'),
        {
          met: text('Canada has already conferred refugee protection.', 'Le Canada a déjà conféré l’asile.'),
          notMet: text('Canada has not conferred refugee protection.', 'Le Canada n’a pas conféré l’asile.'),
        },
      ),
  },
  {
    ...grounds('irpa.101.1.b', '(b)'),
    title: text('Earlier claim rejected by the Board', 'Demande antérieure rejetée par la Commission'),
    judge: (facts) =>
      decide(endedIn(facts, 'rejected', 'vacated_or_ceased'), {
        met: text(
          'The Board rejected an earlier claim, or the protection it gave was vacated or ceased.',
          'La Commission a rejeté une demande antérieure, ou l’asile conféré a été annulé ou perdu.',
        ),
        notMet: text('The Board has rejected no earlier claim.', 'La Commission n’a rejeté aucune demande antérieure.'),
      }),
  },
  {
    ...grounds('irpa.101.1.c', '(c)'),
    title: text(
      'Earlier claim ineligible, withdrawn or abandoned',
      'Demande antérieure irrecevable, retirée ou ayant fait l’objet d’un désistement',
    ),
    judge: (facts) => ({
      ...decide(endedIn(facts, 'ineligible', 'withdrawn', 'abandoned'), {
        met: text(
          'An earlier claim was found ineligible, withdrawn or declared abandoned.',
          'Une demande antérieure a été jugée irrecevable ou retirée, ou son désistement a été prononcé.',
        ),
        notMet: text(
          'No earlier claim was found ineligible, withdrawn or declared abandoned.',
          'Aucune demande antérieure n’a été jugée irrecevable ou retirée, et aucun désistement n’a été prononcé.',
        ),
      }),
      flags: endedIn(facts, 'open') === true ? [earlierClaimOpen] : [],
    }),
  },
  {
    ...grounds('irpa.101.1.c1', '(c.1)'),
    version: '2019-06-21',
    inForceFrom: '2019-06-21',
    title: text('Earlier claim in a partner country', 'Demande antérieure dans un pays partenaire'),
    judge: (facts) =>
      decide(
        facts.test('partnerClaim', (answer) => answer === 'confirmed'),
        {
          met: text(
            'A country that shares information with Canada confirmed an earlier claim there.',
            'Un pays qui échange des renseignements avec le Canada a confirmé une demande antérieure.',
          ),
          notMet: text(
            'No earlier claim has been confirmed through an agreement to share information.',
            'Aucune demande antérieure n’a été confirmée en vertu d’un accord d’échange de renseignements.',
          ),
        },
      ),
  },
  {
    ...grounds('irpa.101.1.d', '(d)'),
    title: text('Convention refugee elsewhere', 'Réfugié au sens de la Convention dans un autre pays'),
    judge: (facts) =>
      decide(
        inTurn(
          () => facts.yes('refugeeElsewhere'),
          () => facts.yes('canReturnThere'),
        ),
        {
          met: text(
            'Another country recognized the person as a Convention refugee, and they can be sent there.',
            'Un autre pays a reconnu à la personne la qualité de réfugié, et elle peut y être renvoyée.',
          ),
          notMet: text(
            'No other country recognized the person as a Convention refugee and would take them back.',
            'Aucun autre pays où la personne pourrait être renvoyée ne lui a reconnu la qualité de réfugié.',
          ),
        },
      ),
  },
  {
    ...grounds('irpa.101.1.f', '(f)'),
    citation: and(irpa('101(1)(f)'), irpa('101(2)')),
    title: text('Inadmissible on a serious ground', 'Interdiction de territoire pour un motif grave'),
    judge: (facts) =>
      decide(seriouslyInadmissible(facts), {
        met: text(
          'The person has been determined to be inadmissible on a serious ground.',
          'La personne a été déclarée interdite de territoire pour un motif grave.',
        ),
        notMet: text(
          'No determination of inadmissibility counts for this ground.',
          'Aucune interdiction de territoire visée par ce motif n’a été constatée.',
        ),
      }),
  },
]

/** Sanctions alone (s. 35(1)(c)) do not count; serious criminality only from a maximum of ten years (s. 101(2)). */
function seriouslyInadmissible(facts: FactReader): Verdict {
  return anyOf(
    facts.test('inadmissibility', (grounds) =>
      grounds.some((each) => each !== 'sanctions_only' && each !== 'serious_criminality'),
    ),
    inTurn(
      () => facts.test('inadmissibility', (grounds) => grounds.includes('serious_criminality')),
      () => facts.yes('tenYearOffence'),
    ),
  )
}

const earlierClaimOpen = {
  code: 'earlier_claim_open',
  text: text(
    'An earlier claim is still open: a second claim may be nullified, IRPA s. 104(1)(d).',
    'Une demande antérieure est toujours en cours : une deuxième demande peut être annulée, LIPR, art. 104(1)d).',
  ),
}
