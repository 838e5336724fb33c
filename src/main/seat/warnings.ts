import type { NumberSeries, SyncView } from '../../shared/contract/views.ts'
import { numberSeries } from '../../shared/domain/vocabulary.ts'
import type { ErrorCode, Failure } from '../../shared/errors.ts'
import { numberBlocks } from '../office/numbers.ts'
import { settingsOf } from '../office/settings.ts'
import { readySheets } from '../office/stock.ts'
import { backupHealth } from '../schedule/backup-health.ts'
import { query } from '../store/query.ts'
import type { Core, OpenDesk } from './core.ts'

/** Fewer numbers left than this: a morning's work at a busy port of entry, and a file takes days to come. */
const fewNumbers = 100
/** A backup is made every day; a long weekend may pass without one. */
const overdueDays = 4
/** As far as time services set a clock back. */
const clockToleranceMs = 5 * 60_000

/** The standing warnings of an open desk, the gravest first. */
export function warningsOf(core: Core, desk: OpenDesk): Failure[] {
  const issuing = desk.store.issuing()
  const { access } = desk.store.status()
  const keyed = core.options.demo ? undefined : core.door.slots.exists()
  return [
    ...(issuing.ok ? [] : [issuing.failure]),
    ...(keyed && !keyed.ok ? [keyed.failure] : []),
    ...(keyed?.ok && !keyed.value ? [warning('officers.key_file_missing')] : []),
    ...(desk.keyFileChanged ? [warning('officers.key_file_changed')] : []),
    ...(access.failure ? [access.failure] : []),
    ...syncWarnings(core.syncView(desk)),
    ...clockWarning(desk),
    ...(core.options.demo ? [] : backupWarnings(desk)),
    ...numberWarnings(desk),
    ...sheetWarning(desk),
  ]
}

const warning = (code: ErrorCode, params: Failure['params'] = {}): Failure => ({ code, params })

/** A countdown is shown in its last week. */
const soonDays = 7

/** What the central said of this desk that somebody has to act on. */
function syncWarnings({ state, problem, daysLeft, ended, stale, clockOffMinutes }: SyncView): Failure[] {
  const soon = stale && !ended && daysLeft !== undefined && daysLeft <= soonDays
  return [
    ...(ended ? [warning('sync.lease_ended')] : []),
    ...(soon ? [warning('sync.lease_soon', { days: daysLeft })] : []),
    ...(state === 'not_enrolled' ? [warning('sync.not_enrolled')] : []),
    ...(problem?.code === 'sync.client_too_old' || problem?.code === 'sync.refused' ? [problem] : []),
    ...(clockOffMinutes === undefined ? [] : [warning('sync.clock_off', { minutes: Math.abs(clockOffMinutes) })]),
  ]
}

/** The newest event's logical clock has never been behind any event before it. */
function clockWarning({ store, clock }: OpenDesk): Failure[] {
  const newest = store.first(query.selectFrom('event').select('hlc_ms').orderBy('position', 'desc').limit(1))
  const behind = (newest?.hlc_ms ?? 0) - clock.now()
  return behind > clockToleranceMs ? [warning('desk.clock_behind', { minutes: Math.round(behind / 60_000) })] : []
}

function backupWarnings({ store, clock }: OpenDesk): Failure[] {
  if (!settingsOf(store).backupFolder) return [warning('backup.no_folder')]
  const { failure, goodAt } = backupHealth(store)
  const days = goodAt === undefined ? 0 : Math.floor((clock.now() - goodAt) / 86_400_000)
  return [...(failure ? [failure] : []), ...(days >= overdueDays ? [warning('backup.overdue', { days })] : [])]
}

const codeOf = {
  application: 'numbers.applications_low',
  client: 'numbers.clients_low',
  document: 'numbers.documents_low',
} as const satisfies Record<NumberSeries, ErrorCode>

function numberWarnings({ store }: OpenDesk): Failure[] {
  const blocks = numberBlocks(store)
  return numberSeries.flatMap((series) => {
    const left = blocks.filter((block) => block.series === series).reduce((sum, block) => sum + block.left, 0)
    return left < fewNumbers ? [warning(codeOf[series], { left })] : []
  })
}

function sheetWarning({ store }: OpenDesk): Failure[] {
  const { stockWarnAt } = settingsOf(store)
  const left = readySheets(store, stockWarnAt + 1).length
  return left < stockWarnAt ? [warning('stock.low', { left })] : []
}
