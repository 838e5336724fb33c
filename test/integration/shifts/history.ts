import { takePack } from '../../../src/main/shifts/paper-packs.ts'
import { acceptShift, handOverShift } from '../../../src/main/shifts/shifts.ts'
import { handoversOf } from '../../../src/main/shifts/view.ts'
import { packNumber } from '../../../src/shared/domain/paper-pack.ts'
import { fail, ok, type Result } from '../../../src/shared/result.ts'
import type { Office } from '../claims/support.ts'

/** Acts of shifts for random histories: `n` (0 to 9) chooses which. */

/** Failures that such an act may meet. */
export const shiftFailures = ['shift.accepted_already', 'desk.not_found'] as const

export function shiftAct({ tools, store, officer }: Office, n: number): Result<unknown> {
  if (n >= 6) return packAct({ tools, store, officer }, n)
  const last = store.first(handoversOf(store.identity()?.device ?? ''))
  if (!last || n % 2 === 0) return handOverShift(tools, officer, { note: 'quiet', warnings: [] })
  return acceptShift(tools, { ...officer, id: store.newId() }, { handoverId: last.id, takeOver: n % 3 === 0 })
}

/** Packs are printed, taken in once or again, and get pages. */
function packAct({ tools, store, officer }: Office, n: number): Result<unknown> {
  const id = store.identity()?.device ?? ''
  const number = packNumber(id, 1 + (n % 2))
  const unprinted = async () => fail('desk.not_found')
  const papers = { ...tools, specimen: false, fonts: unprinted, drawing: { draw: unprinted } }
  const taken = takePack(papers, officer, { text: number, channel: 'inland' })
  if (!taken.ok) return taken
  return store.transact({ actor: officer.id }, (tx) => {
    tx.append({ subject: { kind: 'device', id }, type: 'paper_pack.printed', body: { numbers: [number] } })
    const body = { pack: number, page: 1, arrived: 'a'.repeat(64), original: 'b'.repeat(64), mime: 'image/png' }
    tx.append({ subject: { kind: 'claim', id: taken.value.claimId }, type: 'claim.paper_page_added', body })
    return ok(null)
  })
}
