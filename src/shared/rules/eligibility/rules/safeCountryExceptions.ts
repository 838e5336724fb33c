import { irpr } from '../../citation.ts'
import { text } from '../../text.ts'
import type { Exception } from '../exception.ts'
import { allOf, inTurn, not, type Verdict } from '../logic.ts'
import { type FactReader, under18 } from '../reader.ts'

const relative = (facts: FactReader, ...conditions: readonly (() => Verdict)[]): Verdict =>
  inTurn(() => facts.yes('relativeInCanada'), ...conditions)

/** IRPR s. 159.5: each is for the claimant to establish, on a balance of probabilities. */
export const landBorderExceptions: readonly Exception[] = [
  {
    id: 'irpr.159.5.a',
    title: text('family member who is a Canadian citizen', 'membre de la famille citoyen canadien'),
    citation: irpr('159.5(a)'),
    holds: (facts) => relative(facts, () => facts.yes('relativeCitizen')),
  },
  {
    id: 'irpr.159.5.b',
    title: text(
      'family member who is a protected person, permanent resident or has a stay of removal',
      'membre de la famille qui est personne protégée ou résident permanent, ou qui bénéficie d’un sursis au renvoi',
    ),
    citation: irpr('159.5(b)'),
    holds: (facts) => relative(facts, () => facts.test('relativeStatus', (status) => status !== 'none')),
  },
  {
    id: 'irpr.159.5.c',
    title: text(
      'adult family member whose claim was referred to the Board',
      'membre de la famille majeur dont la demande d’asile a été déférée à la Commission',
    ),
    citation: irpr('159.5(c)'),
    holds: (facts) =>
      relative(
        facts,
        () => facts.yes('relativeClaim'),
        () => facts.yes('relativeClaimAdult'),
        () => facts.test('relativeClaimEnded', (end) => end === 'no'),
      ),
  },
  {
    id: 'irpr.159.5.d',
    title: text(
      'adult family member with a work or study permit',
      'membre de la famille majeur titulaire d’un permis de travail ou d’études',
    ),
    citation: irpr('159.5(d)'),
    holds: (facts) =>
      relative(
        facts,
        () => facts.test('relativePermit', (permit) => permit !== 'none'),
        () => facts.yes('relativePermitAdult'),
        () => not(facts.yes('relativePermitExcluded')),
      ),
  },
  {
    id: 'irpr.159.5.e',
    title: text('unaccompanied minor', 'mineur non accompagné'),
    citation: irpr('159.5(e)'),
    holds: (facts, claimDate) =>
      inTurn(
        () => under18(facts, claimDate),
        () =>
          allOf(
            not(facts.yes('accompaniedByParent')),
            not(facts.yes('hasPartner')),
            not(facts.yes('parentInCanadaOrUs')),
          ),
      ),
  },
  {
    id: 'irpr.159.5.f',
    title: text('holder of a Canadian visa or travel document', 'titulaire d’un visa ou d’un titre de voyage canadien'),
    citation: irpr('159.5(f)'),
    holds: (facts) =>
      inTurn(
        () => facts.test('canadianDocument', (document) => document !== 'none'),
        () => not(facts.yes('transitOnly')),
      ),
  },
  {
    id: 'irpr.159.5.g',
    title: text(
      'no visa needed for Canada, visa needed for the United States',
      'dispense de visa pour le Canada, visa requis pour les États-Unis',
    ),
    citation: irpr('159.5(g)'),
    holds: (facts) =>
      inTurn(
        () => facts.yes('visaFreeCanada'),
        () => facts.yes('visaNeededUs'),
      ),
  },
  {
    id: 'irpr.159.5.h',
    title: text('sent back from the United States', 'renvoi depuis les États-Unis'),
    citation: irpr('159.5(h)'),
    holds: (facts) => facts.test('returnedFromUs', (way) => way !== 'no'),
  },
]

/** IRPR s. 159.6: wherever the Agreement applies. */
export const deathPenaltyExceptions: readonly Exception[] = [
  {
    id: 'irpr.159.6.a',
    title: text(
      'offence that carries the death penalty in the United States',
      'infraction passible de la peine de mort aux États-Unis',
    ),
    citation: irpr('159.6(a)'),
    holds: (facts) => facts.yes('deathPenaltyUs'),
  },
  {
    id: 'irpr.159.6.b',
    title: text(
      'offence that carries the death penalty in another country',
      'infraction passible de la peine de mort dans un autre pays',
    ),
    citation: irpr('159.6(b)'),
    holds: (facts) => facts.yes('deathPenaltyElsewhere'),
  },
]
