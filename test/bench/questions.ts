import { claimPage } from '../../src/main/claims/rows.ts'
import { searchClaims } from '../../src/main/claims/search.ts'
import { hallView } from '../../src/main/hall/list.ts'
import { todayView } from '../../src/main/office/today.ts'
import { query } from '../../src/main/store/query.ts'
import type { Store } from '../../src/main/store/types.ts'
import { type Timing, timed } from './measure.ts'
import { demoPerson } from './samples.ts'
import { fillWaitingRoom } from './waiting-room.ts'

const rounds = 300

/** Times every question that officers ask of the store. */
export function askEverything(
  store: Store,
  clock: { now(): number; zone(): string },
  cases: number,
  officers: readonly string[],
): Record<string, Timing> {
  const some = Array.from({ length: rounds }, (_, i) => demoPerson(Math.floor((i * cases) / rounds)))
  const words = some.map(({ person }) => person.familyName ?? person.givenNames ?? 'x')
  const letters = (word: string, from: number, to?: number) => [...word].slice(from, to).join('')
  const find = (text: string) => searchClaims(store, text, 50)
  const deep = `${deepPlace(store, cases)}`
  const officer = { id: officers[1] ?? '', roles: ['border_officer' as const], jurisdiction: 'office' as const }
  fillWaitingRoom(store, officer.id)
  return {
    list: timed(some, () => claimPage(store, { limit: 50 })),
    'list, deep': timed(some, () => claimPage(store, { limit: 50, after: deep })),
    'list, one state': timed(some, () => claimPage(store, { limit: 50, states: ['undecided'] })),
    'list, mine in work': timed(some, () =>
      claimPage(store, { limit: 50, owner: officer.id, states: ['intake', 'undecided', 'suspended'] }),
    ),
    number: timed(some, (one) => find(`W${100_000_000 + one.index}`)),
    'prefix 1': timed(words, (word) => find(letters(word, 0, 1))),
    'prefix 2': timed(words, (word) => find(letters(word, 0, 2))),
    'prefix 3': timed(words, (word) => find(letters(word, 0, 3))),
    'prefix 4': timed(words, (word) => find(letters(word, 0, 4))),
    'whole name': timed(words, find),
    'substring 4': timed(words, (word) => find(letters(word, 1, 5))),
    'substring 3': timed(words, (word) => find(letters(word, 2, 5))),
    phonetic: timed(words, (word) => find(misspelt(word))),
    'two letters': timed(['Li', 'Wu', 'Ng', 'An', 'Oo', 'Ma', 'Xu', 'Yu'], find),
    combined: timed(some, ({ person }) =>
      find(`${letters(person.familyName ?? '', 0, 4)} ${letters(person.givenNames ?? '', 0, 3)}`),
    ),
    nothing: timed(words, (word) => find(`zzq${word}`)),
    today: timed(some.slice(0, 50), () => todayView({ store, clock }, officer)),
    'waiting room': timed(some.slice(0, 50), () => hallView({ store, clock }, officer)),
  }
}

/** Where the middle of the list begins. */
function deepPlace(store: Store, cases: number): string {
  const row = store.first(
    query
      .selectFrom('claim')
      .select(['updated_ms', 'n'])
      .orderBy('updated_ms', 'desc')
      .orderBy('n', 'desc')
      .offset(cases >> 1)
      .limit(1),
  )
  return row ? `${row.updated_ms}.${row.n}` : ''
}

/** The name as somebody writes it who only heard it. */
const misspelt = (word: string): string =>
  word
    .replace(/ph/gi, 'f')
    .replace(/ou/gi, 'u')
    .replace(/ee/gi, 'i')
    .replace(/c(?=[aou])/gi, 'k')
    .replace(/([a-z])\1/gi, '$1')
