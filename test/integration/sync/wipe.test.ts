import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { revokeHere } from '../../../src/central/devices/enrolment.ts'
import { dataFolder } from '../../../src/main/officers/folder.ts'
import { keySlots } from '../../../src/main/officers/slots.ts'
import { nodeRandom } from '../../../src/main/ports/node.ts'
import { wipeOrderedAt } from '../../../src/main/sync/wipe-order.ts'
import { fail } from '../../../src/shared/result.ts'
import type { Statement } from '../../../src/shared/sync/statement.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { buildProgram, runProgram } from '../../support/child.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { centralDesks } from '../../support/sync/central-desks.ts'
import type { WipeInput } from '../../support/sync/wipe-child.ts'
import { codeOf } from '../seat/kit.ts'

let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

const desks = centralDesks(() => central)
const again: TestDesk[] = []
afterEach(async () => {
  for (const desk of again.splice(0)) await desk.close()
  await desks.close()
})

const password = 'correct horse battery'

/** A desk in use with a backup beside it. */
async function inUse(options: Parameters<typeof desks.enrolled>[0] = {}) {
  central.clock.advance(60_000) // so many enrolments a minute
  const at = await desks.enrolled(options)
  const backups = mkdtempSync(join(tmpdir(), 'passerelle-backups-'))
  await at.desk.settings.set({ backupFolder: backups })
  await at.desk.store.backup()
  await at.desk.sync.now()
  return { ...at, backups }
}

const revoke = async ({ desk }: TestDesk) => {
  await revokeHere(central.services, (await desk.status()).sync.device ?? '', 'left in a taxi')
}

const wiped = async ({ desk }: TestDesk) =>
  vi.waitFor(async () =>
    expect(await desk.status()).toMatchObject({ phase: 'refused', problem: { code: 'sync.wiped' } }),
  )

/** Every file below a folder, with its path. */
const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile())
    : []

/** Does anything of these folders still open, by the officer's password or the printed key? */
async function opensStill(folders: readonly string[], recoveryKey: string): Promise<string[]> {
  const keychain = {
    available: async () => false,
    protect: async () => new Uint8Array(),
    unprotect: async () => fail('officers.keychain_changed' as const),
  }
  const { deriveInWorker, currentCost } = await import('../../../src/main/officers/argon2.ts')
  const found: string[] = []
  for (const path of folders.flatMap(filesBelow).filter((each) => each.includes('keys.json'))) {
    const slots = keySlots({
      files: dataFolder(join(path, '..'), (_, fn) => fn()),
      keychain,
      random: nodeRandom,
      deriveKey: deriveInWorker,
      clock: central.clock,
      cost: currentCost,
    })
    const byPassword = await slots.openByPassword('gwen', password)
    if (byPassword.ok || slots.openByRecoveryKey(recoveryKey).ok) found.push(path)
  }
  return found
}

