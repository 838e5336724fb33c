import { afterEach, describe, expect, test } from 'vitest'
import { headsOf } from '../../../src/main/store/field-heads.ts'
import type { Subject } from '../../../src/shared/domain/event.ts'
import type { Step } from '../../../src/shared/ports.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { openTestStore, type TestStore, testOfficer } from '../../support/store.ts'
import { eventCount, makeToyTables, toyProjection } from '../../support/toy-projection.ts'

let store: TestStore
afterEach(() => store.remove())

/** Fails once, at the first step of that name after it is armed. */
function faultyStep() {
  const names = new Set<string>()
  let failAt: string | undefined
  const step: Step = (name, fn) => {
    names.add(name)
    if (name === failAt) {
      failAt = undefined
      throw new Error('fault')
    }
    return fn()
  }
  return { step, names, arm: (name: string) => (failAt = name), fired: () => failAt === undefined }
}

function command(actor: string): Subject {
  const subject: Subject = { kind: 'claim', id: store.newId() }
  unwrap(
    store.transact({ actor }, (tx) => {
      tx.append({ subject, type: 'claim.opened', body: { label: 'a' } })
      tx.append({ subject, type: 'claim.fields_set', body: { fields: { a: 1 } } })
      tx.append({ subject, type: 'claim.fields_set', body: { fields: { a: 2 } }, bases: headsOf(tx, subject, ['a']) })
      tx.append({ subject, type: 'claim.erased', body: { law: 'test' } })
      tx.raiseSeries('document', eventCount(store))
      return ok(undefined)
    }),
  )
  return subject
}

describe('an error at any step of a command', () => {
  test('undoes it whole, and the same open store goes on as if it had never been', async () => {
    const faults = faultyStep()
    store = openTestStore({ projections: [toyProjection], step: faults.step })
    makeToyTables(store)
    faults.names.clear()
    command(testOfficer)
    const steps = [...faults.names].filter((name) => !name.startsWith('mark.'))
    expect(steps).toEqual(
      expect.arrayContaining(['begin', 'append.event', 'erase.bodies', 'erase.toy', 'raise.series', 'commit']),
    )
    for (const step of steps) {
      const [before, rows] = [eventCount(store), store.dumpProjections()]
      // An officer whom the log has not met: his local number must not outlive the rollback.
      const newcomer = store.newId()
      faults.arm(step)
      expect(() => command(newcomer), step).toThrow('fault')
      expect(faults.fired()).toBe(true)
      expect(eventCount(store)).toBe(before)
      expect(store.dumpProjections()).toEqual(rows)
      command(newcomer)
    }
    expect(await store.check()).toMatchObject({ ok: true })
    const live = store.dumpProjections()
    unwrap(await store.rebuild())
    expect(store.dumpProjections()).toEqual(live)
  })

  test('of a rebuild leaves the tables as they were', async () => {
    const faults = faultyStep()
    store = openTestStore({ projections: [toyProjection], step: faults.step })
    makeToyTables(store)
    unwrap(
      store.transact({ actor: testOfficer }, (tx) =>
        ok(tx.append({ subject: { kind: 'claim', id: tx.newId() }, type: 'claim.opened', body: { label: 'a' } })),
      ),
    )
    const live = store.dumpProjections()
    for (const step of ['rebuild.begin', 'rebuild.clear', 'project.toy', 'rebuild.commit']) {
      faults.arm(step)
      await expect(store.rebuild(), step).rejects.toThrow('fault')
      expect(store.dumpProjections()).toEqual(live)
      expect(store.transact({ actor: testOfficer }, () => ok(1))).toEqual(ok(1))
    }
  })

  test('of the mark’s writing leaves the commit, and the mark catches up', () => {
    const faults = faultyStep()
    store = openTestStore({ step: faults.step })
    const raise = (number: number) =>
      store.transact({ actor: testOfficer }, (tx) => ok(tx.raiseSeries('document', number)))
    unwrap(raise(1))
    for (const step of ['mark.write', 'mark.fsync', 'mark.rename']) {
      faults.arm(step)
      expect(() => raise(2)).toThrow('fault')
      store = store.reopen()
      expect(store.issuing()).toEqual(ok(undefined))
    }
    unwrap(raise(3))
    expect(store.reopen().issuing()).toEqual(ok(undefined))
  })
})
