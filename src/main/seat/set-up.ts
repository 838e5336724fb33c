import { existsSync, renameSync } from 'node:fs'
import type { NumberBlockView, SetupSecrets } from '../../shared/contract/views.ts'
import { readNumbersFile } from '../../shared/domain/numbers.ts'
import { officeId, officeOf as portOf } from '../../shared/domain/ports-of-entry.ts'
import { foldUserName } from '../../shared/officers/user-name.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Grant, grantBlocks, readGrant } from '../office/numbers.ts'
import type { PreparedKeys } from '../officers/slots.ts'
import { acceptCode, enrolmentUri, type NewSecondFactor, newSecondFactor, qrMatrix } from '../officers/totp.ts'
import { freePath } from '../store/durable.ts'
import { failureOf } from '../store/sqlite-failure.ts'
import type { Store, Tx } from '../store/types.ts'
import type { Core } from './core.ts'
import { newUuid } from './ids.ts'
import { leftovers, removeMarker, setMarker } from './marker.ts'
import { keepSecret } from './secrets.ts'

/**
 * The first start: office, first administrator, password, second factor, recovery key, numbers. Nothing is written
 * before the last step; given up in between it leaves no trace. Cut short in the last step, it can be done again.
 */

export interface SetupWish {
  readonly office: string
  readonly displayName: string
  readonly userName: string
  readonly password: string
  /** Text of the numbers file. */
  readonly numbers: string
}

interface Pending extends SetupWish {
  readonly officer: string
  readonly grant: Grant
  readonly prepared: PreparedKeys
  readonly second: NewSecondFactor
}

/** `begin` and `finish` are called in turn (Core.inTurn). */
export interface Setup {
  /** A second `begin` takes the place of the first, whose code and recovery key then count for nothing. */
  begin(wish: SetupWish): Promise<Result<SetupSecrets>>
  /** The recovery key of the set-up under way, for printing or a USB stick. Error: setup.not_begun. */
  recoveryKey(): Result<string>
  /** Errors: setup.not_begun, officers.key_file_exists, those of a code and of writing. */
  finish(code: string): Promise<Result<null>>
}

export function createSetup(core: Core): Setup {
  let pending: Pending | undefined
  const forget = () => {
    pending?.prepared.keys.databaseKey.fill(0)
    pending = undefined
  }
  /** Not once the desk is set up, be it by a restore meanwhile. */
  const stillFree = (): Result<null> => {
    const setUp = core.isSetUp()
    if (!setUp.ok) return setUp
    if (!setUp.value) return ok(null)
    forget()
    return fail('officers.key_file_exists')
  }
  return {
    async begin(wish) {
      const free = stillFree()
      if (!free.ok) return free
      const prepared = await prepare(core, wish)
      if (!prepared.ok) return prepared
      forget()
      pending = prepared.value
      const { second, userName, office } = pending
      const secrets = secretsOf(second, portOf(office)?.name.en ?? office, userName)
      return ok({ ...secrets, recoveryKey: pending.prepared.recoveryKey })
    },
    recoveryKey: () => (pending ? ok(pending.prepared.recoveryKey) : fail('setup.not_begun')),
    async finish(code) {
      const free = stillFree()
      if (!free.ok) return free
      if (!pending) return fail('setup.not_begun')
      const { officer, second } = pending
      const now = core.options.clock.now()
      const accepted = acceptCode(second.record, code, now)
      if (!accepted.ok) return accepted
      const made = await makeDesk(core, pending, { factor: accepted.value, lastAt: now })
      if (!made.ok) return made
      forget()
      core.session.take({ type: 'password_accepted', officer, mustChangePassword: false, secondFactorDue: false })
      return ok(null)
    },
  }
}

/** Judges everything that was entered and makes the keys, in memory only. */
async function prepare(core: Core, wish: SetupWish): Promise<Result<Pending>> {
  const port = portOf(wish.office)
  if (!port) return fail('desk.bad_input', { field: 'office' })
  const grant = readGrant(wish.numbers, wish.office)
  if (!grant.ok) return grant
  const officer = newUuid(core.options)
  const { password, displayName } = wish
  const userName = foldUserName(wish.userName)
  const avoid = [displayName, port.name.en, port.name.fr]
  const prepared = await core.door.slots.prepare({ userId: officer, userName, password, mustChange: false, avoid })
  if (!prepared.ok) return prepared
  const second = newSecondFactor(core.options.random)
  return ok({ ...wish, userName, officer, grant: grant.value, prepared: prepared.value, second })
}

