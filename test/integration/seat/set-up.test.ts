import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { NamedFile } from '../../../src/main/ports/types.ts'
import type { Step } from '../../../src/shared/ports.ts'
import { ok } from '../../../src/shared/result.ts'
import { testPorts } from '../../support/desk.ts'
import { codeFor } from '../../support/set-up.ts'
import { tempFolder } from '../../support/store.ts'
import { codeOf, openSeat, type Seat } from './kit.ts'

const numbers = readFileSync('assets/samples/numbers-lacolle-15.json', 'utf8')
const wish = {
  office: 'lacolle-15',
  displayName: 'Gwen Fitzgerald',
  userName: 'gwen',
  password: 'correct horse battery',
  numbers,
}

/** Begins and finishes a set-up; gives the failure of `finish`, or the phase it ended in. */
async function setUp(seat: Seat) {
  const secrets = await seat.desk.setup.begin(wish)
  const code = codeFor(secrets.totpSecret, seat.time.now)
  const ended = await seat.desk.setup.finish({ code, recoveryKeySaved: true }).then(
    ({ phase }) => phase,
    (error: { data?: { code: string } }) => error.data?.code ?? error,
  )
  return { secrets, ended }
}

test('set-up ends with the first administrator at the desk, who can come back', async () => {
  const seat = await openSeat()
  const { secrets, ended } = await setUp(seat)
  expect(ended).toBe('active')
  expect(secrets.recoveryCodes).toHaveLength(10)
  expect(existsSync(join(seat.dataDir, 'setting-up'))).toBe(false)
  const again = await seat.restart()
  expect((await again.desk.status()).phase).toBe('signed_out')
  expect(await codeOf(again.desk.setup.begin(wish))).toBe('officers.key_file_exists')
  expect((await again.desk.seat.signIn({ userName: 'gwen', password: wish.password })).phase).toBe('active')
})

describe('what set-up refuses leaves the desk as it was', () => {
  const refusals: [string, Partial<typeof wish>, string][] = [
    ['a short password', { password: 'too short' }, 'officers.password_too_short'],
    ['a common password', { password: 'password1234' }, 'officers.password_common'],
    ['a password made of the name', { password: 'Gwen Fitzgerald' }, 'officers.password_contextual'],
    ['a damaged numbers file', { numbers: '{ not JSON' }, 'claims.numbers_file_invalid'],
    ['an office that does not exist', { office: 'atlantis' }, 'desk.bad_input'],
  ]
  test.each(refusals)('%s', async (_, change, code) => {
    const seat = await openSeat()
    expect(await codeOf(seat.desk.setup.begin({ ...wish, ...change }))).toBe(code)
    expect((await seat.desk.status()).phase).toBe('needs_setup')
    expect(readdirSync(seat.dataDir)).toEqual([])
  })

  test('the numbers of another office', async () => {
    const seat = await openSeat()
    const foreign = numbers.replace('lacolle-15', 'toronto-pearson')
    expect(String(await codeOf(seat.desk.setup.begin({ ...wish, numbers: foreign })))).toMatch(/^claims\.numbers_/)
  })

  test('a wrong code, a recovery key not saved, and no set-up under way', async () => {
    const seat = await openSeat()
    expect(await codeOf(seat.desk.setup.finish({ code: '000000', recoveryKeySaved: true }))).toBe('setup.not_begun')
    expect(await codeOf(seat.desk.setup.saveRecoveryKey())).toBe('setup.not_begun')
    const { totpSecret } = await seat.desk.setup.begin(wish)
    const code = codeFor(totpSecret, seat.time.now)
    const wrong = code === '000000' ? '000001' : '000000'
    expect(await codeOf(seat.desk.setup.finish({ code: wrong, recoveryKeySaved: true }))).toBe('officers.code_wrong')
    expect(await codeOf(seat.desk.setup.finish({ code, recoveryKeySaved: false as true }))).toBe('desk.bad_input')
    expect((await seat.desk.status()).phase).toBe('needs_setup')
    expect(readdirSync(seat.dataDir)).toEqual([])
  })
})

test('the key that is saved to a stick is the one that was shown', async () => {
  const saved: NamedFile[] = []
  const dialogs = {
    async saveFile(file: NamedFile) {
      saved.push(file)
      return ok({ by: 'done' } as const)
    },
    openFile: async () => ok(null),
    openFolder: async () => ok(null),
  }
  const seat = await openSeat({ ports: { ...testPorts([]), dialogs } })
  const { recoveryKey } = await seat.desk.setup.begin(wish)
  await seat.desk.setup.saveRecoveryKey()
  expect(new TextDecoder().decode(saved[0]?.bytes)).toContain(recoveryKey)
})

