import { recoveryKeyBytes, writeRecoveryKey } from '../../shared/officers/recovery-key.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { createTurns } from '../turns.ts'
import { newDevice, readDeviceSecret } from './device-secret.ts'
import { openByPassword, openByRecoveryKey, type SlotPorts } from './opening.ts'
import type { Files, OpenedKeys } from './ports.ts'
import * as changes from './slot-changes.ts'
import { type KeyFileContent, readKeyFile, writeKeyFile } from './slot-file.ts'
import { wrapForOfficer, wrapForRecovery } from './wrapping.ts'

export type { SlotPorts } from './opening.ts'
export type { PasswordChange } from './slot-changes.ts'

export interface SlotUser {
  readonly userId: Uuid
  readonly userName: string
  readonly mustChange: boolean
  readonly badge?: string | undefined
}

/** Keys made but not yet written, so that set-up can be given up without a trace. */
export interface PreparedKeys {
  readonly keys: OpenedKeys
  /** For paper; cannot be shown again. */
  readonly recoveryKey: string
  /** Writes the key file. Errors: officers.key_file_exists, officers.cannot_write. */
  save(): Result<null>
}

/**
 * The key slots of this desk. The database key is 32 random bytes that are never stored in clear; each slot wraps it.
 * Every operation may also give the errors of the key file (officers.key_file_missing, _damaged, _newer,
 * officers.cannot_read); those that write also officers.cannot_write and officers.key_file_changed.
 */
export interface KeySlots {
  /** Has this desk been set up? */
  exists(): Result<boolean>
  /** Who can sign in here, by user name. */
  users(): Result<readonly SlotUser[]>
  /** The key file's generation now, for the store to remember: `OpenedKeys.generation` says what it is good for. */
  generation(): Result<number>
  /** Makes the database key, the first officer's slot and the recovery key. Errors: those of a new password. */
  prepare(first: changes.NewOfficer): Promise<Result<PreparedKeys>>
  /**
   * Opens the desk. Errors: officers.wrong_credentials (user or password: the same answer after the same time),
   * officers.keychain_changed, officers.keychain_unavailable.
   */
  openByPassword(userName: string, password: string): Promise<Result<OpenedKeys>>
  /** Opens the desk with the printed key alone. Errors: officers.recovery_key_length, _group, _wrong. */
  openByRecoveryKey(text: string): Result<OpenedKeys>
  /** Gives an officer a slot. Errors: officers.user_name_taken, _invalid, those of a new password. */
  addOfficer(keys: OpenedKeys, newcomer: changes.NewOfficer): Promise<Result<null>>
  /** An officer's own change. Errors: as openByPassword, officers.password_same, those of a new password. */
  changePassword(wish: changes.PasswordChange): Promise<Result<OpenedKeys>>
  /**
   * A password set with the desk open: an administrator's reset (`mustChange`), or the officer who came with the
   * recovery key. Errors: officers.no_such_officer, those of a new password.
   */
  setPassword(keys: OpenedKeys, userId: Uuid, choice: changes.PasswordChoice): Promise<Result<null>>
  /** Lets an officer be known by a badge too, or no longer. Errors: officers.no_such_officer, officers.badge_taken. */
  setBadge(keys: OpenedKeys, userId: Uuid, badge: string | undefined): Promise<Result<null>>
  /** Takes an officer's slot away. Errors: officers.no_such_officer, officers.last_slot. */
  removeOfficer(keys: OpenedKeys, userId: Uuid): Promise<Result<null>>
  /** A new printed key; the one before opens nothing any more. */
  replaceRecoveryKey(keys: OpenedKeys): Promise<Result<string>>
  /**
   * After a lost or changed keychain: gives this computer's keychain the device secret again, so that every
   * officer's password works as before. True if there was something to do. Error: officers.keychain_unavailable.
   */
  rebindDevice(keys: OpenedKeys): Promise<Result<boolean>>
  /**
   * Brings the slot that was just opened to today's cost and binds it to the device where a keychain has come.
   * True if the slot was written anew. Call after a sign-in, with the same password.
   */
  strengthen(keys: OpenedKeys, password: string): Promise<Result<boolean>>
}

/** The key slots over the host's ports. Changes take turns, so that none is lost to another. */
export function keySlots(ports: SlotPorts): KeySlots {
  const inTurn = createTurns().take
  return {
    exists: () => hasKeyFile(ports.files),
    users: () => listUsers(ports.files),
    generation: () => currentGeneration(ports.files),
    prepare: (first) => prepareKeys(ports, first),
    openByPassword: (userName, password) => openByPassword(ports, userName, password),
    openByRecoveryKey: (text) => openByRecoveryKey(ports, text),
    addOfficer: (keys, newcomer) => inTurn(() => changes.addOfficer(ports, keys, newcomer)),
    changePassword: (wish) => inTurn(() => changes.changePassword(ports, wish)),
    setPassword: (keys, userId, choice) => inTurn(() => changes.setPassword(ports, keys, userId, choice)),
    setBadge: (keys, userId, badge) => inTurn(async () => changes.setBadge(ports, keys, userId, badge)),
    removeOfficer: (keys, userId) => inTurn(async () => changes.removeOfficer(ports, keys, userId)),
    replaceRecoveryKey: (keys) => inTurn(async () => changes.replaceRecoveryKey(ports, keys)),
    rebindDevice: (keys) => inTurn(() => changes.rebindDevice(ports, keys)),
    strengthen: (keys, password) => inTurn(() => changes.strengthen(ports, keys, password)),
  }
}

function hasKeyFile(files: Files): Result<boolean> {
  const file = readKeyFile(files)
  if (file.ok) return ok(true)
  return file.failure.code === 'officers.key_file_missing' ? ok(false) : file
}

function listUsers(files: Files): Result<readonly SlotUser[]> {
  const file = readKeyFile(files)
  if (!file.ok) return file
  const users = file.value.officers.map(({ userId, userName, mustChange, badge }) => ({
    userId,
    userName,
    mustChange,
    badge,
  }))
  return ok(users.sort((a, b) => (a.userName < b.userName ? -1 : 1)))
}

function currentGeneration(files: Files): Result<number> {
  const file = readKeyFile(files)
  return file.ok ? ok(file.value.generation) : file
}

async function prepareKeys(ports: SlotPorts, first: changes.NewOfficer): Promise<Result<PreparedKeys>> {
  const officer = changes.checkOfficer(first)
  if (!officer.ok) return officer
  const { keychain, random } = ports
  const databaseKey = random.bytes(32)
  const device = (await keychain.available()) ? await newDevice(keychain, databaseKey, random) : null
  const secret = await readDeviceSecret(keychain, device)
  if (!secret.ok) return secret
  const slot = await wrapForOfficer(ports, databaseKey, officer.value, secret.value)
  const recoveryKey = random.bytes(recoveryKeyBytes)
  const recovery = wrapForRecovery(ports, databaseKey, recoveryKey)
  const { userId, userName, mustChange } = slot
  return ok({
    keys: { databaseKey, openedBy: { kind: 'officer', userId, userName, mustChange }, fileIntact: true, generation: 1 },
    recoveryKey: writeRecoveryKey(recoveryKey),
    save: () => saveFirst(ports.files, databaseKey, { generation: 0, device, officers: [slot], recovery }),
  })
}

function saveFirst(files: Files, databaseKey: Uint8Array, content: KeyFileContent): Result<null> {
  const existing = hasKeyFile(files)
  if (!existing.ok) return existing
  if (existing.value) return fail('officers.key_file_exists')
  const written = writeKeyFile(files, databaseKey, content)
  return written.ok ? ok(null) : written
}
