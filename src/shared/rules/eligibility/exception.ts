import type { Bilingual } from '../../language.ts'
import type { IsoDate } from '../dates.ts'
import type { ReviewFlag } from './finding.ts'
import { anyOf, isUnknown, type Verdict } from './logic.ts'
import type { FactReader } from './reader.ts'
import { type Judgement, unknown } from './rule.ts'

/** What lifts a rule that would otherwise bite. */
export interface Exception {
  readonly id: string
  readonly title: Bilingual
  readonly citation: Bilingual
  readonly holds: (facts: FactReader, claimDate: IsoDate) => Verdict
  /** Shown with the finding when the exception lifts the rule. */
  readonly flag?: ReviewFlag
}

/**
 * Opens the exceptions of a rule whose conditions are met: exempt by the first that holds, unknown while one may,
 * else met. Call it only once the conditions are met, so that nobody is asked about exceptions in vain.
 */
export function unlessExempt(
  exceptions: readonly Exception[],
  facts: FactReader,
  claimDate: IsoDate,
  met: Judgement,
): Judgement {
  const verdicts = exceptions.map((exception) => ({ exception, verdict: exception.holds(facts, claimDate) }))
  const holding = verdicts.find(({ verdict }) => verdict === true)?.exception
  if (holding) return exemptBy(holding, met)
  const open = anyOf(...verdicts.map(({ verdict }) => verdict))
  return isUnknown(open) ? { ...unknown(open), flags: met.flags ?? [] } : met
}

function exemptBy({ id, title, citation, flag }: Exception, met: Judgement): Judgement {
  return {
    outcome: { kind: 'exempt', exception: id, title, citation },
    why: {
      en: `${met.why?.en ?? ''} But an exception applies: ${title.en}.`.trim(),
      fr: `${met.why?.fr ?? ''} Toutefois, une exception s’applique : ${title.fr}.`.trim(),
    },
    flags: [...(met.flags ?? []), ...(flag ? [flag] : [])],
  }
}
