import { acceptShift, handOverShift } from '../../../src/main/shifts/shifts.ts'
import { handoversOf } from '../../../src/main/shifts/view.ts'
import type { Result } from '../../../src/shared/result.ts'
import type { Office } from '../claims/support.ts'

/** Acts of shifts for random histories: `n` (0 to 9) chooses which. */

/** Failures that such an act may meet. */
export const shiftFailures = ['shift.accepted_already'] as const

export function shiftAct({ tools, store, officer }: Office, n: number): Result<unknown> {
  const last = store.first(handoversOf(store.identity()?.device ?? ''))
  if (!last || n % 2 === 0) return handOverShift(tools, officer, { note: 'quiet', warnings: [] })
  return acceptShift(tools, { ...officer, id: store.newId() }, { handoverId: last.id, takeOver: n % 3 === 0 })
}
