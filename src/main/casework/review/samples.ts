import type { SampledDecision } from '../../../shared/contract/views.ts'
import { isSampled } from '../../../shared/domain/quality-sample.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { claimRows, rowView } from '../../claims/rows.ts'
import { type Officer, officerNames, type Tools, today } from '../../claims/tools.ts'
import { settingsOf } from '../../office/settings.ts'
import { query, sql } from '../../store/query.ts'

/** How far back decisions are drawn, and how many are shown. */
const days = 90
const shown = 100
const dayMs = 86_400_000

/** The decisions of the last ninety days that are in the random sample, those that nobody looked at first, newest first. */
export function sampledDecisions(tools: Tools): SampledDecision[] {
  const { store } = tools
  const settings = settingsOf(store).qualitySample
  const nameOf = officerNames(store)
  const since = tools.clock.now() - days * dayMs
  const rows = store.all(
    claimRows()
      .select('claim.decision')
      // Whatever became of the claim: one that was withdrawn afterwards was decided all the same.
      .where('claim.decision', 'is not', null)
      .where(sql<boolean>`json_extract(claim.decision, '$.outcome') in ('referred', 'ineligible', 'suspended')`)
      .where('claim.updated_ms', '>=', since)
      .orderBy('claim.updated_ms', 'desc'),
  )
  const sampled = rows.flatMap((row) => {
    const { outcome, at, by } = JSON.parse(row.decision ?? '{}') as { outcome: string; at: number; by: string }
    if (at < since || !isSampled(settings, row.id, at)) return []
    const view = rowView(row)
    const { applicationNumber } = view
    const judged = store.first(
      query.selectFrom('quality_review').selectAll().where('claim', '=', row.id).where('decided_ms', '=', at),
    )
    const reviewed = judged && {
      verdict: judged.verdict as 'sound' | 'to_correct',
      note: judged.note,
      by: nameOf(judged.officer),
      on: judged.on_day,
    }
    const decision = { claimId: row.id, applicationNumber, name: nameLine(view), outcome, decidedAt: at }
    return [{ ...decision, decidedBy: nameOf(by), ...(reviewed ? { reviewed } : {}) }]
  })
  return sampled.sort((a, b) => Number(Boolean(a.reviewed)) - Number(Boolean(b.reviewed))).slice(0, shown)
}

/** What a supervisor makes of a sampled decision. Nobody judges their own, taken or proposed. Errors: review.not_sampled, review.own_decision. */
export function judgeSample(
  tools: Tools,
  officer: Officer,
  given: { claimId: Uuid; decidedAt: number; verdict: 'sound' | 'to_correct'; note: string },
): Result<null> {
  const { claimId, ...said } = given
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const held = tx.first(query.selectFrom('claim').select('decision').where('id', '=', claimId))?.decision
    const decision = held ? (JSON.parse(held) as { at: number; by: string; proposedBy?: string }) : undefined
    if (decision?.at !== said.decidedAt || !isSampled(settingsOf(tx).qualitySample, claimId, said.decidedAt))
      return fail('review.not_sampled')
    if ([decision.by, decision.proposedBy].includes(officer.id)) return fail('review.own_decision')
    const body = { ...said, on: today(tools) }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.quality_reviewed', body })
    return ok(null)
  })
}
