import type { Clock } from '../../shared/ports.ts'

/** How often one party may ask. Each answers with the seconds to wait; 0 lets the request through. */
export interface Limits {
  /** By device, once its signature holds. */
  request(device: string): number
  /** By address, before anything is looked at. */
  enrolment(address: string): number
  /** By portal service: it speaks for many people. */
  service(service: string): number
  /** By account of a person. */
  account(account: string): number
  /**
   * By user name, whether there is one or not, and where it is asked from: who guesses passwords has time for few, and
   * keeps nobody out who asks from elsewhere. By the name alone ten times as many.
   */
  signIn(userName: string, from: string): number
}

interface Bucket {
  tokens: number
  at: number
}

/** Token buckets in memory: `perSecond` in the long run, four seconds' worth at once. */
export function createLimits(clock: Clock, perSecond: number): Limits {
  const [here, anywhere] = [buckets(clock, 1 / 180, 10), buckets(clock, 1 / 18, 100)]
  return {
    request: buckets(clock, perSecond, perSecond * 4),
    enrolment: buckets(clock, 1 / 6, 10),
    service: buckets(clock, perSecond * 20, perSecond * 80),
    account: buckets(clock, perSecond / 10, perSecond * 2),
    signIn: (userName, from) => here(`${userName}\n${from}`) || anywhere(userName),
  }
}

const mostBuckets = 10_000

function buckets(clock: Clock, perSecond: number, burst: number): (party: string) => number {
  const known = new Map<string, Bucket>()
  return (party) => {
    const now = clock.now()
    const { tokens, at } = known.get(party) ?? { tokens: burst, at: now }
    const filled = Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond)
    const passes = filled >= 1
    known.delete(party) // the latest stand last
    known.set(party, { tokens: passes ? filled - 1 : filled, at: now })
    const [oldest] = known.keys()
    if (known.size > mostBuckets && oldest !== undefined) known.delete(oldest)
    return passes ? 0 : (1 - filled) / perSecond
  }
}
