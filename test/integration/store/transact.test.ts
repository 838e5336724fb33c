import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { query } from '../../../src/main/store/query.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { openTestStore, type TestStore, testOffice, testOfficer } from '../../support/store.ts'

const author = { actor: testOfficer }
let store: TestStore

beforeEach(() => {
  store = openTestStore()
})
afterEach(() => store.remove())

const open = (label: string) =>
  store.transact(author, (tx) => {
    const id = tx.newId()
    tx.append({ subject: { kind: 'claim', id }, type: 'claim.opened', body: { label } })
    return ok({ kind: 'claim' as const, id })
  })

describe('a transaction', () => {
  test('appends events that can be read back as they were', () => {
    const claim = unwrap(open('first'))
    const [event] = store.timeline(claim)
    expect(event).toMatchObject({
      position: 1,
      sequence: 1,
      stream: testOffice,
      device: store.identity()?.device,
      actor: testOfficer,
      subject: claim,
      type: 'claim.opened',
      version: 1,
      visibility: 'public',
      at: store.clock.now(),
      hlc: { ms: store.clock.now(), counter: 0 },
      bases: [],
      body: { label: 'first' },
    })
    expect(store.event(event?.id ?? '')).toEqual(event)
  })

  test('that fails leaves nothing, and the next one goes on', () => {
    const failed = store.transact(author, (tx) => {
      tx.append({ subject: { kind: 'claim', id: tx.newId() }, type: 'claim.opened', body: { label: 'gone' } })
      return fail('desk.not_allowed')
    })
    expect(failed).toEqual(fail('desk.not_allowed'))
    expect(store.since(0, 10)).toEqual([])
    expect(open('kept').ok).toBe(true)
    expect(store.since(0, 10).map(({ sequence }) => sequence)).toEqual([1])
  })

  test('that throws leaves nothing and hands the error on', () => {
    const bug = () =>
      store.transact(author, (tx) => {
        tx.append({ subject: { kind: 'claim', id: tx.newId() }, type: 'claim.opened', body: { label: 'gone' } })
        throw new Error('bug')
      })
    expect(bug).toThrow('bug')
    expect(store.all(query.selectFrom('subject').selectAll())).toEqual([])
  })

  test('refuses a body that does not fit its type, without naming what was in it', () => {
    const wrong = () =>
      store.transact(author, (tx) =>
        ok(tx.append({ subject: { kind: 'claim', id: tx.newId() }, type: 'claim.opened', body: { label: 5 } })),
      )
    expect(wrong).toThrow('The body of claim.opened does not fit: label (invalid_type)')
  })

  test('refuses to wait, to be nested and to be about the wrong kind of subject', () => {
    const id = store.newId()
    expect(() => store.transact(author, (async () => ok(1)) as never)).toThrow('must not wait')
    expect(() => store.transact(author, () => store.transact(author, () => ok(1)))).toThrow('inside a transaction')
    const wrongKind = { subject: { kind: 'person', id }, type: 'claim.opened', body: { label: '' } } as const
    expect(() => store.transact(author, (tx) => ok(tx.append(wrongKind)))).toThrow('is about claim')
  })

  test('tells listeners after the commit, on the next turn', async () => {
    const heard: string[] = []
    const stop = store.subscribe((events) => heard.push(...events.map(({ type }) => type)))
    open('one')
    expect(heard).toEqual([])
    await new Promise(setImmediate)
    expect(heard).toEqual(['claim.opened'])
    stop()
    open('two')
    await new Promise(setImmediate)
    expect(heard).toHaveLength(1)
  })
})

describe('the clock', () => {
  test('that jumps back never takes the order of events or ids back', () => {
    for (const jump of [0, 5, -3_600_000, 0, 1, 7_200_000]) {
      store.clock.advance(jump)
      open(`after ${jump}`)
    }
    const events = store.reopen().since(0, 10)
    const times = events.map(({ hlc }) => hlc.ms * 1000 + hlc.counter)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(new Set(times).size).toBe(events.length)
    const ids = events.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    expect(events[2]?.at).toBeLessThan(events[1]?.at ?? 0)
  })
})
