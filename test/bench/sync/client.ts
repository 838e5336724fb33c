/** Desks settle as the product does; and requests that are ready beforehand, for what the central takes by itself. */
import { nodeRandom } from '../../../src/main/ports/node.ts'
import type { Store } from '../../../src/main/store/types.ts'
import { type CentralClient, createClient } from '../../../src/main/sync/client.ts'
import { type Http, type HttpRequest, nodeHttp } from '../../../src/main/sync/http.ts'
import { settleOnce } from '../../../src/main/sync/round.ts'
import { takeSnapshot } from '../../../src/main/sync/snapshots.ts'
import type { Clock } from '../../../src/shared/ports.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { fewestEvents } from '../../../src/shared/sync/snapshot.ts'
import type { HelloAnswer } from '../../../src/shared/sync/wire.ts'

export const clock: Clock = { now: () => Date.now(), zone: () => 'America/Toronto' }
export const net = nodeHttp()
/** As a round takes it. */
const pushBytes = 1_000_000

export const clientOf = (store: Store, central: string, http: Http = net): CentralClient =>
  createClient({
    ...{ http, central, clock, random: nodeRandom, sign: store.sync.sign },
    device: store.identity()?.device ?? '',
  })

/** One round. Gives the events that went out and those of other desks that came in. */
export async function settle(store: Store, client: CentralClient): Promise<{ pushed: number; pulled: number }> {
  const { signal } = new AbortController()
  const snapshot = (hello: HelloAnswer) => takeSnapshot({ store, client, signal, fewest: fewestEvents }, hello)
  return unwrap(await settleOnce(store, client, { signal, version: '99.0.0', snapshot, clock }))
}

/** Every batch that the central does not have, signed and packed. */
export async function packAll(store: Store, central: string): Promise<HttpRequest[]> {
  const { epoch, packed = 0, streams } = unwrap(await clientOf(store, central).hello())
  const ready: HttpRequest[] = []
  const keeping = clientOf(store, central, async (request) => {
    ready.push(request)
    return { status: 503, header: () => undefined, body: Buffer.from('{}') }
  })
  let after = streams.find(({ stream }) => stream === store.identity()?.office)?.mine.sequence ?? 0
  for (;;) {
    const batch = store.sync.packed(after, { events: packed, bytes: pushBytes }, epoch)
    if (!batch) return ready
    await keeping.pushPacked(batch.bytes)
    after = batch.last
  }
}

/** Sends what is ready, one after the other; each must be taken. */
export async function pour(ready: readonly HttpRequest[]): Promise<void> {
  for (const request of ready) {
    const { status } = await net(request)
    if (status !== 200) throw new Error(`The central answered ${status}`)
  }
}
