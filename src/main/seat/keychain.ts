import { fail } from '../../shared/result.ts'
import type { Keychain } from '../officers/ports.ts'
import type { Keychain as HostKeychain } from '../ports/types.ts'

/** The host's keychain as the key slots know it: a refusal there means that this account cannot read the secret any more. */
export const keychainFor = (host: HostKeychain): Keychain => ({
  available: () => host.available(),
  async protect(secret) {
    const sealed = await host.protect(secret)
    if (!sealed.ok) throw new Error(`The keychain said that it is there, then failed: ${sealed.failure.code}`)
    return sealed.value
  },
  async unprotect(bytes) {
    const secret = await host.unprotect(bytes)
    return secret.ok ? secret : fail('officers.keychain_changed')
  },
})
