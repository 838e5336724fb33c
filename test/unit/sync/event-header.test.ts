import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { commitmentOf, eventHash } from '../../../src/main/store/log/header.ts'
import { unpackIds, uuidBytes, uuidText } from '../../../src/main/store/log/uuid.ts'
import { chainStart, type EventHeader, headerBytes, packIds } from '../../../src/shared/sync/event-header.ts'

const id = (n: number) => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`
const header: EventHeader = {
  id: uuidBytes(id(1)),
  stream: uuidBytes(id(2)),
  device: uuidBytes(id(3)),
  sequence: 7,
  actor: uuidBytes(id(4)),
  subject: { kind: 'claim', id: uuidBytes(id(5)) },
  type: 'claim.opened',
  version: 1,
  visibility: 'public',
  at: 1_795_442_400_000,
  hlc: { ms: 1_795_442_400_001, counter: 2 },
  bases: packIds([id(7), id(6)]),
}

/** Written by hand from the description in event-header.ts, as another program would. */
function byTheBook(): Buffer {
  const part = (hex: string) =>
    Buffer.concat([Buffer.from((hex.length / 2).toString(16).padStart(8, '0'), 'hex'), Buffer.from(hex, 'hex')])
  const text = (value: string) => part(Buffer.from(value).toString('hex'))
  const uuid = (n: number) => part(id(n).replaceAll('-', ''))
  const hex64 = (value: number) => value.toString(16).padStart(16, '0')
  return Buffer.concat([
    text('passerelle/event/1'),
    uuid(1),
    uuid(2),
    uuid(3),
    part(hex64(7)),
    uuid(4),
    text('claim'),
    uuid(5),
    text('claim.opened'),
    part(hex64(1)),
    text('public'),
    part(hex64(1_795_442_400_000)),
    part(hex64(1_795_442_400_001) + hex64(2)),
    part(`${id(6)}${id(7)}`.replaceAll('-', '')),
  ])
}

describe('the legal record', () => {
  test('has the bytes that its description says', () => {
    expect(Buffer.from(headerBytes(header)).toString('hex')).toBe(byTheBook().toString('hex'))
  })

  test('has these hashes for ever', () => {
    const salt = Buffer.alloc(16, 1)
    const commitment = commitmentOf(salt, Buffer.from('{"label":"Łukasz"}'))
    const book = createHash('sha256').update(salt).update('{"label":"Łukasz"}').digest()
    expect(Buffer.compare(commitment, book)).toBe(0)
    const hash = createHash('sha256').update(Buffer.alloc(32)).update(byTheBook()).update(book).digest('hex')
    expect(Buffer.from(eventHash(chainStart, header, commitment)).toString('hex')).toBe(hash)
    expect(hash).toMatchInlineSnapshot(`"439724750dc92f7d8d90a20706e499a872db2b1f855eaf401446fadc236ffb0f"`)
  })

  test('is the same whether its ids come as text or as bytes', () => {
    const asText = { ...header, id: id(1), stream: id(2), device: id(3), actor: id(4), bases: [id(6), id(7), id(6)] }
    expect(headerBytes({ ...asText, subject: { kind: 'claim', id: id(5) } })).toEqual(headerBytes(header))
  })

  test('changes with every part of it', () => {
    const hash = (changes: Partial<EventHeader>) =>
      Buffer.from(eventHash(chainStart, { ...header, ...changes }, chainStart)).toString('hex')
    const changed = [
      hash({}),
      ...(['id', 'stream', 'device', 'actor'] as const).map((name) => hash({ [name]: uuidBytes(id(99)) })),
      hash({ sequence: 8 }),
      hash({ subject: { kind: 'claim', id: id(99) } }),
      hash({ subject: { kind: 'person', id: id(5) } }),
      hash({ type: 'claim.openedp' }),
      hash({ type: 'claim.opene', visibility: 'dpublic' }),
      hash({ version: 2 }),
      hash({ visibility: 'internal' }),
      hash({ at: 0 }),
      hash({ hlc: { ms: 0, counter: 2 } }),
      hash({ hlc: { ms: 1_795_442_400_001, counter: 3 } }),
      hash({ bases: packIds([id(6)]) }),
    ]
    expect(new Set(changed).size).toBe(changed.length)
  })

  test('holds bases as a set: order and repetition do not matter', () => {
    expect(packIds([id(2), id(1), id(2).toUpperCase()])).toEqual(packIds([id(1), id(2)]))
    expect(unpackIds(packIds([id(2), id(1)]))).toEqual([id(1), id(2)])
    expect(uuidText(uuidBytes(id(1)))).toBe(id(1))
  })
})
