import { chainStart } from '../../shared/sync/event-header.ts'
import { mostPackedEvents } from '../../shared/sync/packed-push.ts'
import { type HelloAnswer, mostEvents, wireVersion } from '../../shared/sync/wire.ts'
import type { Services } from '../services.ts'
import { wantsFiles } from '../storage/blobs.ts'
import { type DeviceRow, noteSeen, revokedOf } from '../storage/devices.ts'
import { streamsOf } from '../storage/streams.ts'
import { latestVersion } from '../storage/trust.ts'
import type { SyncParts } from './push.ts'

/** Where things stand: the central's clock and history, the streams in scope, and what it holds of the desk's own chain. */
export async function hello(
  { database, clock, settings: { minClient, offlineDays } }: SyncParts & Pick<Services, 'settings'>,
  device: DeviceRow,
): Promise<HelloAnswer> {
  const now = new Date(clock.now())
  await noteSeen(database.db, device.device, now)
  const trust = await latestVersion(database.db)
  const revoked = await revokedOf(database.db, device.office)
  const streams = await streamsOf(database.db, device.office, device.device)
  return {
    wire: wireVersion,
    epoch: database.epoch,
    serverTime: now.toISOString(),
    minClient,
    offlineDays,
    mostEvents,
    packed: mostPackedEvents,
    ...(trust === undefined ? {} : { trust }),
    ...(revoked.length > 0 ? { revoked } : {}),
    ...(database.practice ? { practice: true } : {}),
    blobsWanted: await wantsFiles(database.db, device.office),
    streams: streams.map(({ stream, head, mine }) => ({
      stream,
      head,
      mine: {
        sequence: mine?.sequence ?? 0,
        hash: Buffer.from(mine?.hash ?? chainStart).toString('base64'),
      },
    })),
  }
}
