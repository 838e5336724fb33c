import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Files } from './ports.ts'
import { authenticate, deriveSubkey, sameText } from './seal.ts'

/**
 * The key file: one slot for each officer and one for the printed recovery key, each wrapping the same database key.
 * It holds user names, never a key in clear. Whoever holds the database key can tell whether the file is whole (MAC);
 * a single slot is authenticated by its own wrapping, so that a changed cost or flag opens nothing.
 */
export const keyFileName = 'keys.json'
const format = 'passerelle-keys'
const version = 1

const base64 = z.base64().max(400)
const sealed = z.strictObject({ nonce: base64, data: base64 })
// Bounds so that a changed file cannot make the desk derive for hours or with next to nothing.
const cost = z.strictObject({
  memoryKib: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(20),
  lanes: z.int().min(1).max(8),
})
const officerSlot = z.strictObject({
  kind: z.literal('officer'),
  id: z.uuid(),
  userId: z.uuid(),
  userName: z.string().min(1).max(63),
  salt: base64,
  cost,
  /** The secret of this device is part of the wrapping key. */
  deviceBound: z.boolean(),
  mustChange: z.boolean(),
  /** Not part of what the wrapping is bound to: an administrator gives it without the officer's password. */
  badge: z
    .string()
    .regex(/^[A-Z0-9]{4,20}$/)
    .optional(),
  wrapped: sealed,
})
const recoverySlot = z.strictObject({ kind: z.literal('recovery'), id: z.uuid(), salt: base64, wrapped: sealed })
const device = z.strictObject({
  /** The device secret as the keychain protected it. */
  protected: z.base64().max(8000),
  /** The same under the database key: a new keychain can be given it again. */
  escrow: sealed,
  /** HMAC of the secret: tells a wrong secret from a wrong password. */
  check: z.string().regex(/^[0-9a-f]{64}$/),
})
const keyFile = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  generation: z.int().positive(),
  device: device.nullable(),
  officers: z.array(officerSlot).max(1000),
  recovery: recoverySlot,
  mac: z.string().regex(/^[0-9a-f]{64}$/),
})

export type OfficerSlot = z.infer<typeof officerSlot>
export type RecoverySlot = z.infer<typeof recoverySlot>
export type DeviceEntry = z.infer<typeof device>
export type KeyFile = z.infer<typeof keyFile>
/** What an operation changes; the rest follows. */
export type KeyFileContent = Pick<KeyFile, 'generation' | 'device' | 'officers' | 'recovery'>

/** Reads the key file. Errors: officers.key_file_missing, _damaged, _newer, officers.cannot_read. */
export function readKeyFile(files: Files): Result<KeyFile> {
  const bytes = files.read(keyFileName)
  if (!bytes.ok) return bytes
  if (bytes.value === null) return fail('officers.key_file_missing')
  const json = parseJson(bytes.value)
  const header = z.object({ format: z.literal(format), version: z.int() }).safeParse(json)
  if (header.success && header.data.version > version) return fail('officers.key_file_newer')
  const parsed = keyFile.safeParse(json)
  return parsed.success ? ok(parsed.data) : fail('officers.key_file_damaged')
}

/** Writes the next generation of the key file, signed with the database key. Error: officers.cannot_write. */
export function writeKeyFile(files: Files, databaseKey: Uint8Array, content: KeyFileContent): Result<KeyFile> {
  const next: KeyFileContent = { ...content, generation: content.generation + 1 }
  const file: KeyFile = { format, version, ...next, mac: macOf(databaseKey, next) }
  const written = files.writeAtomically(keyFileName, Buffer.from(`${JSON.stringify(file, null, 2)}\n`))
  return written.ok ? ok(file) : written
}

/** Was the file last written by somebody who held the database key? */
export const isIntact = (file: KeyFile, databaseKey: Uint8Array): boolean =>
  sameText(file.mac, macOf(databaseKey, file))

/** All of a slot but the wrapping itself: what the wrapping is bound to. */
export const slotContext = (slot: OfficerSlot | RecoverySlot): string =>
  slot.kind === 'recovery'
    ? JSON.stringify([slot.kind, slot.id, slot.salt])
    : JSON.stringify([
        slot.kind,
        slot.id,
        slot.userId,
        slot.userName,
        slot.salt,
        slot.cost.memoryKib,
        slot.cost.passes,
        slot.cost.lanes,
        slot.deviceBound,
        slot.mustChange,
      ])

function macOf(databaseKey: Uint8Array, content: KeyFileContent): string {
  const { generation, device, officers, recovery } = content
  const slots = [...officers, recovery].map((slot) => [slotContext(slot), slot.wrapped.nonce, slot.wrapped.data])
  const entry = device && [device.protected, device.escrow.nonce, device.escrow.data, device.check]
  const badges = officers.flatMap(({ id, badge }) => (badge ? [[id, badge]] : []))
  const key = deriveSubkey(databaseKey, new Uint8Array(), 'key file')
  // Without a badge as before there were any.
  const all = [format, version, generation, entry, slots, ...(badges.length > 0 ? [badges] : [])]
  return authenticate(key, JSON.stringify(all))
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null // Not JSON: answered as a damaged file by the caller.
  }
}
