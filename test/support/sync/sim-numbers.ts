import { numberBlocks, takeLeased, takeNumber } from '../../../src/main/office/numbers.ts'
import { appendDevice } from '../../../src/main/seat/set-up.ts'
import { settleStore } from '../../../src/main/seat/settling.ts'
import { keepLocalNote, localNote } from '../../../src/main/store/local-notes.ts'
import { query } from '../../../src/main/store/query.ts'
import type { Tx } from '../../../src/main/store/types.ts'
import { writeNumber } from '../../../src/shared/domain/numbers.ts'
import { fail, ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { type TestStore, testOfficer } from '../store.ts'
import { me } from './exchange.ts'
import type { MemoryLeases } from './sim-line.ts'
import type { Counters, Dice } from './world.ts'

/** Numbers of papers over all desks of a simulation: each is in the world once its transaction has ended. */
export function createRegister() {
  const given = new Set<string>()
  const twice: string[] = []
  return {
    twice: twice as readonly string[],
    note(number: string) {
      if (given.has(number)) twice.push(number)
      given.add(number)
    },
  }
}
export type Register = ReturnType<typeof createRegister>

interface Giving {
  readonly planted: ReadonlySet<string>
  readonly roll: Dice
  readonly counters: Counters
}

/** How one desk, between two openings of its store, takes numbers: the product's own way, or with the planted bug from memory. */
export function createGiving({ planted, roll, counters }: Giving) {
  let inMemory: number | undefined
  const fromMemory = (tx: Tx): Result<string> => {
    const [block] = numberBlocks(tx).filter(({ series }) => series === 'document')
    if (!block) return fail('claims.numbers_exhausted')
    inMemory ??= Number(localNote(tx, 'planted.next') ?? block.first)
    return ok(writeNumber(block, inMemory++))
  }
  return {
    take: (tx: Tx) => (planted.has('number.memory') ? fromMemory(tx) : takeNumber(tx, 'document')),
    /** With the planted bug it is written down now and then. */
    after(store: TestStore) {
      const next = inMemory
      if (next === undefined || !roll.chance(50)) return
      unwrap(store.transact({ actor: testOfficer }, (tx) => ok(keepLocalNote(tx, 'planted.next', String(next)))))
    },
    /** The database was copied back: an administrator comes sooner or later, and says so. */
    refused(store: TestStore) {
      counters.behind += 1
      if (roll.chance(50)) answerForCopy(store)
    },
  }
}

/** An administrator says what becomes of a database that was copied back; nothing where it was not. */
export function answerForCopy(store: TestStore): void {
  unwrap(settleStore(store, { id: testOfficer, roles: [], jurisdiction: 'office' }, 'copied back'))
}

/** The desk is set up: its office is there, its device has said that it started, and it has the numbers of a file. */
export function setUp(store: TestStore, stream: string, leases: MemoryLeases): void {
  const { device, publicKey } = me(store)
  const office = { id: stream, name_en: 'Office', name_fr: 'Bureau', code: 'lacolle-15', zone: 'America/Toronto' }
  unwrap(
    store.transact({ actor: testOfficer }, (tx) => {
      tx.run(query.insertInto('office').values(office))
      appendDevice(tx, device, { publicKey: Buffer.from(publicKey).toString('base64') })
      return takeLeased(tx, unwrap(leases.lease(device, { series: 'document', req: `file of ${device}` })))
    }),
  )
}
