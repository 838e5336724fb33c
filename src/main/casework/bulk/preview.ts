import type { BulkPreview, OfficerView } from '../../../shared/contract/views.ts'
import type { BulkAct } from '../../../shared/domain/bulk.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, type Result } from '../../../shared/result.ts'
import { claimRows, rowView } from '../../claims/rows.ts'
import type { Tools } from '../../claims/tools.ts'
import { actOn } from './acts.ts'

/**
 * What would become of each claim: the commands themselves are run, one after the other as they would be, and then
 * everything is undone. So a preview cannot say anything else than what will happen, short of what others do meanwhile.
 */
export function previewBulk(
  tools: Tools,
  officer: OfficerView,
  claimIds: readonly Uuid[],
  act: BulkAct,
): Result<BulkPreview> {
  let said: BulkPreview | undefined
  const undone = tools.store.transact({ actor: officer.id }, (tx) => {
    const trying = { ...tools, store: { ...tools.store, transact: within(tx) } }
    said = rehearse(trying, officer, [...new Set(claimIds)], act)
    return fail('casework.only_tried')
  })
  return said ? { ok: true, value: said } : (undone as Result<never>)
}

/** Commands that would each begin a transaction run inside the one that is undone. */
const within =
  (tx: Parameters<Parameters<Tools['store']['transact']>[1]>[0]): Tools['store']['transact'] =>
  (_, work) =>
    work(tx)

function rehearse(tools: Tools, officer: OfficerView, claimIds: readonly Uuid[], act: BulkAct): BulkPreview {
  const rows = new Map(
    tools.store.all(claimRows().where('claim.id', 'in', claimIds)).map((row) => [row.id, rowView(row)] as const),
  )
  const along = new Map<Uuid, string>()
  return {
    rows: claimIds.flatMap((claimId): BulkPreview['rows'] => {
      const row = rows.get(claimId)
      if (!row) return []
      const who = { claimId, number: row.applicationNumber, name: nameLine(row) }
      const taken = along.get(claimId)
      if (taken) return [{ ...who, along: taken }]
      const done = actOn(tools, officer, claimId, act)
      if (!done.ok) return [{ ...who, refused: done.failure }]
      for (const other of done.value.claims) along.set(other, row.applicationNumber)
      return [{ ...who, will: done.value.text }]
    }),
  }
}
