import { v7 } from 'uuid'
import type { Clock, Random, Uuid } from '../../shared/ports.ts'

/** Room for a random start of the counter below which 2^31 ids of one millisecond still fit. */
const startOfCounter = 2 ** 31

/**
 * A maker of UUIDv7 that grows with every call, also when the clock stands still or jumps back
 * (RFC 9562, section 6.2, method 1: a counter that starts anywhere in its lower half).
 */
export function createIds(clock: Clock, random: Random): () => Uuid {
  let ms = -1
  let counter = 0
  return () => {
    const bytes = random.bytes(16)
    const now = clock.now()
    if (now > ms) {
      ms = now
      counter = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) % startOfCounter
    } else if (counter === 2 ** 32 - 1) {
      ms += 1
      counter = 0
    } else counter += 1
    return v7({ msecs: ms, seq: counter, random: bytes })
  }
}