describe('a desk that was revoked', () => {
  test('sends nothing more, destroys its keys at its next contact, and says so', async () => {
    const at = await inUse()
    const kept = mkdtempSync(join(tmpdir(), 'passerelle-before-'))
    cpSync(at.dataDir, kept, { recursive: true })
    expect(await opensStill([kept, at.backups], at.secrets.recoveryKey)).toHaveLength(2)
    at.net.state.cut = true
    await at.desk.settings.set({ stockWarnAt: 44 })
    await revoke(at)
    expect(await codeOf(at.desk.sync.now())).toBe('sync.offline')
    expect((await at.desk.status()).phase).toBe('active')
    at.net.state.cut = false
    at.net.state.sent.splice(0)
    expect(await codeOf(at.desk.sync.now())).toBe('sync.revoked')
    await wiped(at)
    expect(at.net.state.sent).toEqual(['GET /v1/sync/hello'])
    expect(filesBelow(at.dataDir).filter((path) => !path.endsWith('revoked.json'))).toEqual([])
    expect(await opensStill([at.dataDir, at.backups], at.secrets.recoveryKey)).toEqual([])
    expect(await codeOf(at.desk.seat.signIn({ userName: 'gwen', password }))).toBe('officers.key_file_missing')
    const { recoveryKey } = at.secrets
    expect(await codeOf(at.desk.setup.restore({ folder: at.backups, recoveryKey }))).toBe('officers.not_signed_in')
  })

  test('whose wiping is cut short at any step goes on at the next start', async () => {
    const made = await inUse()
    const device = (await made.desk.status()).sync.device ?? ''
    await made.close()
    const kept = mkdtempSync(join(tmpdir(), 'passerelle-before-'))
    cpSync(made.dataDir, join(kept, 'desk'), { recursive: true })
    cpSync(made.backups, join(kept, 'backups'), { recursive: true })
    const wipe = central.services.signer.say('wipe', { device, at: '2026-11-23T18:00:00.000Z' })
    const http = async () => ({
      status: 403,
      header: () => undefined,
      body: Buffer.from(JSON.stringify({ code: 'device_revoked', wipe })),
    })
    const names: string[] = []
    for (let cutAt = 1, whole = false; !whole; cutAt++) {
      rmSync(made.backups, { recursive: true })
      cpSync(join(kept, 'backups'), made.backups, { recursive: true })
      const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-cut-'))
      cpSync(join(kept, 'desk'), dataDir, { recursive: true })
      let steps = 0
      let armed = false
      const at = await openTestDesk({
        dataDir,
        http,
        version: '0.1.0',
        step: (name, fn) => {
          const counted = armed && (name.startsWith('wipe.') || name.startsWith('file.'))
          if (counted && ++steps >= cutAt) {
            if (steps === cutAt) names.push(name)
            throw new Error('power cut, and nothing happens after it')
          }
          return fn()
        },
      })
      at.time.now = made.time.now
      await at.desk.seat.signIn({ userName: 'gwen', password })
      armed = true
      expect(await codeOf(at.desk.sync.now())).toBe('sync.revoked')
      await at.close()
      whole = steps < cutAt
      const next = await openTestDesk({ dataDir })
      again.push(next)
      if (existsSync(join(dataDir, 'revoked.json'))) {
        await wiped(next)
        expect(await opensStill([dataDir, made.backups], made.secrets.recoveryKey)).toEqual([])
        expect(existsSync(join(dataDir, 'store'))).toBe(false)
        expect(readFileSync(join(dataDir, 'revoked.json'), 'utf8')).toContain('"done":true')
      }
      // Before its word was on the disk the desk is as it was, and obeys at its next contact.
      else expect(await next.desk.seat.signIn({ userName: 'gwen', password })).toMatchObject({ phase: 'active' })
    }
    expect(new Set(names)).toEqual(
      new Set(['file.write', 'file.rename', 'file.sync', 'wipe.key', 'wipe.backup_key', 'wipe.store', 'wipe.counters']),
    )
  }, 120_000)
})

describe('a desk that is wiped', () => {
  /** A desk in use, closed, with copies to begin from; and what the central answers to it from now on. */
  async function condemned() {
    const made = await inUse()
    const device = (await made.desk.status()).sync.device ?? ''
    await made.close()
    const wipe = central.services.signer.say('wipe', { device, at: '2026-11-23T18:00:00.000Z' })
    const answer = JSON.stringify({ code: 'device_revoked', wipe })
    const kept = mkdtempSync(join(tmpdir(), 'passerelle-before-'))
    cpSync(made.dataDir, join(kept, 'desk'), { recursive: true })
    cpSync(made.backups, join(kept, 'backups'), { recursive: true })
    const anew = () => {
      rmSync(made.backups, { recursive: true })
      cpSync(join(kept, 'backups'), made.backups, { recursive: true })
      const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-killed-'))
      cpSync(join(kept, 'desk'), dataDir, { recursive: true })
      return dataDir
    }
    return { made, answer, anew }
  }

  test('and whose process is killed before any step of it has destroyed everything after its next start', {
    timeout: 180_000,
  }, async () => {
    const { made, answer, anew } = await condemned()
    const program = await buildProgram('test/support/sync/wipe-child.ts')
    const input: Omit<WipeInput, 'dataDir'> = { now: made.time.now, password, answer }
    const whole = runProgram(program, { ...input, dataDir: anew() })
    expect(whole.stderr).toBe('')
    const steps = whole.stdout.split('\n').filter((line) => line.startsWith('step ')).length
    expect(steps).toBeGreaterThan(6)
    for (let dieAt = 0; dieAt < steps; dieAt++) {
      const dataDir = anew()
      const child = runProgram(program, { ...input, dataDir, dieAt })
      expect(child.signal, child.stderr).toBe('SIGKILL')
      const next = await openTestDesk({ dataDir })
      again.push(next)
      if (existsSync(join(dataDir, 'revoked.json'))) {
        await wiped(next)
        expect(await opensStill([dataDir, made.backups], made.secrets.recoveryKey)).toEqual([])
        expect(existsSync(join(dataDir, 'store'))).toBe(false)
      }
      // Killed before its word was on the disk: as it was, and it obeys at its next contact.
      else expect(await next.desk.seat.signIn({ userName: 'gwen', password })).toMatchObject({ phase: 'active' })
      await next.close()
    }
  })

  test('on a full disk destroys its keys and its store all the same, and says so once there is room', async () => {
    const { made, answer, anew } = await condemned()
    const dataDir = anew()
    const store = join(dataDir, 'store')
    let full = false
    const http = async () => ({ status: 403, header: () => undefined, body: Buffer.from(answer) })
    const at = await openTestDesk({
      ...{ dataDir, http, version: '0.1.0' },
      step: (name, fn) => {
        // Until the store is gone nothing more fits.
        if (full && name === 'file.write' && existsSync(store))
          throw Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' })
        return fn()
      },
    })
    again.push(at)
    at.time.now = made.time.now
    await at.desk.seat.signIn({ userName: 'gwen', password })
    full = true
    expect(await codeOf(at.desk.sync.now())).toBe('sync.revoked')
    await wiped(at)
    expect(existsSync(store)).toBe(false)
    expect(await opensStill([dataDir, made.backups], made.secrets.recoveryKey)).toEqual([])
    expect(readFileSync(join(dataDir, 'revoked.json'), 'utf8')).toContain('"done":true')
  })
})

