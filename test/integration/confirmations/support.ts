import { confirmationPage } from '../../../src/main/confirmations/list.ts'
import { previewImport, takeInRows } from '../../../src/main/confirmations/take-in.ts'
import { confirmationView } from '../../../src/main/confirmations/view.ts'
import { workOn } from '../../../src/main/confirmations/work.ts'
import type { ConfirmationWork } from '../../../src/shared/contract/desk/confirmations.ts'
import type { ImportMapping } from '../../../src/shared/domain/confirmation/import-columns.ts'
import { unwrap } from '../../../src/shared/result.ts'
import type { Office } from '../claims/support.ts'

/** Takes a whole file in, as the window does: some rows a call. */
export function importAll({ tools, officer }: Office, bytes: Uint8Array, count = 500, known?: ImportMapping) {
  const mapping = known ?? unwrap(previewImport(tools, bytes)).mapping
  const refused = []
  let taken = 0
  for (let from = 0; ; ) {
    const step = unwrap(takeInRows(tools, officer, { bytes, mapping, from, count }))
    taken += step.taken
    refused.push(...step.refused)
    from = step.done
    if (step.done === step.rows) return { taken, refused }
  }
}

/** The person with that client ID. */
export const personOf = ({ tools }: Office, clientId: string): string =>
  confirmationPage(tools, { text: clientId, limit: 1 }).rows[0]?.confirmationId ?? ''

export const viewOf = ({ tools }: Office, id: string) => unwrap(confirmationView(tools, id))

/** Does these acts one after the other; fails the test where one is refused. */
export function does({ tools, officer }: Office, id: string, ...works: readonly ConfirmationWork[]): void {
  for (const work of works) unwrap(workOn(tools, officer, id, work))
}

export const home = { line1: '12 Rideau Street', city: 'Ottawa', province: 'on', postalCode: 'k1n9j7', country: 'CAN' }
