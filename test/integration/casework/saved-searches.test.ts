import { expect, test } from 'vitest'
import { dropSearch, savedSearches, saveSearch } from '../../../src/main/casework/saved-searches.ts'
import { searchFilter } from '../../../src/shared/domain/saved-search.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { caseworkOffice, enrol } from './support.ts'

test('an officer sees their own searches and the shared ones, and drops their own; a supervisor drops what is shared', async () => {
  const office = caseworkOffice()
  const { tools } = office
  const [ana, ben, sol] = [
    enrol(office, 'Ana', 'caseworker'),
    enrol(office, 'Ben', 'caseworker'),
    enrol(office, 'Sol', 'supervisor'),
  ]
  const filter = { queue: 'to_decide', whose: 'mine' } as const
  unwrap(saveSearch(tools, ana, { name: 'My decisions', filter, shared: false }))
  unwrap(saveSearch(tools, ana, { name: 'Decisions', filter, shared: true }))
  const names = (officer: typeof ana) => savedSearches(tools, officer).map(({ name, mayDrop }) => `${name} ${mayDrop}`)
  expect(names(ana)).toEqual(['My decisions true', 'Decisions true'])
  expect(names(ben)).toEqual(['Decisions false'])
  const [own, shared] = savedSearches(tools, ana)
  expect(dropSearch(tools, ben, own?.search ?? '')).toMatchObject({ failure: { code: 'desk.not_found' } })
  expect(dropSearch(tools, ben, shared?.search ?? '')).toMatchObject({ failure: { code: 'officers.not_your_case' } })
  unwrap(dropSearch(tools, sol, shared?.search ?? ''))
  expect(names(ana)).toEqual(['My decisions true'])
  const before = office.store.dumpProjections()
  unwrap(await office.store.rebuild())
  expect(office.store.dumpProjections()).toEqual(before)
})

test('a list of claims is saved by its filters and never by words, and comes back as it was', () => {
  const office = caseworkOffice()
  const ana = enrol(office, 'Ana', 'caseworker')
  const filter = { list: 'claims', state: 'suspended', mine: true } as const
  unwrap(saveSearch(office.tools, ana, { name: 'Suspended', filter, shared: false }))
  expect(savedSearches(office.tools, ana)).toMatchObject([{ name: 'Suspended', filter }])
  expect(searchFilter.safeParse({ ...filter, text: 'Osman' }).success).toBe(false)
})
