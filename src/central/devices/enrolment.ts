import type { z } from 'zod'
import type { deviceView, enrolAnswer, enrolRequest } from '../../shared/contract/central.ts'
import { type Action, may } from '../../shared/domain/authority.ts'
import { type Block, writeNumber } from '../../shared/domain/numbers.ts'
import type { Clock, Random } from '../../shared/ports.ts'
import { deviceIdOf } from '../../shared/sync/device-id.ts'
import { clearLetters } from '../clear-letters.ts'
import type { Signer } from '../keys/signing.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Database } from '../storage/database.ts'
import {
  activate,
  addCode,
  addDevice,
  type DeviceRow,
  devicesOf,
  findDevice,
  revokeDevice,
  takeCode,
} from '../storage/devices.ts'
import { heldElsewhere, keepBlocks } from '../storage/numbers.ts'
import { grantsOf } from '../storage/streams.ts'
import { sha256 } from '../sync/crypto.ts'

export interface DeviceParts {
  readonly database: Database
  readonly clock: Clock
  readonly random: Random
  readonly signer: Signer
}

const codeHours = 24

/** Makes a one-time code for an office: 130 random bits, good for a day. Only its digest is kept. */
export async function makeCode({ database, clock, random }: DeviceParts, office: string): Promise<string> {
  const code = clearLetters(random, 26)
  const made = new Date(clock.now())
  const expires = new Date(clock.now() + codeHours * 3_600_000)
  await addCode(database.db, { code_hash: hashOf(code), office, made, expires })
  return code.replace(/(.{5})(?=.)/g, '$1-')
}

/** As it was read out or typed: case and hyphens do not matter, nor letters that look alike. */
const hashOf = (code: string): Buffer => {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return Buffer.from(sha256(Buffer.from(`passerelle/enrol/1\n${plain}`)))
}

/**
 * Takes in a desk that waits for a second officer, unless another desk hands out the numbers that it has left. Asking again with the
 * same key and code is harmless.
 */
export async function enrol(
  { database, clock, signer }: DeviceParts,
  request: z.infer<typeof enrolRequest>,
  keyid: string,
): Promise<Outcome<z.infer<typeof enrolAnswer>>> {
  const public_key = Buffer.from(request.publicKey, 'base64')
  const device = deviceIdOf(sha256, public_key)
  if (device !== keyid) return refuse(422, 'schema', { reason: 'publicKey' })
  const now = new Date(clock.now())
  const enrolled = await database.transact(async (tx): Promise<Outcome<DeviceRow>> => {
    const office = await takeCode(tx, hashOf(request.code), device, now)
    if (office === undefined) return refuse(403, 'code')
    const taken = await heldElsewhere(tx, request.blocks, device)
    // Before the desk is known here at all: set up anew, it is another desk.
    if (taken) return refuse(409, 'numbers_held', rangeOf(taken))
    const added = await addDevice(tx, { device, office, public_key, stream: request.stream, enrolled: now })
    if (!added) return refuse(409, 'stream_taken')
    await keepBlocks(tx, device, request.blocks)
    const row = await findDevice(tx, device)
    return row ? done(row) : refuse(403, 'code')
  })
  if (!enrolled.ok) return enrolled
  const { office, status } = enrolled.value
  const centralKey = Buffer.from(signer.publicKey).toString('base64')
  return done({ device, office, status, epoch: database.epoch, centralKey })
}

const rangeOf = (block: Block) => ({ first: writeNumber(block, block.first), last: writeNumber(block, block.last) })

/** An officer at an approved desk, who answers for what becomes of another. */
export interface Acting {
  readonly at: DeviceRow
  readonly officer: string
  readonly device: string
}

const approving: Action = 'settings.change'

/** Lets a waiting desk of the same office in. The desk that asks must be another one: it takes two. */
export async function approve({ database }: DeviceParts, acting: Acting): Promise<Outcome<DeviceRow>> {
  if (!(await mayAct(database, acting))) return refuse(403, 'not_entitled')
  const row = await activate(database.db, acting.device, acting.officer, acting.at.office)
  return row ? done(row) : refuse(404, 'no_device')
}

/** Turns a desk of the same office away for good. */
export async function revoke(
  { database, clock }: DeviceParts,
  acting: Acting & { readonly reason: string },
): Promise<Outcome<DeviceRow>> {
  if (!(await mayAct(database, acting))) return refuse(403, 'not_entitled')
  const told = { at: new Date(clock.now()), why: acting.reason, by: acting.officer }
  const row = await revokeDevice(database.db, acting.device, told, acting.at.office)
  return row ? done(row) : refuse(404, 'no_device')
}

async function mayAct({ transact }: Database, { at, officer, device }: Acting): Promise<boolean> {
  if (at.device === device) return false
  const grants = await transact((tx) => grantsOf(tx, at.office, [officer]))
  const grant = grants.get(officer)?.at(-1)
  return grant !== undefined && may({ id: officer, office: at.office, ...grant }, approving).allowed
}

/** The administrator of the central answers for it, at its own computer. */
export const approveHere = ({ database }: DeviceParts, device: string): Promise<DeviceRow | undefined> =>
  activate(database.db, device, 'central')

export const revokeHere = (
  { database, clock }: DeviceParts,
  device: string,
  why: string,
): Promise<DeviceRow | undefined> =>
  revokeDevice(database.db, device, { at: new Date(clock.now()), why, by: 'central' })

export const listDevices = ({ database }: DeviceParts, office?: string): Promise<DeviceRow[]> =>
  devicesOf(database.db, office)

export const viewOf = (row: DeviceRow): z.infer<typeof deviceView> => ({
  device: row.device,
  office: row.office,
  status: row.status,
  enrolled: row.enrolled.toISOString(),
  approvedBy: row.approved_by,
  seen: row.seen?.toISOString() ?? null,
})