/** What an officer needs to add the second factor to a phone, and the codes for the day the phone is lost. */
export function secretsOf(
  second: NewSecondFactor,
  office: string,
  userName: string,
): Omit<SetupSecrets, 'recoveryKey'> {
  const totpUri = enrolmentUri(second.record, { office, userName })
  return { totpUri, totpSecret: second.record.secret, qr: qrMatrix(totpUri), recoveryCodes: second.recoveryCodes }
}

/** The blocks of a numbers file, for the summary before anything is made. */
export function previewNumbers(text: string): Result<{ blocks: NumberBlockView[] }> {
  const file = readNumbersFile(text)
  if (!file.ok) return file
  return ok({
    blocks: file.value.blocks.map((block) => ({ ...block, next: block.first, left: block.last - block.first + 1 })),
  })
}

/** Store first, key file last: only with the key file is the desk set up. Unless all of it works, nothing stays open. */
async function makeDesk(core: Core, pending: Pending, secret: Parameters<typeof keepSecret>[2]): Promise<Result<null>> {
  const { files } = core.slotPorts
  const room = makeRoom(core)
  if (!room.ok) return room
  const marked = setMarker(files)
  if (!marked.ok) return marked
  let done = false
  try {
    const desk = core.open(pending.prepared.keys, 'create')
    if (!desk.ok) return desk
    const founded = foundOffice(desk.value.store, { ...pending, secret, demo: false })
    const counters = founded.ok ? core.door.lockout.create() : founded
    const saved = counters.ok ? pending.prepared.save() : counters
    done = saved.ok
    if (!saved.ok) return saved
  } finally {
    if (!done) await core.shut()
  }
  removeMarker(files) // If it cannot be removed now, the next sign-in does it.
  return ok(null)
}

/** Puts what an unfinished set-up left aside. Never a store that was in use: `isSetUp` has refused before. */
function makeRoom({ slotPorts, storeFolder, options }: Core): Result<null> {
  const left = leftovers(slotPorts.files, storeFolder)
  if (!left.ok) return left
  if (left.value === 'nothing' || !existsSync(storeFolder)) return ok(null)
  try {
    renameSync(storeFolder, freePath(`${storeFolder}.abandoned-${options.clock.now()}`))
    return ok(null)
  } catch (error) {
    const failure = failureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  }
}

interface Founding {
  readonly office: string
  readonly officer: string
  readonly userName: string
  readonly displayName: string
  readonly grant: Grant
  readonly secret?: Parameters<typeof keepSecret>[2]
  readonly demo: boolean
}

/** The first events of a desk: its office, itself, its administrator, its numbers. */
export function foundOffice(store: Store, founding: Founding): Result<null> {
  const port = portOf(founding.office)
  if (!port) return fail('desk.bad_input', { field: 'office' })
  const office = officeId(port.slug)
  const identity = store.establish(office)
  if (!identity.ok) return identity
  const { device, publicKey } = identity.value
  return store.transact({ actor: founding.officer }, (tx) => {
    const body = { name: port.name, code: port.slug, zone: port.zone }
    tx.append({ subject: { kind: 'office', id: office }, type: 'office.founded', body })
    appendDevice(tx, device, { publicKey: Buffer.from(publicKey).toString('base64'), demo: founding.demo })
    const { userName, displayName } = founding
    const administrator = { userName, displayName, roles: ['administrator'], jurisdiction: 'office' }
    tx.append({ subject: { kind: 'officer', id: founding.officer }, type: 'officer.enrolled', body: administrator })
    if (founding.secret) keepSecret(tx, founding.officer, founding.secret)
    grantBlocks(tx, founding.grant)
    return ok(null)
  })
}

export const appendDevice = (
  tx: Tx,
  device: string,
  body: { publicKey: string; demo?: boolean; restoredFrom?: string; reason?: string },
) => tx.append({ subject: { kind: 'device', id: device }, type: 'device.started', body })
