import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { currentCost, deriveInWorker } from '../../../src/main/officers/argon2.ts'
import { dataFolder } from '../../../src/main/officers/folder.ts'
import { lockout } from '../../../src/main/officers/lockout.ts'
import type { Argon2Cost, DeriveKey } from '../../../src/main/officers/ports.ts'
import {
  changePasswordAtDoor,
  type Door,
  passSecondFactor,
  recover,
  signIn,
} from '../../../src/main/officers/sign-in.ts'
import { keySlots } from '../../../src/main/officers/slots.ts'
import { codeAt, newSecondFactor } from '../../../src/main/officers/totp.ts'
import { fail, ok, type Result, unwrap } from '../../../src/shared/result.ts'
import {
  alice,
  bruno,
  cheap,
  countingDerivation,
  random,
  testClock,
  testKeychain,
  testTimers,
} from '../../unit/officers/support.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-door-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const chain = testKeychain()
const time = testClock()
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)

/** The desk as it starts: everything it knows is in the folder. */
function start(deriveKey: DeriveKey = countingDerivation().deriveKey, cost: Argon2Cost = cheap) {
  const files = dataFolder(folder, (_, fn) => fn())
  const { timers, pass } = testTimers()
  const { clock } = time
  const slots = keySlots({ files, keychain: chain.keychain, random, clock, deriveKey, cost })
  const door: Door = { slots, lockout: lockout({ files, clock, timers, random }), clock }
  const passTime = (ms: number) => {
    time.advance(ms)
    pass(ms)
  }
  return { door, slots, passTime }
}

async function setUp() {
  const desk = start()
  unwrap(desk.door.lockout.create())
  const prepared = unwrap(await desk.slots.prepare(alice))
  unwrap(prepared.save())
  unwrap(await desk.slots.addOfficer(prepared.keys, bruno))
  return { ...desk, ...prepared }
}

describe('at the door', () => {
  test('wrong passwords delay the officer over a restart, and the refusals reach the log at the next opening', async () => {
    const { door } = await setUp()
    for (let i = 0; i < 3; i++)
      expect(code(await signIn(door, 'alice', 'wrong wrong wrong'))).toBe('officers.wrong_credentials')
    const { door: after, passTime } = start()
    expect(await signIn(after, 'alice', alice.password)).toMatchObject({ failure: { params: { seconds: 5 } } })
    expect(code(await signIn(after, 'bruno', bruno.password))).toBe('ok')
    passTime(5000)
    expect(code(await signIn(after, 'alice', alice.password))).toBe('ok')
    const names: (string | null)[] = []
    const drained = after.lockout.drainRefusals(['alice', 'bruno'], (list) => {
      names.push(...list.map((refusal) => refusal.userName))
      return ok(null)
    })
    expect([unwrap(drained), names]).toEqual([3, ['alice', 'alice', 'alice']])
  })

  test('trying the current password in a change of password is counted too', async () => {
    const { door } = await setUp()
    const wish = { userName: 'alice', current: 'wrong wrong wrong', next: 'velvet harbour nine' }
    for (let i = 0; i < 3; i++) expect(code(await changePasswordAtDoor(door, wish))).toBe('officers.wrong_credentials')
    expect(code(await signIn(door, 'alice', alice.password))).toBe('officers.wait')
  })

  test('a keychain that does not answer is no mistake of the officer', async () => {
    const { door } = await setUp()
    chain.setThere(false)
    for (let i = 0; i < 5; i++)
      expect(code(await signIn(door, 'alice', alice.password))).toBe('officers.keychain_unavailable')
    chain.setThere(true)
    expect(code(await signIn(door, 'alice', alice.password))).toBe('ok')
  })

  test('after a lost keychain the printed key brings back everybody', async () => {
    const { recoveryKey, keys } = await setUp()
    chain.changeAccount()
    const { door } = start()
    expect(code(await signIn(door, 'bruno', bruno.password))).toBe('officers.keychain_changed')
    const next = 'velvet harbour nine'
    expect(code(await recover(door, 'alice', recoveryKey.replace(/^./, 'U'), next))).toBe('officers.recovery_key_group')
    expect(unwrap(await recover(door, 'Alice', recoveryKey, next)).databaseKey).toEqual(keys.databaseKey)
    expect(code(await signIn(door, 'alice', next))).toBe('ok')
    expect(code(await signIn(door, 'bruno', bruno.password))).toBe('ok')
  })

  test('with the keychain gone for good the printed key leaves a password that works alone', async () => {
    const { recoveryKey } = await setUp()
    chain.setThere(false)
    const { door } = start()
    expect(code(await recover(door, 'alice', recoveryKey, 'velvet harbour nine'))).toBe('ok')
    expect(code(await signIn(start().door, 'alice', 'velvet harbour nine'))).toBe('ok')
    expect(code(await signIn(door, 'bruno', bruno.password))).toBe('officers.keychain_unavailable')
    chain.setThere(true)
  })

  test('at today’s cost, in the worker', async () => {
    await setUp()
    const { door } = start(deriveInWorker, currentCost)
    const opened = unwrap(await signIn(door, 'alice', alice.password))
    expect(unwrap(await door.slots.strengthen(opened, alice.password))).toBe(true)
    expect(code(await signIn(start(deriveInWorker).door, 'alice', alice.password))).toBe('ok')
    expect(code(await signIn(door, 'nobody', alice.password))).toBe('officers.wrong_credentials')
  })
})

describe('the second factor at the door', () => {
  test('a code counts only once it is kept, and wrong codes delay', async () => {
    const { door } = await setUp()
    let { record } = newSecondFactor(random)
    const officer = () => ({ userName: 'alice', record })
    const keep = (next: typeof record) => {
      record = next
      return ok(null)
    }
    const right = codeAt(record, time.clock.now())
    const broken = () => fail('officers.cannot_write', { reason: 'ENOSPC' })
    expect(code(await passSecondFactor(door, officer(), right, broken))).toBe('officers.cannot_write')
    expect(unwrap(await passSecondFactor(door, officer(), right, keep)).by).toBe('code')
    expect(code(await passSecondFactor(door, officer(), right, keep))).toBe('officers.code_replayed')
    for (let i = 0; i < 2; i++)
      expect(code(await passSecondFactor(door, officer(), '000000x', keep))).toBe('officers.code_wrong')
    expect(code(await passSecondFactor(door, officer(), '123456', keep))).toBe('officers.wait')
    expect(code(await signIn(door, 'alice', alice.password))).toBe('ok')
  })

  test('a recovery code stands in once', async () => {
    const { door } = await setUp()
    let { record, recoveryCodes } = newSecondFactor(random)
    const use = () =>
      passSecondFactor(door, { userName: 'alice', record }, recoveryCodes[3] ?? '', (next) => {
        record = next
        return ok(null)
      })
    expect(unwrap(await use()).by).toBe('recovery_code')
    expect(code(await use())).toBe('officers.recovery_code_wrong')
  })
})
