import type { Clock, Random, Uuid } from '../../shared/ports.ts'
import { createIds } from '../store/ids.ts'

/** A UUIDv7 where no store is open yet to make one. */
export const newUuid = ({ clock, random }: { readonly clock: Clock; readonly random: Random }): Uuid =>
  createIds(clock, random)()
