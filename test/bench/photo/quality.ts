/** Detection and false alarms from judged photos. */
import type { CheckId } from '../../../src/shared/photos/checks.ts'
import { type DegradationName, degradations } from '../../support/photo-degrade/index.ts'
import type { Judged } from './judged.ts'
import type { Kind } from './material.ts'
import { type Rate, rateOf } from './rate.ts'

export interface FaultRates {
  readonly fault: DegradationName
  readonly kind: Kind
  readonly gross: boolean
  readonly checks: readonly CheckId[]
  /** By one of the fault's own checks. */
  readonly returned: Rate
  readonly noticed: Rate
  /** By any check at all: what the officer sees. */
  readonly suggestedReturn: Rate
}

export interface GoodRates {
  /** `drawn`, `framed`, `selfie`, or a group of skin tones. */
  readonly group: string
  readonly returned: Rate
  readonly reviewed: Rate
  /** Checks that raised it, with how many photos each. */
  readonly causes: Readonly<Record<string, { return: number; review: number }>>
}

export interface Quality {
  readonly faults: readonly FaultRates[]
  readonly good: readonly GoodRates[]
}

const kinds = ['drawn', 'framed', 'selfie'] as const
/** Monk 1-3, 4-7, 8-10. */
const tones = { 'drawn, light skin': [0, 2], 'drawn, medium skin': [3, 6], 'drawn, dark skin': [7, 9] } as const

export function qualityOf(judged: readonly Judged[]): Quality {
  const good = judged.filter(({ fault }) => fault === 'good')
  const groups = [
    ...kinds.map((kind) => [kind, good.filter((one) => one.kind === kind)] as const),
    ...Object.entries(tones).map(
      ([group, [from, to]]) => [group, good.filter(({ tone }) => tone !== null && tone >= from && tone <= to)] as const,
    ),
  ]
  return {
    faults: kinds.flatMap((kind) => faultsOf(judged.filter((one) => one.kind === kind))),
    good: groups.filter(([, some]) => some.length > 0).map(([group, some]) => goodOf(group, some)),
  }
}

function faultsOf(judged: readonly Judged[]): FaultRates[] {
  const names = [...new Set(judged.map(({ fault }) => fault))].filter((name) => name !== 'good')
  return names.map((fault) => {
    const some = judged.filter((one) => one.fault === fault)
    const { gross, checks }: { gross: boolean; checks: readonly CheckId[] } = degradations[fault]
    const by = (...levels: readonly string[]) =>
      rateOf(some, (one) => checks.some((check) => levels.includes(one.levels[check] ?? 'ok')))
    return {
      ...{ fault, kind: some[0]?.kind ?? 'drawn', gross, checks },
      returned: by('return'),
      noticed: by('return', 'review'),
      suggestedReturn: rateOf(some, ({ suggestion }) => suggestion === 'return'),
    }
  })
}

function goodOf(group: string, some: readonly Judged[]): GoodRates {
  const causes: Record<string, { return: number; review: number }> = {}
  for (const { levels } of some) {
    for (const [check, level] of Object.entries(levels)) {
      if (level !== 'return' && level !== 'review') continue
      causes[check] ??= { return: 0, review: 0 }
      causes[check][level] += 1
    }
  }
  return {
    group,
    returned: rateOf(some, ({ suggestion }) => suggestion === 'return'),
    reviewed: rateOf(some, ({ suggestion }) => suggestion === 'review'),
    causes,
  }
}

/** Faults that must be found in 95 of 100 and were not, and good groups with too many alarms: for people and for exit codes. */
export function shortfalls({ faults, good }: Quality): string[] {
  return [
    ...faults
      .filter(({ gross, returned }) => gross && (returned.percent ?? 100) < 95)
      .map(({ fault, kind, returned }) => `${kind}, ${fault}: ${returned.percent} % returned`),
    ...good
      .filter(({ group, returned }) => group !== 'selfie' && (returned.percent ?? 0) > 1)
      .map(({ group, returned }) => `${group}: ${returned.percent} % of good photos returned`),
    ...good
      .filter(({ group, reviewed }) => group !== 'selfie' && (reviewed.percent ?? 0) > 5)
      .map(({ group, reviewed }) => `${group}: ${reviewed.percent} % of good photos to review`),
  ]
}
