import type { DeskStatus, OfficerView } from '../../shared/contract/views.ts'
import { officerRow } from '../claims/tools.ts'
import { dateIn, officeOf, settingsOf } from '../office/settings.ts'
import { attentionItems } from '../office/today.ts'
import { query } from '../store/query.ts'
import type { Store } from '../store/types.ts'
import { type Core, type OpenDesk, problemOf } from './core.ts'
import { holds } from './holds.ts'
import { warningsOf } from './warnings.ts'

/** What the window's frame shows. Only an officer at the unlocked desk hears anything of its records. */
export function statusOf(core: Core): DeskStatus {
  const { options } = core
  const phase = core.phase()
  const desk = core.opened()
  const seat = core.session.seat()
  const problem = phase === 'refused' ? problemOf(core) : undefined
  // While the tables are written anew they are half empty.
  const readable = desk && !desk.store.status().rebuilding ? desk : undefined
  const working = phase === 'active' ? readable : undefined
  const office = readable && officeOf(readable.store)
  const officer = readable && seat.officer ? officerAt(readable.store, seat.officer) : undefined
  const zone = office?.zone ?? options.clock.zone()
  return {
    version: options.version,
    host: options.host,
    demo: options.demo,
    kiosk: options.kiosk === true,
    phase,
    warnings: working ? warningsOf(core, working) : [],
    idleLockMinutes: readable ? settingsOf(readable.store).idleLockMinutes : 10,
    today: dateIn(zone, options.clock.now()),
    sync: {
      ...(readable ? core.syncView(readable) : { state: 'no_central' as const, waiting: 0 }),
      attention: working ? attentionFor(working, officer) : 0,
    },
    ...(problem ? { problem } : {}),
    ...(office ? { office } : {}),
    ...(officer ? { officer } : {}),
  }
}

function officerAt(store: Store, id: string): OfficerView | undefined {
  const row = store.first(query.selectFrom('officer').selectAll().where('id', '=', id))
  return row && officerRow(row)
}

/** What waits is work on claims: whoever does none has nothing waiting. */
const attentionFor = (desk: OpenDesk, officer: OfficerView | undefined): number =>
  officer && holds(desk.store, officer, 'today.view') ? attentionItems(desk).length : 0
