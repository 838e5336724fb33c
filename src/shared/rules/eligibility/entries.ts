import { addYears, type DayRange, dayRange, daysBetween, type IsoDate } from '../dates.ts'
import type { Entry } from './facts.ts'
import type { Verdict } from './logic.ts'
import type { FactReader } from './reader.ts'

/** A history of entries judged on a claim date: what is certain, what a missing or imprecise entry leaves open. */
export interface EntryJudgement {
  readonly verdict: Verdict
  /** The entry that decides, where one does; its range of days. */
  readonly decisive?: DatedEntry
  readonly disputed: boolean
}

export interface DatedEntry {
  readonly entry: Entry
  readonly days: DayRange
}

/** First entries up to this day do not start the year of IRPA s. 101(1)(b.1). */
export const oneYearBarAfter = '2020-06-24'

/** IRPR s. 159.4(1.1): a claim made less than this many days after the day of entry. */
export const crossingWindowDays = 14

/** Did the claim come more than a year after the first entry after 2020-06-24 (IRPA s. 101(1)(b.1), (1.1))? */
export function afterOneYear(facts: FactReader, claimDate: IsoDate): EntryJudgement {
  return judge(facts, {
    proves: ({ days }) => days.earliest > oneYearBarAfter && claimDate > addYears(days.latest, 1),
    excludes: ({ days }) => days.latest <= oneYearBarAfter || claimDate <= addYears(days.earliest, 1),
    irrelevant: () => false,
  })
}

/** Did the person cross the land border outside a port of entry 14 days or more before the claim (s. 101(1)(b.2))? */
export function crossedBeforeWindow(facts: FactReader, claimDate: IsoDate): EntryJudgement {
  return judge(facts, {
    proves: ({ entry, days }) => isCrossing(entry) && daysBetween(days.latest, claimDate) >= crossingWindowDays,
    excludes: ({ days }) => daysBetween(days.earliest, claimDate) < crossingWindowDays,
    irrelevant: isOtherManner,
  })
}

/** Did the person cross the land border outside a port of entry less than 14 days before the claim (IRPR 159.4(1.1))? */
export function crossedWithinWindow(facts: FactReader, claimDate: IsoDate): EntryJudgement {
  return judge(facts, {
    proves: ({ entry, days }) =>
      isCrossing(entry) && days.latest <= claimDate && daysBetween(days.earliest, claimDate) < crossingWindowDays,
    excludes: ({ days }) => days.earliest > claimDate || daysBetween(days.latest, claimDate) >= crossingWindowDays,
    irrelevant: isOtherManner,
  })
}

/** Is another entry, up to the claim, certainly later than this one? Then which of them counts needs a person's eye. */
export function hasLaterEntry(facts: FactReader, decisive: DatedEntry, claimDate: IsoDate): boolean {
  return dated(facts.get('entries') ?? []).some(
    ({ days }) => days.earliest > decisive.days.latest && days.latest <= claimDate,
  )
}

interface Test {
  /** This entry alone makes it so, whatever else is true. */
  readonly proves: (entry: DatedEntry) => boolean
  /** This entry cannot make it so, on any of the days that it may mean. */
  readonly excludes: (entry: DatedEntry) => boolean
  /** This entry cannot make it so, whatever its day. */
  readonly irrelevant: (entry: Entry) => boolean
}

function judge(facts: FactReader, test: Test): EntryJudgement {
  const entries = facts.get('entries')
  if (!entries) return { verdict: ['entries'], disputed: false }
  const disputed = entries.some((each) => each.disputed && !test.irrelevant(each))
  const decisive = dated(entries).filter(test.proves).sort(byDay)[0]
  if (decisive) return { verdict: true, decisive, disputed }
  const open = entries.filter((each) => !test.irrelevant(each)).some((each) => !isExcluded(each, test))
  return { verdict: open ? ['entries'] : isWholeHistory(facts, entries), disputed }
}

/** Only a complete list shows that something did *not* happen; whoever claims inland has entered at least once. */
function isWholeHistory(facts: FactReader, entries: readonly Entry[]): Verdict {
  const complete = facts.get('entriesComplete')
  if (complete === undefined) return ['entriesComplete']
  if (!complete) return ['entries']
  if (entries.length > 0) return false
  const inland = facts.test('claimPlace', (place) => place === 'inland')
  return inland === true ? ['entries'] : inland
}

const isCrossing = (entry: Entry) => entry.manner === 'between_poes'

const isOtherManner = (entry: Entry) => entry.manner !== undefined && !isCrossing(entry)

const isExcluded = (entry: Entry, test: Test) => dated([entry]).some(test.excludes)

const dated = (entries: readonly Entry[]): readonly DatedEntry[] =>
  entries.flatMap((entry) => (entry.date === undefined ? [] : [{ entry, days: dayRange(entry.date) }]))

const byDay = (a: DatedEntry, b: DatedEntry) => (a.days.latest < b.days.latest ? -1 : 1)
