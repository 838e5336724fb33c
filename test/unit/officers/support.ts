import { createHash, randomBytes } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import type { DeriveKey, Files, Keychain } from '../../../src/main/officers/ports.ts'
import { keySlots, type SlotPorts } from '../../../src/main/officers/slots.ts'
import type { Clock, Random, Timers } from '../../../src/shared/ports.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'

export const random: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) }

/** A clock that a test sets. */
export function testClock(start = 1_790_000_000_000) {
  let now = start
  const clock: Clock = { now: () => now, zone: () => 'America/Toronto' }
  const set = (ms: number) => {
    now = ms
  }
  return { clock, set, advance: (ms: number) => set(now + ms) }
}

/** Timers that a test moves on; they know nothing of the clock. */
export function testTimers() {
  let elapsed = 0
  const waiting = new Set<{ at: number; fn: () => void }>()
  const timers: Timers = {
    after: (ms, fn) => {
      const entry = { at: elapsed + ms, fn }
      waiting.add(entry)
      return () => void waiting.delete(entry)
    },
  }
  const pass = (ms: number) => {
    elapsed += ms
    for (const entry of [...waiting].filter((other) => other.at <= elapsed).sort((a, b) => a.at - b.at)) {
      waiting.delete(entry)
      entry.fn()
    }
  }
  return { timers, pass, waiting: () => waiting.size }
}

/** A data folder in memory. */
export function memoryFiles() {
  const content = new Map<string, Uint8Array>()
  let full = false
  const files: Files = {
    read: (name) => ok(content.get(name) ?? null),
    writeAtomically: (name, bytes) => {
      if (full) return fail('officers.cannot_write', { reason: 'ENOSPC' })
      content.set(name, new Uint8Array(bytes))
      return ok(null)
    },
    remove: (name) => {
      content.delete(name)
      return ok(null)
    },
  }
  const edit = (name: string, change: (text: string) => string) =>
    void content.set(name, Buffer.from(change(Buffer.from(content.get(name) ?? []).toString())))
  const setFull = (value: boolean) => {
    full = value
  }
  return { files, content, edit, fillUp: () => setFull(true), makeRoom: () => setFull(false) }
}

/** A keychain of one account: another account, or none, can be put in its place. */
export function testKeychain() {
  let account = 1
  let there = true
  const pad = (of: number, length: number) => createHash('sha512').update(`account ${of}`).digest().subarray(0, length)
  const keychain: Keychain = {
    available: () => there,
    protect: (secret) => Uint8Array.from([account, ...secret.map((byte, i) => byte ^ (pad(account, 64)[i] as number))]),
    unprotect: (bytes) => {
      if (bytes[0] !== account) return fail('officers.keychain_changed')
      return ok(bytes.slice(1).map((byte, i) => byte ^ (pad(account, 64)[i] as number)))
    },
  }
  const setThere = (value: boolean) => {
    there = value
  }
  return { keychain, changeAccount: () => void account++, setThere }
}

export const cheap = { memoryKib: 8, passes: 1, lanes: 1 }

/** Real Argon2id in this thread, counting its runs. */
export function countingDerivation() {
  let runs = 0
  const costs: number[] = []
  const deriveKey: DeriveKey = (password, salt, cost) => {
    runs++
    costs.push(cost.memoryKib)
    const { memoryKib: memorySize, passes: iterations, lanes: parallelism } = cost
    return argon2id({ password, salt, memorySize, iterations, parallelism, hashLength: 32, outputType: 'binary' })
  }
  return { deriveKey, runs: () => runs, costs }
}

export const alice = {
  userId: '0190a000-0000-7000-8000-00000000000a',
  userName: 'alice',
  password: 'orange piano gravel',
  mustChange: false,
}
export const bruno = {
  userId: '0190a000-0000-7000-8000-00000000000b',
  userName: 'bruno',
  password: 'lantern sofa meadow',
  mustChange: true,
}

/** A desk with Alice's slot, over memory. */
export async function deskWithAlice(changes: Partial<SlotPorts> = {}) {
  const disk = memoryFiles()
  const chain = testKeychain()
  const derivation = countingDerivation()
  const { clock } = testClock()
  const ports: SlotPorts = {
    files: disk.files,
    keychain: chain.keychain,
    random,
    clock,
    deriveKey: derivation.deriveKey,
    cost: cheap,
    ...changes,
  }
  const slots = keySlots(ports)
  const prepared = unwrap(await slots.prepare(alice))
  unwrap(prepared.save())
  return { slots, ports, disk, chain, derivation, keys: prepared.keys, recoveryKey: prepared.recoveryKey }
}
