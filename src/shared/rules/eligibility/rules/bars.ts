import { and, irpa, irpr } from '../../citation.ts'
import { addYears, daysBetween, type IsoDate } from '../../dates.ts'
import { text } from '../../text.ts'
import { afterOneYear, crossedBeforeWindow, crossingWindowDays, type DatedEntry, oneYearBarAfter } from '../entries.ts'
import { type Exception, unlessExempt } from '../exception.ts'
import { disputedEntry, laterEntry, yearEnd } from '../flags.ts'
import type { FactReader } from '../reader.ts'
import { decide, type Judgement, type Rule, unknown } from '../rule.ts'

/** Royal assent of S.C. 2026, c. 4, and the introduction of the bill from which s. 75 reaches back. */
const assent = '2026-03-26'
const introduced = '2025-06-03'
const transition = { en: 'S.C. 2026, c. 4, s. 75', fr: 'L.C. 2026, ch. 4, art. 75' }

/** The two grounds of 2026; `exceptions` are those in force on the day of the decision. */
export const barRules = (exceptions: (decision: IsoDate) => readonly Exception[]): readonly Rule[] => [
  {
    id: 'irpa.101.1.b1',
    version: assent,
    kind: 'ground',
    title: text('Claim more than one year after entry', 'Demande présentée plus d’un an après l’entrée'),
    citation: and(irpa('101(1)(b.1), (1.1)'), transition),
    inForceFrom: assent,
    appliesToClaimsFrom: introduced,
    judge: (facts, on) => (on.claim ? oneYear(facts, on.claim, exceptions(on.decision)) : unknown(['claimDate'])),
  },
  {
    id: 'irpa.101.1.b2',
    version: assent,
    kind: 'ground',
    title: text(
      'Entry between ports of entry, claim after 14 days',
      'Entrée entre les points d’entrée, demande après 14 jours',
    ),
    citation: and(and(irpa('101(1)(b.2)'), irpr('159.4(1.1)')), transition),
    inForceFrom: assent,
    appliesToClaimsFrom: introduced,
    judge: (facts, on) => (on.claim ? crossing(facts, on.claim, exceptions(on.decision)) : unknown(['claimDate'])),
  },
]

function oneYear(facts: FactReader, claim: IsoDate, exceptions: readonly Exception[]): Judgement {
  const history = afterOneYear(facts, claim)
  const { decisive } = history
  const flags = disputedEntry(history)
  if (!decisive) return { ...decide(history.verdict, { met: none, notMet: withinYear(claim) }), flags }
  const met: Judgement = {
    outcome: { kind: 'met' },
    why: overYear(decisive, claim),
    flags: [...flags, ...yearEnd(decisive, claim)],
  }
  return unlessExempt(exceptions, facts, claim, met)
}

function crossing(facts: FactReader, claim: IsoDate, exceptions: readonly Exception[]): Judgement {
  const history = crossedBeforeWindow(facts, claim)
  const { decisive } = history
  const flags = [...disputedEntry(history), ...laterEntry(facts, history, claim)]
  if (!decisive) return { ...decide(history.verdict, { met: none, notMet: noCrossing }), flags }
  const met: Judgement = { outcome: { kind: 'met' }, why: crossed(decisive, claim), flags }
  return unlessExempt(exceptions, facts, claim, met)
}

/** Never shown: without a decisive entry nothing is met. */
const none = text('', '')

const withinYear = (claim: IsoDate) =>
  text(
    `No entry after ${oneYearBarAfter} lies more than one year before the claim of ${claim}.`,
    `Aucune entrée postérieure au ${oneYearBarAfter} ne précède de plus d’un an la demande du ${claim}.`,
  )

function overYear({ entry, days }: DatedEntry, claim: IsoDate) {
  const end = addYears(days.latest, 1)
  return text(
    `The first entry after ${oneYearBarAfter} was on ${entry.date}; the year ended on ${end}; the claim was made on ${claim}.`,
    `La première entrée postérieure au ${oneYearBarAfter} a eu lieu le ${entry.date}; l’année a pris fin le ${end}; la demande a été présentée le ${claim}.`,
  )
}

const noCrossing = text(
  `No entry across the land border between ports of entry lies ${crossingWindowDays} days or more before the claim.`,
  `Aucune entrée par la frontière terrestre entre les points d’entrée ne précède la demande de ${crossingWindowDays} jours ou plus.`,
)

function crossed({ entry, days }: DatedEntry, claim: IsoDate) {
  const count = daysBetween(days.latest, claim)
  return text(
    `Entered between ports of entry on ${entry.date}, ${count} days before the claim of ${claim}; the limit is less than ${crossingWindowDays}.`,
    `Entrée entre les points d’entrée le ${entry.date}, ${count} jours avant la demande du ${claim}; la limite est de moins de ${crossingWindowDays}.`,
  )
}
