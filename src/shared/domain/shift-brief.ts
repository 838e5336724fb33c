import { z } from 'zod'

/**
 * The brief that one shift leaves to the next, written from the state of the desk. It holds counts and ids only: whom
 * they are about is looked up when somebody who may know reads it.
 */

/** Rows of each kind that a brief lists; what is beyond is counted. */
const listed = 200
const dayMs = 86_400_000
const ms = z.number().int()
const rows = <Row extends z.ZodType>(row: Row) => z.array(row).max(listed)

/** A brief as it stands in the log; times are ms since epoch. */
export const shiftBriefShape = z.object({
  /** From when on what happened belongs to this shift. */
  since: ms,
  /** Half-done intakes, those that nobody touched for longest first. `over`: for more than a day. */
  intakes: rows(
    z.object({ claim: z.uuid(), lacks: z.array(z.string().max(40)).max(20), touched: ms, over: z.boolean() }),
  ),
  intakesInAll: z.number().int(),
  waiting: rows(z.object({ arrival: z.uuid(), people: z.number().int(), since: ms, held: z.boolean() })),
  waitingInAll: z.number().int(),
  /** Proposed ineligible: a second officer has to confirm. */
  proposals: rows(z.object({ claim: z.uuid(), since: ms })),
  /** Sheets spoiled under a paper in the shift, and the paper that replaces it. */
  spoiled: rows(z.object({ document: z.uuid(), replacedBy: z.uuid().optional() })),
  /** Sheets that ended in the shift without a paper. */
  sheets: rows(z.object({ serial: z.string().max(40), state: z.enum(['spoiled', 'lost', 'returned']) })),
  /** Papers prepared or sent to a printer, never confirmed. */
  unconfirmed: rows(z.object({ document: z.uuid() })),
  /** Standing warnings: numbers and sheets that run out, backups that failed. Codes, and counts as their parameters. */
  warnings: z
    .array(z.object({ code: z.string().max(80), params: z.record(z.string(), z.union([z.string(), z.number()])) }))
    .max(50),
})
export type ShiftBrief = z.infer<typeof shiftBriefShape>

/** The state of the desk that a brief is written from. Lists may be in any order. */
export interface DeskState {
  readonly now: number
  readonly since: number
  readonly intakes: readonly { readonly claim: string; readonly touched: number; readonly lacks: readonly string[] }[]
  /** Intakes of the desk, more than `intakes` where that was cut short. */
  readonly intakesInAll: number
  readonly waiting: ShiftBrief['waiting']
  readonly proposals: ShiftBrief['proposals']
  readonly spoiled: ShiftBrief['spoiled']
  readonly sheets: ShiftBrief['sheets']
  readonly unconfirmed: ShiftBrief['unconfirmed']
  readonly warnings: ShiftBrief['warnings']
}

/** Is an intake that was last touched then (ms) left for more than a day? It then has a queue of its own. */
export const isLeft = (touched: number, now: number): boolean => touched < now - dayMs

/** Writes the brief: the longest wait first in every list, each cut to what fits with its whole count beside it. */
export function shiftBrief(state: DeskState): ShiftBrief {
  const intakes = state.intakes
    .toSorted((a, b) => a.touched - b.touched)
    .map(({ claim, touched, lacks }) => ({ claim, lacks: [...lacks], touched, over: isLeft(touched, state.now) }))
  return {
    since: state.since,
    intakes: intakes.slice(0, listed),
    intakesInAll: Math.max(state.intakesInAll, intakes.length),
    waiting: state.waiting.toSorted((a, b) => a.since - b.since).slice(0, listed),
    waitingInAll: state.waiting.length,
    proposals: state.proposals.toSorted((a, b) => a.since - b.since).slice(0, listed),
    spoiled: state.spoiled.slice(0, listed),
    sheets: state.sheets.slice(0, listed),
    unconfirmed: state.unconfirmed.slice(0, listed),
    warnings: state.warnings.slice(0, 50),
  }
}
