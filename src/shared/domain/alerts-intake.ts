import { agree, alert, type Check } from './alert.ts'
import type { EarlierClaim, Leg } from './full-intake.ts'
import { minorityOf } from './minors.ts'

/** What contradicts what in a full intake. */

const last = <T>(list: readonly T[] | undefined): T | undefined => list?.at(-1)
/** Certainly later: what both dates say decides. */
const later = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && !agree(a, b) && a > b

const route: readonly Check[] = [
  ({ claim }) => {
    const end = last(claim.route)
    return end && end.to !== 'CAN'
      ? alert('route_end', 'journey', 'The route does not end in Canada.', 'L’itinéraire ne se termine pas au Canada.')
      : undefined
  },
  ({ claim }) => {
    const arrived = last(claim.route)?.to === 'CAN' ? last(claim.route)?.arrived : undefined
    const entered = claim.entries
      ?.map(({ date }) => date)
      .sort()
      .at(-1)
    return arrived && entered && !agree(arrived, entered)
      ? alert(
          'route_entry',
          'journey',
          `The route arrives in Canada on ${arrived}, the last entry is of ${entered}.`,
          `L’itinéraire arrive au Canada le ${arrived}; la dernière entrée est du ${entered}.`,
        )
      : undefined
  },
  ({ claim }) =>
    claim.route?.some((leg, at, legs) => later(leg.left, leg.arrived) || later(legs[at - 1]?.arrived, leg.left))
      ? alert(
          'route_order',
          'journey',
          'The dates of the route do not follow each other.',
          'Les dates de l’itinéraire ne se suivent pas.',
        )
      : undefined,
  ({ claim }) => {
    const gap = gapOf(claim.route)
    return gap
      ? alert(
          'route_gap',
          'journey',
          `The route has a gap: it arrives in ${gap.to} and goes on from ${gap.from}.`,
          `L’itinéraire a une lacune\u00a0: il arrive en ${gap.to} et repart de ${gap.from}.`,
        )
      : undefined
  },
]

function gapOf(legs: readonly Leg[] = []): { to: string; from: string } | undefined {
  for (const [at, leg] of legs.entries()) {
    const next = legs[at + 1]
    if (next && next.from !== leg.to) return { to: leg.to, from: next.from }
  }
  return undefined
}

const papers: readonly Check[] = [
  ({ claim, read, today }) => {
    // The document read has its own alert.
    const expired =
      claim.heldDocuments?.filter(({ expires }) => later(today, expires) && expires !== read?.expiry) ?? []
    const [first] = expired
    return first
      ? alert(
          'held_expired',
          'papers',
          `A document held expired on ${first.expires}.`,
          `Un document détenu est expiré depuis le ${first.expires}.`,
        )
      : undefined
  },
  ({ claim }) =>
    claim.heldDocuments?.some(({ issued, expires }) => later(issued, expires))
      ? alert(
          'held_dates',
          'papers',
          'A document held expires before it was issued.',
          'Un document détenu expire avant d’avoir été délivré.',
        )
      : undefined,
]

const children: readonly Check[] = [
  ({ person, claim, today }) =>
    minorityOf(person, claim, today).unaccompanied && !claim.authorityNotified
      ? alert(
          'minor_alone',
          'needs',
          'A child without a parent or guardian: no child protection authority was told.',
          'Enfant sans parent ni tuteur\u00a0: la protection de la jeunesse n’a pas été avisée.',
        )
      : undefined,
  ({ claim }) =>
    (claim.companion === 'guardian' || claim.companion === 'other_adult') && !claim.guardianName
      ? alert(
          'guardian_missing',
          'needs',
          'A child came with an adult whose name is missing.',
          'Un enfant est venu avec un adulte dont le nom manque.',
        )
      : undefined,
  ({ person, claim, today }) =>
    claim.companion && minorityOf(person, claim, today).minor === false
      ? alert(
          'companion_of_adult',
          'needs',
          'An answer speaks of a child, but by the birth date the person is an adult.',
          'Une réponse parle d’un enfant, mais selon la date de naissance la personne est majeure.',
        )
      : undefined,
]

const measures: readonly Check[] = [
  // IRPR s. 228(4).
  ({ person, claim, acts, today }) =>
    acts?.inadmissibilityReport?.referredTo === 'minister_delegate' &&
    minorityOf(person, claim, today).needsRepresentative
      ? alert(
          'report_to_division',
          'measures',
          'A report on an unaccompanied child, or on a person who cannot appreciate the proceedings, goes to the Immigration Division.',
          'Le rapport sur un enfant non accompagné, ou sur une personne incapable de comprendre la procédure, est déféré à la Section de l’immigration.',
        )
      : undefined,
  ({ acts }) =>
    acts?.departureOrder && !acts.inadmissibilityReport
      ? alert(
          'order_without_report',
          'measures',
          'A departure order rests on a report under s. 44; none is recorded.',
          'La mesure d’interdiction de séjour repose sur un rapport prévu à l’art. 44; aucun n’est consigné.',
        )
      : undefined,
  ({ acts }) =>
    later(acts?.inadmissibilityReport?.on, acts?.departureOrder?.on)
      ? alert(
          'order_before_report',
          'measures',
          'The departure order is dated before the report on which it rests.',
          'La mesure d’interdiction de séjour est antérieure au rapport sur lequel elle repose.',
        )
      : undefined,
]

/** Ends of claims in Canada that are grounds by themselves: IRPA s. 101(1)(b) and (c). */
const ended: readonly EarlierClaim['outcome'][] = [
  'rejected',
  'vacated_or_ceased',
  'ineligible',
  'withdrawn',
  'abandoned',
]

const earlier: readonly Check[] = [
  ({ claim, answers }) => {
    const known = claim.earlierClaims?.some(({ country, outcome }) => country === 'CAN' && ended.includes(outcome))
    return known && answers?.priorClaims?.length === 0
      ? alert(
          'earlier_claim_denied',
          'eligibility',
          'Eligibility says that no earlier claim was made in Canada; the background lists one.',
          'La recevabilité indique qu’aucune demande antérieure n’a été faite au Canada; les antécédents en mentionnent une.',
        )
      : undefined
  },
]

export const fullIntakeChecks: readonly Check[] = [...children, ...route, ...papers, ...measures, ...earlier]
