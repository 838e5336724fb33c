import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/shared/sync/verdict.ts'

const claim = { kind: 'claim', id: 'c1' }
const event = (type: string, bases: string[] = [], body: unknown = {}) => ({ type, subject: claim, body, bases })
const nobody = { holder: () => undefined, lost: () => false }
const heldBy = (id: string) => ({ holder: () => id, lost: () => false })

describe('the place of an event in the stream', () => {
  test('gives a decision to whoever came first', () => {
    expect(judge(event('claim.decided'), nobody)).toEqual({ verdict: 'ok', takes: ['claim/c1/decision'], frees: [] })
    expect(judge(event('claim.decided'), heldBy('e1'))).toEqual({
      verdict: 'superseded',
      why: 'sync.decided_elsewhere',
    })
  })

  test('gives a decision to whoever saw the one that stands', () => {
    expect(judge(event('claim.reopened', ['e1']), heldBy('e1')).verdict).toBe('ok')
    expect(judge(event('claim.reopened', ['e0']), heldBy('e1')).verdict).toBe('superseded')
  })

  test('flags a paper that rests on a decision that lost, and only that', () => {
    const paper = event('document.reserved', ['e2'], { claim: 'c1' })
    expect(judge(paper, { ...nobody, lost: (id) => id === 'e2' }).verdict).toBe('flagged')
    expect(judge(paper, nobody)).toEqual({ verdict: 'ok' })
    expect(judge(event('claim.set', ['e2']), { ...nobody, lost: () => true })).toEqual({ verdict: 'ok' })
  })

  test('never leaves two winners that did not know each other', () => {
    const pushes = fc.array(fc.record({ sees: fc.nat(8) }), { maxLength: 9 })
    fc.assert(
      fc.property(pushes, (events) => {
        let holder: string | undefined
        const winners: { id: string; saw: string[] }[] = []
        for (const [n, { sees }] of events.entries()) {
          const saw = sees < n ? [`e${sees}`] : []
          const judged = judge(event('claim.decided', saw), { holder: () => holder, lost: () => false })
          if (!judged.takes) continue
          holder = `e${n}`
          winners.push({ id: holder, saw })
        }
        for (const [i, winner] of winners.entries()) expect(winner.saw.includes(winners[i - 1]?.id ?? '')).toBe(i > 0)
      }),
    )
  })
})
