import { v7 } from 'uuid'
import { normalisePassword } from '../../shared/officers/password.ts'
import type { Clock, Random, Uuid } from '../../shared/ports.ts'
import type { Argon2Cost, DeriveKey } from './ports.ts'
import { deriveSubkey, fromBase64, seal, toBase64, unseal } from './seal.ts'
import { type OfficerSlot, type RecoverySlot, slotContext } from './slot-file.ts'

/** How a slot wraps the database key: password and device secret, or recovery key -> wrapping key -> AES-256-GCM. */

export interface WrappingTools {
  readonly clock: Clock
  readonly random: Random
  readonly deriveKey: DeriveKey
  /** Cost for new slots. */
  readonly cost: Argon2Cost
}

/** What a new officer's slot says and what opens it. */
export interface NewSlot {
  readonly userId: Uuid
  readonly userName: string
  readonly password: string
  readonly mustChange: boolean
}

/** A slot that the password (and the device secret, unless null) opens. Takes one key derivation. */
export async function wrapForOfficer(
  tools: WrappingTools,
  databaseKey: Uint8Array,
  officer: NewSlot,
  deviceSecret: Uint8Array | null,
): Promise<OfficerSlot> {
  const { password, ...named } = officer
  const slot: OfficerSlot = {
    kind: 'officer',
    id: newId(tools),
    ...named,
    salt: toBase64(tools.random.bytes(16)),
    cost: tools.cost,
    deviceBound: deviceSecret !== null,
    wrapped: { nonce: '', data: '' },
  }
  const key = await officerKey(tools.deriveKey, slot, password, deviceSecret)
  const wrapped = seal(key, databaseKey, slotContext(slot), tools.random)
  key.fill(0)
  return { ...slot, wrapped }
}

/** The database key out of an officer's slot, or null. Takes one key derivation, whatever the answer. */
export async function unwrapForOfficer(
  deriveKey: DeriveKey,
  slot: OfficerSlot,
  password: string,
  deviceSecret: Uint8Array | null,
): Promise<Uint8Array | null> {
  const key = await officerKey(deriveKey, slot, password, slot.deviceBound ? deviceSecret : null)
  const databaseKey = unseal(key, slot.wrapped, slotContext(slot))
  key.fill(0)
  return databaseKey
}

/** A slot that looks and costs like an officer's and opens with nothing: for user names that do not exist. */
export const decoySlot = (tools: WrappingTools, userName: string, deviceBound: boolean): OfficerSlot => ({
  kind: 'officer',
  id: newId(tools),
  userId: newId(tools),
  userName,
  salt: toBase64(tools.random.bytes(16)),
  cost: tools.cost,
  deviceBound,
  mustChange: false,
  wrapped: { nonce: toBase64(tools.random.bytes(12)), data: toBase64(tools.random.bytes(48)) },
})

/** The slot of the printed recovery key. 160 random bits need no slow derivation. */
export function wrapForRecovery(tools: WrappingTools, databaseKey: Uint8Array, recoveryKey: Uint8Array): RecoverySlot {
  const slot: RecoverySlot = {
    kind: 'recovery',
    id: newId(tools),
    salt: toBase64(tools.random.bytes(16)),
    wrapped: { nonce: '', data: '' },
  }
  return {
    ...slot,
    wrapped: seal(recoveryWrappingKey(slot, recoveryKey), databaseKey, slotContext(slot), tools.random),
  }
}

/** The database key out of the recovery slot, or null. */
export const unwrapForRecovery = (slot: RecoverySlot, recoveryKey: Uint8Array): Uint8Array | null =>
  unseal(recoveryWrappingKey(slot, recoveryKey), slot.wrapped, slotContext(slot))

async function officerKey(
  deriveKey: DeriveKey,
  slot: OfficerSlot,
  password: string,
  deviceSecret: Uint8Array | null,
): Promise<Uint8Array> {
  const salt = fromBase64(slot.salt)
  const typed = new TextEncoder().encode(normalisePassword(password))
  const stretched = await deriveKey(typed, salt, slot.cost)
  const material = Buffer.concat([stretched, deviceSecret ?? new Uint8Array()])
  const key = deriveSubkey(material, salt, deviceSecret === null ? 'password' : 'password and device')
  for (const secret of [typed, stretched, material]) secret.fill(0)
  return key
}

const recoveryWrappingKey = (slot: RecoverySlot, recoveryKey: Uint8Array) =>
  deriveSubkey(recoveryKey, fromBase64(slot.salt), 'recovery key')

const newId = (tools: WrappingTools): Uuid => v7({ msecs: tools.clock.now(), random: tools.random.bytes(16) })
