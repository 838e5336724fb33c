import type { BlobsView } from '../../shared/contract/views.ts'
import type { Failure } from '../../shared/errors.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Core, OpenDesk } from '../seat/core.ts'
import { dropLocalNote, keepLocalNote, localNote } from '../store/local-notes.ts'
import type { Store } from '../store/types.ts'
import { createBlobLink } from './blob-link.ts'
import type { CentralClient } from './client.ts'
import { createCourier, smallBytes } from './travel.ts'

/** Pictures and papers travel beside the rounds: a photo of some megabytes holds no decision back. */
export interface Journeys {
  /** Sends papers and small pictures, some: what goes before the events that name them. */
  sendSmall(desk: OpenDesk, client: CentralClient, signal: AbortSignal): Promise<Result<number>>
  /** Goes on if there is anything to carry, and comes back by itself while something waits. `wanted`: the central lost some. */
  wake(wanted?: boolean): void
  /** Stops what travels now; `wake` goes on where it stopped. */
  halt(): void
  view(desk: OpenDesk): BlobsView
  photosLater(desk: OpenDesk, officer: string, later: boolean): Result<null>
  stop(): Promise<void>
}

interface Parts {
  readonly ending: AbortSignal
  /** The central, while it may be spoken to. */
  readonly client: (desk: OpenDesk) => CentralClient | undefined
}

/** Before a push at most so many: an event waits for seconds, not for minutes. */
const mostBefore = 50
const againMs = 10_000
const noteName = 'photos_later'

export function createJourneys(core: Core, { ending, client }: Parts): Journeys {
  const { clock, random, timers } = core.options
  const courier = createCourier()
  let halted = new AbortController()
  let running: Promise<void> | undefined
  let problem: Failure | undefined
  let cancel = () => {}
  let lost = false
  let again = false

  const journey = async (): Promise<void> => {
    const desk = core.opened()
    const link = desk && client(desk)
    if (!desk || !link || ending.aborted || desk.store.status().rebuilding) return
    const { store } = desk
    const signal = AbortSignal.any([ending, desk.ending, halted.signal])
    const how = { store, link: createBlobLink(link), clock, random, signal }
    const largest = isLater(store) ? smallBytes : Number.MAX_SAFE_INTEGER
    const arrived = () => core.watchers.tell(['blobs', 'attention'])
    const before = JSON.stringify(store.blobs.travel.counts())
    const steps = [
      async () => (lost ? courier.replenish(how) : ok(null)),
      // What officers here wait to see comes before what others wait for: photos of both are large.
      () => courier.send({ ...how, largest: smallBytes, most: Number.MAX_SAFE_INTEGER }),
      () => courier.fetch({ ...how, largest, arrived }),
      () => courier.send({ ...how, largest, most: Number.MAX_SAFE_INTEGER }),
    ]
    const done = await desk.during(async (): Promise<Result<unknown>> => {
      for (const step of steps) {
        const result = await step()
        if (!result.ok) return result
      }
      lost = false
      return ok(null)
    })
    const problemBefore = problem
    problem = done.ok || signal.aborted ? undefined : done.failure
    const moved = JSON.stringify(store.blobs.travel.counts()) !== before
    if (moved || problem?.code !== problemBefore?.code) core.watchers.tell(['status'])
  }
  const wake = (): void => {
    cancel()
    again = running !== undefined
    if (ending.aborted || again) return
    running = journey()
      .catch((bug: unknown) => {
        // A mistake of ours must not end the desk under an officer's hands: it stands in the access log.
        const store = core.opened()?.store
        const reason = bug instanceof Error ? bug.name : 'unknown'
        store?.access.note({
          actor: store.identity()?.device ?? '',
          act: 'job_failed',
          details: { job: 'sync', reason },
        })
      })
      .finally(() => {
        running = undefined
        // Asked for meanwhile: what was tried and failed may go now.
        if (again) return wake()
        const waiting = core.opened()?.store.blobs.travel.counts()
        if (!ending.aborted && waiting && waiting.in + waiting.out > 0) cancel = timers.after(againMs, wake)
      })
  }
  return {
    sendSmall: ({ store }, link, signal) =>
      courier.send({
        ...{ store, link: createBlobLink(link), clock, random, signal },
        ...{ largest: smallBytes, most: mostBefore },
      }),
    wake(wanted = false) {
      lost ||= wanted
      wake()
    },
    halt() {
      halted.abort()
      halted = new AbortController()
    },
    view({ store }) {
      const counts = store.blobs.travel.counts()
      return { ...counts, photosLater: isLater(store), ...(problem ? { problem } : {}) }
    },
    photosLater({ store }, officer, later) {
      const kept = store.transact({ actor: officer }, (tx) => {
        if (later) keepLocalNote(tx, noteName, officer)
        else dropLocalNote(tx, noteName)
        return ok(null)
      })
      if (!kept.ok) return kept
      halted.abort()
      halted = new AbortController()
      if (!later) store.blobs.travel.hurry()
      wake()
      return kept
    },
    async stop() {
      cancel()
      await running
    },
  }
}

const isLater = (store: Store): boolean => localNote(store, noteName) !== undefined
