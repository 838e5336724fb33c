import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { catalogue, type EventName } from '../../../src/shared/domain/catalogue.ts'
import type { ConfirmationFacts } from '../../../src/shared/domain/confirmation/facts.ts'
import { type ConfirmationEvent, fold } from '../../../src/shared/domain/confirmation/fold.ts'
import { confirmationPersonView } from '../../../src/shared/portal/confirmation-view.ts'
import { claimantView } from '../../../src/shared/portal/view.ts'
import { wholeWay } from '../../support/confirmation-events.ts'

const marker = 'WRITTEN FREELY'

/** Strings that a sentence may name: places, numbers and rules; and what the person, or a message to them, says. */
const named = new Set([
  ...['place', 'number', 'applicationNumber', 'rule', 'tracking', 'city', 'item', 'name', 'subject', 'title', 'code'],
])
const theirOwn = new Set(['claim.correction_sent'])

interface Shape {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly items?: Shape
  readonly propertyNames?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
}

const formats: Readonly<Record<string, string>> = {
  date: '2026-12-01',
  uuid: '0198c0de-0000-7000-8000-00000000dead',
  'date-time': '2026-12-01T15:00:00.000Z',
  email: 'rana@example.ca',
}

/** A body with every field, the marker in every string that may hold anything; `at`: which of several choices. */
function bodyOf(shape: Shape, at: 0 | -1, name = ''): unknown {
  const choices = shape.enum ?? (shape.const === undefined ? undefined : [shape.const])
  if (choices) return choices.at(at)
  const shapes = shape.anyOf ?? shape.oneOf
  if (shapes) return bodyOf(shapes.at(at) ?? {}, at, name)
  if (shape.type === 'null') return null
  if (shape.type === 'boolean') return at === 0
  if (shape.type === 'integer' || shape.type === 'number') return 1
  if (shape.type === 'array') return [bodyOf(shape.items ?? {}, at, name)]
  if (shape.propertyNames?.enum) return { [String(shape.propertyNames.enum.at(at))]: null }
  if (shape.type === 'object')
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([key, inner]) => [
        key,
        bodyOf(inner, at, named.has(name) ? name : key),
      ]),
    )
  if (shape.format) return formats[shape.format] ?? ''
  return shape.pattern ? '09:30' : named.has(name) ? 'named' : marker
}

const publicTypes = (Object.keys(catalogue) as EventName[]).filter((type) => catalogue[type].visibility === 'public')
const cases = publicTypes.flatMap((type) => [[type, 0] as const, [type, -1] as const])
const bodyFor = (type: EventName, at: 0 | -1) =>
  bodyOf(z.toJSONSchema(catalogue[type].body, { unrepresentable: 'any' }) as Shape, at)

const facts = fold(undefined, wholeWay[0] as ConfirmationEvent) as ConfirmationFacts

describe('a person’s timeline', () => {
  test.each(cases)('tells %s (%i) without what an officer wrote', (type, at) => {
    const body = bodyFor(type, at)
    const event = { id: 'e', type, subject: { kind: 'claim', id: 'c' }, at: 1, hlc: { ms: 1, counter: 0 }, body }
    const told =
      catalogue[type].about === 'confirmation'
        ? confirmationPersonView(facts, [{ type, visibility: 'public', at: 1, body, after: facts }], '2026-12-02')
        : claimantView('c', [event], '2026-12-02')
    expect(told.timeline).toHaveLength(type.startsWith('appointment.attendance_') ? 0 : 1)
    const said = told.timeline.flatMap(({ text }) => [text.en, text.fr])
    for (const text of said) {
      expect(text).not.toMatch(/undefined|null|\[object|[.,:] ?$/)
      if (!theirOwn.has(type)) expect(text).not.toContain(marker)
    }
  })

  test('of a confirmation tells that its photo was reopened, not why', () => {
    const body = { decision: '1', reason: marker }
    const event = { type: 'photo.reopened', visibility: 'public', at: 1, body, after: facts }
    expect(confirmationPersonView(facts, [event], '2026-12-02').timeline.map(({ text }) => text.en)).toEqual([
      'Photo reopened',
    ])
  })

  test('leaves out what is not the person’s to see, and names what a newer program wrote', () => {
    const of = (type: string, body: unknown) =>
      claimantView(
        'c',
        [{ id: 'e', type, subject: { kind: 'claim', id: 'c' }, at: 1, hlc: { ms: 1, counter: 0 }, body }],
        '2026-12-02',
      ).timeline
    expect(of('claim.not_same_person', { reason: marker })).toEqual([])
    expect(of('claim.teleported', { reason: marker })[0]?.text.en).toContain('newer version')
    expect(of('claim.reinstated', null)[0]?.text.en).toBe('Contents erased')
  })
})
