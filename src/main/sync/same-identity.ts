import type { Failure } from '../../shared/errors.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { Store } from '../store/types.ts'
import type { SettlingClient } from './client.ts'

/** What a round says of the identity that it began with. */

/** Is this desk forked, and not another one? */
export const saysForked = ({ code, params }: Failure, device: string): boolean =>
  code === 'sync.lost_own' || (code === 'sync.forked' && (params?.device ?? device) === device)

/**
 * What was said to one identity is no answer to the next: an administrator may give the desk a new one at any time. Then
 * every call fails with sync.not_enrolled.
 */
export function whileSame(
  store: Store,
  device: string,
  { hello, push, pushPacked, pull }: SettlingClient,
): SettlingClient {
  const checked = async <T>(asked: Promise<Result<T>>): Promise<Result<T>> => {
    const answer = await asked
    return store.identity()?.device === device ? answer : fail('sync.not_enrolled')
  }
  return {
    hello: (signal) => checked(hello(signal)),
    push: (request, signal) => checked(push(request, signal)),
    ...(pushPacked ? { pushPacked: (bytes, signal) => checked(pushPacked(bytes, signal)) } : {}),
    pull: (page, signal) => checked(pull(page, signal)),
  }
}
