import { describe, expect, test } from 'vitest'
import { type ApartHead, packPage, readPage as read } from '../../../src/shared/sync/page.ts'

const readPage = (bytes: Uint8Array) => read(bytes, (text) => Buffer.from(text).toString('utf8'))

const id = (n: number) => `0198c0de-0000-7000-8000-00000000000${n}`
const event = (n: number, salted: number | null) => ({
  ...{ id: id(n), sequence: n, actor: id(9), subject: { kind: 'claim', id: id(8) }, type: 'claim.set', version: 1 },
  ...{ visibility: 'internal', at: 1, hlc: [1, 0] as [number, number], bases: [], salted },
})
const bodies = [20, 16].map((length) => new Uint8Array(length).fill(length))
const head = (): ApartHead => ({
  ...{ epoch: id(7), batches: [], head: 3 },
  events: [
    { position: 1, device: id(6), event: event(1, 20) },
    { position: 2, device: id(6), own: id(5) },
    { position: 3, device: id(6), verdict: 'quarantined', event: event(2, null) },
    { position: 4, device: id(6), event: event(3, 16) },
  ],
})

describe('a page with its bodies apart', () => {
  test('is read as it was packed, each body with its event', () => {
    const page = readPage(packPage(head(), bodies))
    expect(page?.events.map(({ event }) => event && 'salted' in event && event.salted)).toEqual([
      ...[bodies[0], undefined, null, bodies[1]],
    ])
    expect(page).toMatchObject({ epoch: id(7), head: 3, events: [{ position: 1, event: { id: id(1) } }, {}, {}, {}] })
  })

  test('drops what a newer central says besides', () => {
    const newer = { ...head(), news: 1 }
    const page = readPage(packPage(newer, bodies))
    expect(page?.events).toHaveLength(4)
    expect(page).not.toHaveProperty('news')
  })

  test('is none when it was cut anywhere, or has a byte more', () => {
    const bytes = packPage(head(), bodies)
    for (let length = 0; length < bytes.length; length++) expect(readPage(bytes.subarray(0, length))).toBeUndefined()
    expect(readPage(new Uint8Array([...bytes, 0]))).toBeUndefined()
  })

  test('is none when its head is something else', () => {
    expect(readPage(packPage({} as ApartHead, []))).toBeUndefined()
    expect(readPage(packPage(null as unknown as ApartHead, []))).toBeUndefined()
    expect(readPage(new Uint8Array([0, 0, 0, 1, 123]))).toBeUndefined()
    const short = head()
    for (const { event } of short.events) if (event?.salted) event.salted = 15
    expect(readPage(packPage(short, [new Uint8Array(30)]))).toBeUndefined()
  })
})
