import { chainStart } from '../../shared/sync/event-header.ts'
import { type HelloAnswer, wireVersion } from '../../shared/sync/wire.ts'
import { type DeviceRow, noteSeen } from '../storage/devices.ts'
import { streamsOf } from '../storage/streams.ts'
import type { SyncParts } from './push.ts'

/** Oldest program that may still sync. */
const minClient = '0.1.0'
/** How long a desk may go on without a hello. */
const offlineDays = 30

/** Where things stand: the central's clock and history, the streams in scope, and what it holds of the desk's own chain. */
export async function hello({ database, clock }: SyncParts, device: DeviceRow): Promise<HelloAnswer> {
  const now = new Date(clock.now())
  await noteSeen(database.db, device.device, now)
  const streams = await streamsOf(database.db, device.office, device.device)
  return {
    wire: wireVersion,
    epoch: database.epoch,
    serverTime: now.toISOString(),
    minClient,
    offlineDays,
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
