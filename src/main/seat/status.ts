import type { DeskStatus } from '../../shared/contract/views.ts'
import type { Failure } from '../../shared/errors.ts'
import { officerRow } from '../claims/tools.ts'
import { dateIn, officeOf, settingsOf } from '../office/settings.ts'
import { readySheets } from '../office/stock.ts'
import { attentionItems } from '../office/today.ts'
import { query } from '../store/query.ts'
import type { Store } from '../store/types.ts'
import type { Core, OpenDesk } from './core.ts'

/** What the window's frame shows. Only a signed-in officer's desk tells anything of its records. */
export function statusOf(core: Core): DeskStatus {
  const { options } = core
  const phase = core.phase()
  const desk = core.opened()
  const seat = core.session.seat()
  const setUp = core.isSetUp()
  const problem = setUp.ok ? core.problem() : setUp.failure
  const office = desk && officeOf(desk.store)
  const zone = office?.zone ?? options.clock.zone()
  return {
    version: options.version,
    host: options.host,
    demo: options.demo,
    phase,
    warnings: desk && phase === 'active' ? warningsOf(desk) : [],
    idleLockMinutes: desk ? settingsOf(desk.store).idleLockMinutes : 10,
    today: dateIn(zone, options.clock.now()),
    sync: { state: 'no_central', waiting: 0, attention: desk && phase === 'active' ? attentionItems(desk).length : 0 },
    ...(problem ? { problem } : {}),
    ...(office ? { office } : {}),
    ...(desk && seat.officer ? officerPart(desk.store, seat.officer) : {}),
  }
}

function officerPart(store: Store, id: string): Pick<DeskStatus, 'officer'> {
  const row = store.first(query.selectFrom('officer').selectAll().where('id', '=', id))
  return row ? { officer: officerRow(row) } : {}
}

/** Standing warnings of an open desk. */
function warningsOf({ store, keys }: OpenDesk): Failure[] {
  const { stockWarnAt } = settingsOf(store)
  const left = readySheets(store, stockWarnAt + 1).length
  const issuing = store.issuing()
  const { access } = store.status()
  return [
    ...(issuing.ok ? [] : [issuing.failure]),
    ...(keys.fileIntact ? [] : [{ code: 'officers.key_file_changed', params: {} } as const]),
    ...(access.failure ? [access.failure] : []),
    ...(left < stockWarnAt ? [{ code: 'stock.low', params: { left } } as const] : []),
  ]
}