describe('an order to wipe', () => {
  /** What the central really signs for a device. */
  const orderFor = (device: string): Statement =>
    central.services.signer.say('wipe', { device, at: '2026-11-23T18:00:00.000Z' })
  const centralKey = () => Buffer.from(central.services.signer.publicKey).toString('base64')
  const device = '0198c0de-0000-8000-8000-00000000dead'

  test('is obeyed when the central signed it for this device', () => {
    expect(wipeOrderedAt(orderFor(device), { centralKey: centralKey(), device })).toBe('2026-11-23T18:00:00.000Z')
  })

  test('that is forged, another’s, an earlier identity’s or of another kind changes nothing', async () => {
    const party = { centralKey: centralKey(), device }
    const right = orderFor(device)
    const other = '0198c0de-0000-8000-8000-00000000beef'
    const another = await startTestCentral()
    const stranger = another.services.signer.say('wipe', { device, at: '2026-11-23T18:00:00.000Z' })
    await another.remove()
    const bad: unknown[] = [
      undefined,
      {},
      orderFor(other),
      stranger,
      { ...stranger, key: party.centralKey },
      { ...right, content: right.content.replace('18:00', '17:00') },
      { ...orderFor(other), content: right.content },
      central.services.signer.say('checkpoint', { device, at: '2026-11-23T18:00:00.000Z' }),
      { ...central.services.signer.say('checkpoint', { device, at: '2026-11-23T18:00:00.000Z' }), kind: 'wipe' },
      { ...right, signature: Buffer.alloc(64).toString('base64') },
    ]
    for (const order of bad) expect(wipeOrderedAt(order, party)).toBeUndefined()
  })

  test('of somebody between desk and central leaves the desk as it is, and it says that it was turned away', async () => {
    const at = await inUse()
    const own = (await at.desk.status()).sync.device ?? ''
    const forged = { ...orderFor('0198c0de-0000-8000-8000-00000000beef') }
    for (const wipe of [
      undefined,
      forged,
      { ...forged, content: JSON.stringify({ device: own, at: '2026-11-23T18:00:00.000Z' }) },
    ]) {
      at.net.state.answer = { status: 403, body: { code: 'device_revoked', wipe } }
      expect(await codeOf(at.desk.sync.now())).toBe('sync.revoked')
      expect(await at.desk.status()).toMatchObject({ phase: 'active', sync: { state: 'stopped' } })
    }
    at.net.state.answer = undefined
    expect(await at.desk.sync.now()).toMatchObject({ state: 'settled' })
    expect(existsSync(join(at.dataDir, 'keys.json'))).toBe(true)
  })
})
