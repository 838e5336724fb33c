import { and, irpa, irpr } from '../../citation.ts'
import type { IsoDate } from '../../dates.ts'
import { text } from '../../text.ts'
import { crossedWithinWindow, crossingWindowDays, type EntryJudgement } from '../entries.ts'
import { type Exception, unlessExempt } from '../exception.ts'
import { disputedEntry, laterEntry } from '../flags.ts'
import { allOf, anyOf, inTurn, isUnknown, not, type Verdict } from '../logic.ts'
import { belongsTo, type FactReader } from '../reader.ts'
import { type Judgement, notApplicable, type Rule, unknown } from '../rule.ts'
import { deathPenaltyExceptions, landBorderExceptions } from './safeCountryExceptions.ts'

/** From this day claims made after crossing between ports of entry are covered too (SOR/2023-58). */
const additionalProtocol = '2023-03-25'

/** IRPR s. 159.7: times in which a notice suspended the Agreement. None so far. */
const suspensions: readonly { readonly from: IsoDate; readonly to: IsoDate }[] = []

/** IRPA s. 101(1)(e), the Safe Third Country Agreement with the United States. */
export const safeCountryRule: Rule = {
  id: 'irpa.101.1.e',
  version: additionalProtocol,
  kind: 'ground',
  title: text('Safe Third Country Agreement', 'Entente sur les tiers pays sûrs'),
  citation: and(irpa('101(1)(e)'), irpr('159.1 to 159.7')),
  inForceFrom: additionalProtocol,
  judge: (facts, on) => (on.claim ? judge(facts, on.claim) : unknown(['claimDate'])),
}

/** The text before the Additional Protocol: a land port of entry, or transit at an airport. */
export const safeCountryRule2004: Rule = {
  ...safeCountryRule,
  version: '2004-12-29',
  inForceFrom: '2012-12-15',
  inForceTo: '2023-03-24',
}

function judge(facts: FactReader, claim: IsoDate): Judgement {
  if (suspensions.some(({ from, to }) => from <= claim && claim <= to)) return suspended
  const crossing = crossingOf(facts, claim)
  const land = landPort(facts)
  const american = belongsTo(facts, 'USA')
  const applies = allOf(anyOf(land, transit(facts), crossing.verdict), not(american))
  const flags = crossing.verdict === true ? [...disputedEntry(crossing), ...laterEntry(facts, crossing, claim)] : []
  if (isUnknown(applies)) return { ...unknown(applies), flags }
  if (!applies) return american === true ? ofTheUnitedStates : outsideTheAgreement
  const exceptions = [...onlyAtLandBorder(anyOf(land, crossing.verdict)), ...deathPenaltyExceptions]
  return unlessExempt(exceptions, facts, claim, { outcome: { kind: 'met' }, why: covered(crossing, claim), flags })
}

function crossingOf(facts: FactReader, claim: IsoDate): EntryJudgement {
  return claim >= additionalProtocol ? crossedWithinWindow(facts, claim) : { verdict: false, disputed: false }
}

/** Land ports of entry, and trains at designated locations. */
function landPort(facts: FactReader): Verdict {
  return inTurn(
    () => facts.test('claimPlace', (place) => place === 'land_poe' || place === 'train_poe'),
    () => facts.yes('cameFromUs'),
  )
}

/** IRPR s. 159.4(2): at an airport only in transit on removal from the United States. */
function transit(facts: FactReader): Verdict {
  return inTurn(
    () => facts.test('claimPlace', (place) => place === 'airport'),
    () => facts.yes('removedInTransit'),
  )
}

/** IRPR s. 159.5 opens at the land border, not to a person in transit at an airport. */
const onlyAtLandBorder = (atLandBorder: Verdict): readonly Exception[] =>
  landBorderExceptions.map((exception) => ({
    ...exception,
    holds: (facts, claim) =>
      inTurn(
        () => atLandBorder,
        () => exception.holds(facts, claim),
      ),
  }))

const covered = ({ decisive }: EntryJudgement, claim: IsoDate) =>
  decisive
    ? text(
        `Entered between ports of entry on ${decisive.entry.date} and claimed on ${claim}, less than ${crossingWindowDays} days later; no exception applies.`,
        `Entrée entre les points d’entrée le ${decisive.entry.date} et demande le ${claim}, moins de ${crossingWindowDays} jours plus tard; aucune exception ne s’applique.`,
      )
    : text(
        'The person came from the United States to a place where the Agreement applies; no exception applies.',
        'La personne est venue des États-Unis à un endroit où l’Entente s’applique; aucune exception ne s’applique.',
      )

const outsideTheAgreement: Judgement = {
  outcome: { kind: 'not_met' },
  why: text(
    'The Agreement does not reach a claim made in this place and way.',
    'L’Entente ne vise pas une demande présentée à cet endroit et de cette façon.',
  ),
}

const ofTheUnitedStates = notApplicable(
  'The Agreement does not apply to citizens of the United States or to stateless persons who used to live there.',
  'L’Entente ne s’applique pas aux citoyens des États-Unis ni aux apatrides qui y avaient leur résidence habituelle.',
)

const suspended = notApplicable(
  'The Agreement was suspended on the day of the claim.',
  'L’Entente était suspendue le jour de la demande.',
)
