import { expect, test } from 'vitest'
import { proposedEntry } from '../../../src/shared/domain/entry-proposal.ts'

const at = { channel: 'port_of_entry', claimDate: '2026-11-22' } as const

test.each([
  ['lacolle-15', 'land_poe'],
  ['yul', 'airport'],
  ['yarmouth', 'harbour'],
  ['vancouver-pacific-central', 'train_poe'],
])('at %s an entry there, on the day of the claim, is proposed', (place, manner) => {
  expect(proposedEntry(at, place, '2026-11-23')).toEqual({ date: '2026-11-22', manner, place })
})

test('nothing is proposed inland, for an inland claim, for an unknown office, or beside an entry', () => {
  const entries = [{ date: '2026-11-01', manner: 'between_poes' as const }]
  expect(proposedEntry(at, 'inland-montreal', '2026-11-23')).toBeUndefined()
  expect(proposedEntry({ ...at, channel: 'inland' }, 'yul', '2026-11-23')).toBeUndefined()
  expect(proposedEntry(at, 'nowhere', '2026-11-23')).toBeUndefined()
  expect(proposedEntry({ ...at, entries }, 'yul', '2026-11-23')).toBeUndefined()
  expect(proposedEntry({ ...at, entries: [] }, 'yul', '2026-11-23')).toBeDefined()
})

test('without a day of the claim the entry is proposed for today', () => {
  expect(proposedEntry({ channel: 'port_of_entry' }, 'yul', '2026-11-23')?.date).toBe('2026-11-23')
})
