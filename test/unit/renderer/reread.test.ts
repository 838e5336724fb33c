import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { rereading } from '../../../src/renderer/app/reread.ts'

const turn = () => new Promise((next) => setImmediate(next))

/** A window that shows the list of claims and where the desk stands; how often it asked for each, and its lock. */
async function shown() {
  const queries = new QueryClient()
  const asked = { claims: 0, status: 0 }
  const lock = { closed: false }
  for (const name of ['claims', 'status'] as const) {
    const observer = new QueryObserver(queries, {
      queryKey: [[name], { type: 'query' }],
      queryFn: async () => {
        asked[name] += 1
        return asked[name]
      },
      staleTime: 60_000,
    })
    onTestFinished(observer.subscribe(() => {}))
  }
  await turn()
  asked.claims = asked.status = 0
  const rests: (() => void)[] = []
  const pace = { now: () => 0, rest: () => new Promise<void>((end) => rests.push(end)) }
  const reread = rereading(queries, () => lock.closed, pace)
  const rest = async () => {
    await turn()
    for (const end of rests.splice(0)) end()
    await turn()
  }
  return { asked, lock, reread, rest }
}

test('what changed behind the lock is read when it has opened, and not before; the status is read at once', async () => {
  const { asked, lock, reread, rest } = await shown()
  lock.closed = true
  reread.changed(['claims', 'status'])
  await rest()
  expect(asked).toEqual({ claims: 0, status: 1 })
  lock.closed = false
  reread.opened()
  await rest()
  expect(asked).toEqual({ claims: 1, status: 1 })
  reread.opened()
  await rest()
  expect(asked).toEqual({ claims: 1, status: 1 })
})

test('a change that waits for its round when the lock closes is not lost', async () => {
  const { asked, lock, reread, rest } = await shown()
  reread.changed(['claims'])
  await turn()
  reread.changed(['claims'])
  lock.closed = true
  await rest()
  expect(asked.claims).toBe(1)
  await rest()
  lock.closed = false
  reread.opened()
  await rest()
  expect(asked.claims).toBe(2)
})

test('where nobody was told what changed, all is read again: behind the lock the status, the rest after it', async () => {
  const { asked, lock, reread, rest } = await shown()
  reread.everything()
  await rest()
  expect(asked.claims).toBe(1)
  lock.closed = true
  const before = asked.status
  reread.everything()
  await rest()
  expect(asked.claims).toBe(1)
  expect(asked.status).toBe(before + 1)
  await rest()
  lock.closed = false
  reread.opened()
  await rest()
  expect(asked.claims).toBe(2)
})

test('what the desk refused because it was locked before the window knew is read when the lock has opened', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  let locked = true
  let asked = 0
  const observer = new QueryObserver(queries, {
    queryKey: [['claims'], { type: 'query' }],
    queryFn: async () => {
      asked += 1
      if (locked) throw new Error('locked')
      return asked
    },
  })
  onTestFinished(observer.subscribe(() => {}))
  await turn()
  const reread = rereading(queries, () => false, { now: () => 0, rest: async () => {} })
  locked = false
  reread.opened()
  await turn()
  expect(asked).toBe(2)
  reread.opened()
  await turn()
  expect(asked).toBe(2)
})
