import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataFolder } from '../../../src/main/officers/folder.ts'
import { noKeychain } from '../../../src/main/officers/ports.ts'
import { keyFileName } from '../../../src/main/officers/slot-file.ts'
import { keySlots } from '../../../src/main/officers/slots.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { alice, bruno, cheap, countingDerivation, random, testClock } from '../../unit/officers/support.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const through = <T>(_: string, fn: () => T) => fn()
const slotsIn = (step: typeof through = through) =>
  keySlots({
    files: dataFolder(folder, step),
    keychain: noKeychain,
    random,
    clock: testClock().clock,
    deriveKey: countingDerivation().deriveKey,
    cost: cheap,
  })
const setUp = async () => {
  const prepared = unwrap(await slotsIn().prepare(alice))
  unwrap(prepared.save())
  return prepared
}
const next = 'velvet harbour nine'
const program = fileURLToPath(new URL('./change-password.ts', import.meta.url))

describe('the key file on the disk', () => {
  test('is read by a new program, and only its owner may read it', async () => {
    const { keys } = await setUp()
    expect(unwrap(await slotsIn().openByPassword('alice', alice.password)).databaseKey).toEqual(keys.databaseKey)
    expect(statSync(join(folder, keyFileName)).mode & 0o077).toBe(0)
  })

  test.each(['file.write', 'file.rename', 'file.sync'])(
    'kill -9 at %s: one of the two passwords opens, and paper does',
    async (step) => {
      const { recoveryKey, keys } = await setUp()
      const run = spawnSync(process.execPath, [program, folder, step], { encoding: 'utf8' })
      expect(run.signal, run.stderr).toBe('SIGKILL')
      const old = await slotsIn().openByPassword('alice', alice.password)
      const changed = await slotsIn().openByPassword('alice', next)
      expect([old.ok, changed.ok]).toEqual(step === 'file.sync' ? [false, true] : [true, false])
      expect(unwrap(slotsIn().openByRecoveryKey(recoveryKey)).databaseKey).toEqual(keys.databaseKey)
    },
  )

  test('a program that was not killed changes the password', async () => {
    await setUp()
    const run = spawnSync(process.execPath, [program, folder, 'never'], { encoding: 'utf8' })
    expect(run.status, run.stderr).toBe(0)
    expect((await slotsIn().openByPassword('alice', next)).ok).toBe(true)
  })

  test.each(['file.write', 'file.rename'])('a disk that fails at %s leaves every slot as it was', async (step) => {
    const { keys } = await setUp()
    const before = readFileSync(join(folder, keyFileName))
    const full = slotsIn((name, fn) => {
      if (name !== step) return fn()
      throw Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' })
    })
    const added = await full.addOfficer(keys, bruno)
    expect(added).toEqual({
      ok: false,
      failure: { code: 'officers.cannot_write', params: { reason: 'ENOSPC' } },
    })
    expect(readFileSync(join(folder, keyFileName))).toEqual(before)
    expect((await slotsIn().addOfficer(keys, bruno)).ok).toBe(true)
    expect(readdirSync(folder)).toEqual([keyFileName])
  })

  test('a set-up cut off before its rename leaves a desk without keys', async () => {
    const cut = slotsIn((name, fn) => {
      if (name === 'file.rename') throw new Error('pulled the plug')
      return fn()
    })
    const prepared = unwrap(await cut.prepare(alice))
    expect(() => prepared.save()).toThrow('pulled the plug')
    expect(existsSync(join(folder, keyFileName))).toBe(false)
    expect(unwrap(slotsIn().exists())).toBe(false)
    expect(unwrap(await slotsIn().prepare(alice)).save().ok).toBe(true)
  })

  test('a file name is never a path', () => {
    for (const name of ['../keys.json', '/etc/passwd', '.hidden', 'a/b'])
      expect(() => dataFolder(folder, through).read(name)).toThrow('plain file name')
  })
})
