import type { Uuid } from '../../../shared/ports.ts'
import { unresolved } from '../../claims/decisions.ts'
import { worksheet } from '../../claims/eligibility.ts'
import { type Tools, today } from '../../claims/tools.ts'
import { sql } from '../../store/query.ts'
import { type ByIndex, byClaim, byIndex, readyButForRules } from './definitions.ts'

/**
 * Of whose eligibility a rule has no finding yet: what the rules say is not in a table, it follows from the facts. Asking
 * takes a millisecond or two a claim; the store keeps the answer until something changes that it rests on.
 */

/** This claim, as JSON, if it lacks nothing but a finding of a rule: it is not ready to be referred. */
export function openRulesOf(tools: Tools, claimId: Uuid): string {
  const [row] = tools.store.all(sql<{ id: Uuid }>`select claim.id ${lackingNoMore(byClaim)} and claim.id = ${claimId}`)
  const waits = row && (tools.store.ruleAnswers.on(today(tools)).get(row.id) ?? ask(tools, row.id))
  return JSON.stringify(waits ? [claimId] : [])
}

/**
 * What a question finds that leaves out the claims of which a rule waits for a fact, handed to it as JSON: the rules of
 * every claim in the answer were asked. Of more than `most` claims nothing is asked: undefined.
 */
export function readyOf<Row>(
  tools: Tools,
  find: (open: string) => readonly Row[],
  idOf: (row: Row) => Uuid,
  most = Number.POSITIVE_INFINITY,
): readonly Row[] | undefined {
  const answers = new Map(tools.store.ruleAnswers.on(today(tools)))
  let left = most
  for (;;) {
    const open = [...answers].flatMap(([id, waits]) => (waits ? [id] : []))
    const rows = find(JSON.stringify(open))
    const unasked = new Set(rows.map(idOf).filter((id) => !answers.has(id)))
    if (unasked.size > left) return undefined
    left -= unasked.size
    for (const id of unasked) answers.set(id, ask(tools, id))
    // Where some are left out now, others come after them.
    if (![...unasked].some((id) => answers.get(id))) return rows
  }
}

/** Nobody waits for the number of a long queue: of more claims than these the rules are asked while the desk is idle. */
const fewAtOnce = 15

/** When the claims that are ready to be referred were opened (ms), the earliest first, up to so many; undefined: not known yet. */
export const readyOpenedAt = (tools: Tools, upTo: number, most = fewAtOnce): number[] | undefined =>
  readyOf(
    tools,
    (open) => firstReady(tools, open, upTo),
    ({ id }) => id,
    most,
  )?.map(({ opened }) => opened)

/** Those of the claims among the first so many of the queue of which the rules have to be asked before its number is known. */
export function unaskedOf(tools: Tools, upTo: number): Uuid[] {
  const answers = tools.store.ruleAnswers.on(today(tools))
  const open = [...answers].flatMap(([id, waits]) => (waits ? [id] : []))
  return firstReady(tools, JSON.stringify(open), upTo).flatMap(({ id }) => (answers.has(id) ? [] : [id]))
}

/** Asks the rules of a claim, and keeps the answer: does one wait for a fact? Of a claim that they cannot be asked of, yes. */
export function ask(tools: Tools, claimId: Uuid): boolean {
  const sheet = worksheet(tools, claimId)
  const evaluation = sheet.ok ? sheet.value.evaluation : undefined
  const waits = evaluation === undefined || unresolved(evaluation) > 0
  tools.store.ruleAnswers.keep(claimId, evaluation?.decisionDate ?? today(tools), waits)
  return waits
}

const lackingNoMore = (by: ByIndex) => sql`from ${readyButForRules(by)}`

const firstReady = ({ store }: Tools, open: string, upTo: number) =>
  store.all(
    sql<{ id: Uuid; opened: number }>`select claim.id, claim.opened_ms as opened ${lackingNoMore(byIndex)}
      and claim.id not in (select value from json_each(${open})) order by claim.opened_ms, claim.n limit ${upTo}`,
  )
