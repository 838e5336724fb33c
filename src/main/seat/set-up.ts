import { existsSync, renameSync } from 'node:fs'
import type { NumberBlockView, SetupSecrets } from '../../shared/contract/views.ts'
import { type Block, readNumbersFile } from '../../shared/domain/numbers.ts'
import { officeOf as portOf } from '../../shared/domain/ports-of-entry.ts'
import { foldUserName } from '../../shared/officers/user-name.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { PreparedKeys } from '../officers/slots.ts'
import { acceptCode, enrolmentUri, type NewSecondFactor, newSecondFactor, qrMatrix } from '../officers/totp.ts'
import type { Store, Tx } from '../store/types.ts'
import type { Core } from './core.ts'
import { newUuid } from './ids.ts'
import { keepSecret } from './secrets.ts'

/**
 * The first start: office, first administrator, password, second factor, recovery key, numbers. Nothing is written
 * before the last step; given up in between it leaves no trace.
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
  readonly blocks: readonly Block[]
  readonly prepared: PreparedKeys
  readonly second: NewSecondFactor
}

export interface Setup {
  begin(wish: SetupWish): Promise<Result<SetupSecrets>>
  /** The recovery key of the set-up under way, for printing or a USB stick. */
  recoveryKey(): Result<string>
  finish(code: string): Promise<Result<null>>
}

/** A file that stands while the store is being made: what is found with it was never used. */
const marker = 'setting-up'

export function createSetup(core: Core): Setup {
  let pending: Pending | undefined
  return {
    async begin(wish) {
      const free = core.isSetUp()
      if (!free.ok) return free
      if (free.value) return fail('officers.key_file_exists')
      const port = portOf(wish.office)
      if (!port) return fail('desk.bad_input', { field: 'office' })
      const blocks = readNumbersFile(wish.numbers, wish.office)
      if (!blocks.ok) return blocks
      const officer = newUuid(core.options)
      const { password, displayName } = wish
      const userName = foldUserName(wish.userName)
      const avoid = [displayName, port.name.en, port.name.fr]
      const prepared = await core.door.slots.prepare({ userId: officer, userName, password, mustChange: false, avoid })
      if (!prepared.ok) return prepared
      const second = newSecondFactor(core.options.random)
      pending = { ...wish, userName, officer, blocks: blocks.value, prepared: prepared.value, second }
      return ok({ ...secretsOf(second, port.name.en, userName), recoveryKey: prepared.value.recoveryKey })
    },
    recoveryKey: () => (pending ? ok(pending.prepared.recoveryKey) : fail('officers.not_signed_in')),
    async finish(code) {
      if (!pending) return fail('officers.not_signed_in')
      const accepted = acceptCode(pending.second.record, code, core.options.clock.now())
      if (!accepted.ok) return accepted
      const made = makeDesk(core, pending, { factor: accepted.value, lastAt: core.options.clock.now() })
      if (!made.ok) return made
      const { officer } = pending
      pending = undefined
      core.session.take({ type: 'password_accepted', officer, mustChangePassword: false, secondFactorDue: false })
      return ok(null)
    },
  }
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
  const blocks = readNumbersFile(text)
  if (!blocks.ok) return blocks
  return ok({
    blocks: blocks.value.map((block) => ({ ...block, next: block.first, left: block.last - block.first + 1 })),
  })
}

/** Store first, key file last: only with the key file is the desk set up. */
function makeDesk(core: Core, pending: Pending, secret: Parameters<typeof keepSecret>[2]): Result<null> {
  const { files } = core.slotPorts
  if (existsSync(core.storeFolder)) {
    // Without a marker this is a store that was in use and lost its key file: never put aside by a set-up.
    const marked = files.read(marker)
    if (!marked.ok) return marked
    if (marked.value === null) return fail('store.exists')
    renameSync(core.storeFolder, `${core.storeFolder}.abandoned-${core.options.clock.now()}`)
  }
  const begun = files.writeAtomically(marker, new Uint8Array())
  if (!begun.ok) return begun
  const desk = core.open(pending.prepared.keys, 'create')
  if (!desk.ok) return desk
  const founded = foundOffice(desk.value.store, { ...pending, secret, demo: false })
  const counters = founded.ok ? core.door.lockout.create() : founded
  const saved = counters.ok ? pending.prepared.save() : counters
  if (!saved.ok) {
    core.shut()
    return saved
  }
  const done = files.remove(marker)
  return done.ok ? ok(null) : done
}

interface Founding {
  readonly office: string
  readonly officer: string
  readonly userName: string
  readonly displayName: string
  readonly blocks: readonly Block[]
  readonly secret?: Parameters<typeof keepSecret>[2]
  readonly demo: boolean
}

/** The first events of a desk: its office, itself, its administrator, its numbers. */
export function foundOffice(store: Store, founding: Founding): Result<null> {
  const port = portOf(founding.office)
  if (!port) return fail('desk.bad_input', { field: 'office' })
  const office = store.newId()
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
    for (const block of founding.blocks)
      tx.append({ subject: { kind: 'lease', id: tx.newId() }, type: 'lease.granted', body: block })
    return ok(null)
  })
}

export const appendDevice = (
  tx: Tx,
  device: string,
  body: { publicKey: string; demo?: boolean; restoredFrom?: string },
) => tx.append({ subject: { kind: 'device', id: device }, type: 'device.started', body })