test('begun twice, only the second one counts', async () => {
  const seat = await openSeat()
  const [first, second] = await Promise.all([seat.desk.setup.begin(wish), seat.desk.setup.begin(wish)])
  const finish = (totpSecret: string) =>
    seat.desk.setup.finish({ code: codeFor(totpSecret, seat.time.now), recoveryKeySaved: true })
  expect(await codeOf(finish(first.totpSecret))).toBe('officers.code_wrong')
  expect((await finish(second.totpSecret)).phase).toBe('active')
  await seat.desk.seat.signOut()
  const recover = (recoveryKey: string) =>
    seat.desk.seat.recover({ userName: 'gwen', recoveryKey, next: 'another long sentence' })
  expect(await codeOf(recover(first.recoveryKey))).toBe('officers.recovery_key_wrong')
  expect((await recover(second.recoveryKey)).phase).toBe('needs_second_factor')
})

test('finished twice at once, the desk is set up once', async () => {
  const seat = await openSeat()
  const { totpSecret } = await seat.desk.setup.begin(wish)
  const code = codeFor(totpSecret, seat.time.now)
  const finish = () => seat.desk.setup.finish({ code, recoveryKeySaved: true })
  const [first, second] = await Promise.all([finish(), codeOf(finish())])
  expect(first.phase).toBe('active')
  expect(second).toBe('officers.key_file_exists')
  expect((await seat.desk.numbers.blocks()).length).toBe(3)
})

/** Fails the first step of this name with `error`; notes the names of all steps. */
function failingAt(failing: string, error: () => Error) {
  const names = new Set<string>()
  const step: Step = (name, fn) => {
    const first = !names.has(name)
    names.add(name)
    if (first && name === failing) throw error()
    return fn()
  }
  return { names, step }
}

const diskFull = () => Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' })
const mistake = () => new Error('a mistake of ours')

test.each([
  ['a full disk at any step', diskFull, 1],
  ['a mistake of ours at every fourth step', mistake, 4],
] as const)(
  '%s leaves either a new desk or a desk that is set up',
  async (_, error, every) => {
    const probe = failingAt('', error)
    const { ended } = await setUp(await openSeat({ step: probe.step }))
    expect(ended).toBe('active')
    expect(probe.names.size).toBeGreaterThan(10)
    for (const name of [...probe.names].filter((_, index) => index % every === 0)) {
      const seat = await openSeat({ step: failingAt(name, error).step })
      await setUp(seat)
      const { phase } = await seat.desk.status()
      expect([name, phase]).toEqual([name, expect.stringMatching(/^(needs_setup|signed_out|active)$/)])
      // Once more at the same desk, with the disk in order again.
      if (phase === 'needs_setup') expect([name, (await setUp(seat)).ended]).toEqual([name, 'active'])
      await usable(await seat.restart(), name)
    }
  },
  180_000, // each step is a set-up of its own, and every room of the store adds some
)

/** The desk is set up: its administrator comes in and finds the numbers. */
async function usable(seat: Seat, at: string): Promise<void> {
  expect([at, (await seat.desk.status()).phase]).toEqual([at, 'signed_out'])
  const status = await seat.desk.seat.signIn({ userName: 'gwen', password: wish.password })
  expect([at, status.phase]).toEqual([at, 'active'])
  expect(await seat.desk.numbers.blocks()).toHaveLength(3)
  expect(existsSync(join(seat.dataDir, 'setting-up'))).toBe(false)
  await seat.close()
}

test('a program killed at any step starts as a new desk or as one that is set up', async () => {
  const { folder } = tempFolder()
  const dataDir = join(folder, 'data')
  const shots = new Map<string, string>()
  // What the disk holds at the step is what a killed program leaves: once a name, the last time that it comes.
  const step: Step = (name, fn) => {
    const shot = join(folder, name)
    rmSync(shot, { recursive: true, force: true })
    cpSync(dataDir, shot, { recursive: true })
    shots.set(name, shot)
    return fn()
  }
  mkdirSync(dataDir)
  const killed = await openSeat({ dataDir, step })
  expect((await setUp(killed)).ended).toBe('active')
  await killed.close()
  expect(shots.size).toBeGreaterThan(10)
  const phases = new Set<string>()
  for (const [at, shot] of shots) {
    const seat = await openSeat({ dataDir: shot })
    const { phase } = await seat.desk.status()
    phases.add(phase)
    if (phase === 'needs_setup') expect([at, (await setUp(seat)).ended]).toEqual([at, 'active'])
    await usable(await seat.restart(), at)
  }
  expect([...phases].sort()).toEqual(['needs_setup', 'signed_out'])
}, 180_000)
