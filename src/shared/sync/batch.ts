import { parse } from 'uuid'
import { int64, parts } from './event-header.ts'

/**
 * What the device signs when it pushes: `passerelle/batch/1`, stream, device, last sequence and last hash. The hash
 * commits to every event before it, so one signature vouches for the whole chain.
 */
export const batchBytes = (stream: string, device: string, sequence: number, hash: Uint8Array): Uint8Array =>
  parts(['passerelle/batch/1', parse(stream), parse(device), int64(sequence), hash])
