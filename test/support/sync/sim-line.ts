import type { SettlingClient } from '../../../src/main/sync/client.ts'
import type { Block } from '../../../src/shared/domain/numbers.ts'
import { fail, ok, type Result } from '../../../src/shared/result.ts'
import type { PullAnswer, PushRequest } from '../../../src/shared/sync/wire.ts'
import type { TestStore } from '../store.ts'
import { me } from './exchange.ts'
import type { MemoryCentral } from './memory-central.ts'
import type { Counters, Dice, Profile } from './world.ts'

/** What the central told a desk that it holds for good: event by event, of which claim. */
export type Acknowledged = Map<string, { readonly claim: string; readonly type: string }>

export interface Line {
  /** The answer, if it is not lost; sometimes asked for twice. */
  over<T>(answer: () => Result<T>): Promise<Result<T>>
  client(store: TestStore): SettlingClient
  /** How often the central was asked something. */
  readonly asked: () => number
}

interface Laying {
  readonly central: MemoryCentral
  /** Another office's: what a mistaken network may bring. */
  readonly elsewhere?: MemoryCentral | undefined
  readonly acknowledged: Acknowledged
  readonly profile: Profile
  readonly counters: Counters
  readonly planted: ReadonlySet<string>
  readonly roll: Dice
  /** Of a hundred empty pages those in whose place another office's comes. */
  readonly strays: number
  readonly rough: () => boolean
  /** While a page is under way. */
  readonly meanwhile: () => Promise<void>
}

/** One desk's way to its central, with everything that networks do. */
export function layLine({ central, elsewhere, profile, counters, planted, roll, rough, ...more }: Laying): Line {
  const { acknowledged, meanwhile, strays } = more
  const lost = () => rough() && roll.chance(profile.drop)
  let asked = 0
  const over = async <T>(answer: () => Result<T>): Promise<Result<T>> => {
    asked += 1
    if (lost()) {
      counters.drops += 1
      return fail('sync.offline')
    }
    if (rough() && roll.chance(profile.double)) {
      counters.doubles += 1
      answer()
    }
    const said = answer()
    if (!lost()) return said
    counters.drops += 1
    return fail('sync.offline')
  }
  const pageFor = (device: string, after: number, limit: number): Result<PullAnswer> => {
    const page = central.pull(device, after, Math.min(limit, 7), roll.chance(70) ? 'runs' : 'each')
    if (planted.has('fork.on_pull'))
      return ok({ ...page, batches: page.batches.filter((batch) => batch.device !== device) })
    if (!rough() || !elsewhere || page.events.length > 0 || page.runs?.length || !roll.chance(strays)) return ok(page)
    const strayed = elsewhere.pull(device, after, 7)
    if (strayed.events.length > 0) counters.strayed += 1
    return ok({ ...strayed, epoch: central.epoch() })
  }
  /** With the planted bug: how far the desk believes the central to be, whatever that says. */
  let believed = 0
  return {
    over,
    asked: () => asked,
    client(store) {
      const { device, publicKey } = me(store)
      /** Only the first page is waited for by itself: the next is asked for while the one before is written down. */
      let first = true
      return {
        hello: () =>
          over(() => {
            const said = { ...central.hello(device), serverTime: new Date(0).toISOString() }
            const mine = planted.has('ack.before_answer') ? store.sync.chainAt(believed) : undefined
            return ok(mine ? { ...said, streams: said.streams.map((one) => ({ ...one, mine })) } : said)
          }),
        async push(request: PushRequest) {
          believed = request.head.sequence
          const answer = await over(() => central.push(device, publicKey, structuredClone(request)))
          if (answer.ok)
            for (const { id, type, subject, sequence } of request.events)
              if (sequence <= answer.value.durable) acknowledged.set(id, { claim: subject.id, type })
          return answer
        },
        async pull({ after, limit }) {
          const alone = first
          first = false
          if (alone && rough() && roll.chance(profile.meanwhile ?? 0)) await meanwhile()
          return over(() => pageFor(device, after, limit))
        },
      }
    },
  }
}

/** Blocks of numbers for every office, as the central leases them: the same for the same request, never one twice. */
export function createMemoryLeases() {
  const known = new Map<string, { readonly device: string; readonly block: Block }>()
  const next: Record<Block['series'], number> = { document: 1, client: 1, application: 1 }
  return {
    lease(device: string, { series, req }: { readonly series: Block['series']; readonly req: string }): Result<Block> {
      const before = known.get(req)
      if (before) return before.device === device ? ok(before.block) : fail('sync.scope')
      const first = next[series]
      // Of papers so few that a desk needs new ones every third time.
      next[series] += series === 'document' ? 102 : 1000
      const block = { series, prefix: series === 'client' ? '' : 'R', first, last: next[series] - 1, width: 9 }
      known.set(req, { device, block })
      return ok(block)
    },
  }
}
export type MemoryLeases = ReturnType<typeof createMemoryLeases>
