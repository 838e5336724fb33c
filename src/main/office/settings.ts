import type { SampleSettings } from '../../shared/domain/quality-sample.ts'
import { type CheckName, checkNames } from '../../shared/domain/vocabulary.ts'
import { allGuides, settingPrefix } from '../../shared/guides/guide.ts'
import type { Bilingual } from '../../shared/language.ts'
import { deadlineTable } from '../../shared/rules/deadlines/table.ts'
import type { DeadlineChange, DeadlineSettings } from '../../shared/rules/index.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** The office that this desk belongs to, and the settings that its administrators chose. */

export interface Office {
  readonly id: string
  readonly name: Bilingual
  readonly code: string
  /** IANA time zone: the office's days are counted in it. */
  readonly zone: string
}

export interface OfficeSettings {
  readonly idleLockMinutes: number
  /** Others' work is asked for at least this often while the central service answers, minutes. */
  readonly pullMinutes: number
  /** A second factor is asked for once in so many hours. */
  readonly shiftHours: number
  /** Days to file the Basis of Claim Form: the RPD's practice (45) or the regulation (15). */
  readonly bocRule: 'boc.poe.practice' | 'boc.poe.statutory'
  readonly backupFolder: string | null
  /** Photos that are put here are taken into the queue. */
  readonly photoImportFolder: string | null
  readonly stockWarnAt: number
  readonly requireSearchBeforeDocument: boolean
  readonly checksBeforeDocument: readonly CheckName[]
  readonly unavailableChecksAllowed: boolean
  /** An ineligible decision takes two officers. */
  readonly secondOfficerForIneligible: boolean
  /** Later practice: whoever applied through the portal keeps that account for the confirmation. */
  readonly reusePortalAccounts: boolean
  /** Weeks that an incomplete claim takes longer, as the person is told. */
  readonly incompleteDelay: { readonly from: number; readonly to: number } | null
  /** An interview is to take place within so many open days of the office. */
  readonly interviewWithinDays: number
  /** Slots offered to a person are held for so many hours. */
  readonly offerHoldHours: number
  /** Days in which an electronic confirmation can be downloaded. */
  readonly ecoprDays: number
  /** Which decisions a supervisor looks at. */
  readonly qualitySample: SampleSettings
  /** Periods that count otherwise than the program's table, from a day on. */
  readonly deadlineChanges: readonly DeadlineChange[]
  /** Ed25519 public key of the facility that makes cards, 64 hex digits: no other's files are taken. */
  readonly cardFacilityKey: string | null
}

const defaults: OfficeSettings = {
  idleLockMinutes: 10,
  pullMinutes: 1,
  shiftHours: 12,
  bocRule: 'boc.poe.practice',
  backupFolder: null,
  photoImportFolder: null,
  stockWarnAt: 50,
  requireSearchBeforeDocument: true,
  checksBeforeDocument: checkNames,
  unavailableChecksAllowed: true,
  secondOfficerForIneligible: true,
  reusePortalAccounts: false,
  incompleteDelay: null,
  interviewWithinDays: 10,
  offerHoldHours: 72,
  ecoprDays: 30,
  qualitySample: { percent: 5, seed: 'passerelle' },
  deadlineChanges: [],
  cardFacilityKey: null,
}

/** The settings, defaults where nothing was chosen. */
export function settingsOf(reader: Reader): OfficeSettings {
  const rows = reader.all(query.selectFrom('setting').selectAll()).filter(({ name }) => !isGuide(name))
  const chosen = Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]))
  return { ...defaults, ...chosen }
}

/** Guides are read by country (guides.ts), not with every look at the settings. */
const isGuide = (name: string): boolean => name === allGuides || name.startsWith(settingPrefix)

/** How this office counts deadlines. */
export function deadlineSettingsOf(reader: Reader): DeadlineSettings {
  const { bocRule, deadlineChanges } = settingsOf(reader)
  return { preferred: { 'boc.poe': bocRule }, changes: deadlineChanges }
}

/** How many weeks longer the review takes while something is missing, as the person is told: as chosen, else as the table says. */
export function incompleteDelayOf(reader: Reader): { readonly from: number; readonly to: number } {
  const { earliest, count } = deadlineTable['incomplete.delay']
  return settingsOf(reader).incompleteDelay ?? { from: earliest, to: count }
}

/** The desk's office. Throws before set-up (a bug of the caller). */
export function officeOf(reader: Reader): Office {
  const row = reader.first(query.selectFrom('office').selectAll().limit(1))
  if (!row) throw new Error('No office: the desk was not set up')
  return { id: row.id, name: { en: row.name_en, fr: row.name_fr }, code: row.code, zone: row.zone }
}

export { dateIn } from '../../shared/rules/dates.ts'
