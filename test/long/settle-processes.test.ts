import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeClock, nodeRandom, nodeTimers } from '../../src/main/ports/node.ts'
import { foundOffice } from '../../src/main/seat/set-up.ts'
import { deskProjections } from '../../src/main/store/projections/index.ts'
import { openStore } from '../../src/main/store/store.ts'
import { catalogue } from '../../src/shared/domain/catalogue.ts'
import { ok, unwrap } from '../../src/shared/result.ts'
import { buildProgram } from '../support/child.ts'
import { tempFolder } from '../support/store.ts'
import type { Settling } from '../support/sync/settling-child.ts'

/**
 * Desks and the central as processes of their own that are killed in the middle of their work, a PostgreSQL that is
 * stopped at once, and a desk whose disk is put back to an older day. What was kept is everywhere afterwards, once.
 */

const { folder, remove } = tempFolder()
const data = join(folder, 'central')
let centralProgram: string
let deskProgram: string
const alive = new Set<ChildProcess>()

beforeAll(async () => {
  chmodSync(folder, 0o711)
  centralProgram = await buildProgram('src/central/main.ts')
  deskProgram = await buildProgram('test/support/sync/settling-child.ts')
}, 120_000)
afterAll(async () => {
  for (const child of alive) child.kill('SIGTERM')
  await wait(2000)
  remove()
})

const env = { ...process.env, DATABASE_URL: '', HOME: folder }
let port = 0

/** Starts the central and waits until it listens: at the same port each time, as a service of the system does. */
async function startCentral(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [centralProgram, '--data', data, '--listen', `127.0.0.1:${port}`], { env })
  alive.add(child)
  child.once('exit', () => alive.delete(child))
  child.stdout.resume()
  const said: string[] = []
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(said.join('\n'))))
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line)
      const [, found] = /^Passerelle central: http:\/\/127\.0\.0\.1:(\d+)/.exec(line) ?? []
      if (found) port = Number(found)
      if (found) resolve(child)
    })
  })
}

const command = (...args: string[]): string => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [centralProgram, ...args, '--data', data], {
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  return stdout.trim()
}
const codeFor = () => /[0-9A-Z]{5}(-[0-9A-Z]{1,5})+/.exec(command('enrol-code', '--office', 'lacolle-15'))?.[0] ?? ''

interface Desk {
  readonly name: string
  readonly folder: string
  readonly officer: string
  /** Ids of events that a process said are on the disk. */
  readonly kept: Set<string>
  child?: ChildProcess
  problems: string[]
}

function makeDesk(name: string): Desk {
  const place = join(folder, name)
  mkdirSync(place, { mode: 0o700 })
  const ports = { clock: nodeClock, random: nodeRandom, timers: nodeTimers, catalogue, projections: deskProjections }
  const store = unwrap(openStore({ folder: place, key: new Uint8Array(32).fill(7), mode: 'create', ...ports }))
  const [admin, officer] = [store.newId(), store.newId()]
  const who = { officer: admin, userName: `admin-${name}`, displayName: 'Admin', demo: false, grant: { blocks: [] } }
  unwrap(foundOffice(store, { office: 'lacolle-15', ...who }))
  const body = { userName: name, displayName: name, roles: ['border_officer'], jurisdiction: 'office' }
  unwrap(
    store.transact({ actor: admin }, (tx) => {
      tx.append({ subject: { kind: 'officer', id: officer }, type: 'officer.enrolled', body })
      return ok(null)
    }),
  )
  unwrap(store.close())
  return { name, folder: place, officer, kept: new Set(), problems: [] }
}

/** Starts the desk's process; gives what it said, by word, when it ends. */
function run(desk: Desk, what: Settling['what'], enrol?: Settling['enrol']): Promise<Map<string, unknown>> {
  const input: Settling = { folder: desk.folder, central: `http://127.0.0.1:${port}`, officer: desk.officer, what }
  const child = spawn(process.execPath, [deskProgram, JSON.stringify({ ...input, ...(enrol ? { enrol } : {}) })])
  desk.child = child
  alive.add(child)
  const said = new Map<string, unknown>()
  const errors: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  createInterface({ input: child.stdout }).on('line', (line) => {
    const at = line.indexOf(' ')
    const [word, value] = [line.slice(0, at), JSON.parse(line.slice(at + 1)) as unknown]
    if (word === 'kept') for (const id of value as string[]) desk.kept.add(id)
    else if (word === 'problem') desk.problems.push(String(value))
    else if (word === 'enrolled') command('approve', String(value))
    said.set(word, value)
  })
  return new Promise((resolve, reject) =>
    child.once('close', (_, signal) => {
      alive.delete(child)
      if (signal === 'SIGKILL' || errors.length === 0) resolve(said)
      else reject(new Error(`${desk.name}: ${errors.join('\n')}`))
    }),
  )
}

const somewhere = (most: number) => 50 + Math.floor(Math.random() * most)

async function killDesk(desk: Desk, ending: Promise<unknown>): Promise<void> {
  desk.child?.kill('SIGKILL')
  await ending
}

/** The processes of PostgreSQL end at once, without a word to anybody. */
function stopPostgres(): void {
  const pid = Number(readFileSync(join(data, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGQUIT') // "immediate": its next start recovers from the write-ahead log
}

async function settled(desks: readonly Desk[]) {
  const ends = []
  // Twice: what the last one sends must reach the first.
  for (const desk of [...desks, ...desks]) ends.push({ desk, said: await run(desk, 'drain') })
  return ends.slice(desks.length)
}

test('what was kept is everywhere, once, whoever is killed when', async () => {
  let central = await startCentral()
  const desks = ['a', 'b', 'c'].map(makeDesk)
  for (const desk of desks) await run(desk, 'drain', { code: codeFor(), renewed: false })
  let ends = desks.map((desk) => run(desk, 'work'))
  const counts = { desks: 0, centrals: 0, databases: 0 }
  const until = Date.now() + 90_000
  while (Date.now() < until) {
    await wait(somewhere(1500))
    const dice = Math.random()
    if (dice < 0.7) {
      const i = Math.floor(Math.random() * desks.length)
      await killDesk(desks[i]!, ends[i]!)
      ends = ends.with(i, run(desks[i]!, 'work'))
      counts.desks += 1
      continue
    }
    const ended = new Promise((resolve) => central.once('exit', resolve))
    if (dice < 0.85) central.kill('SIGKILL')
    else stopPostgres()
    counts[dice < 0.85 ? 'centrals' : 'databases'] += 1
    await Promise.race([ended, wait(20_000)])
    if (central.exitCode === null && central.signalCode === null) central.kill('SIGKILL')
    await wait(200)
    central = await startCentral()
  }
  for (const [i, desk] of desks.entries()) await killDesk(desk, ends[i]!)
  const after = await settled(desks)
  expectAllEverywhere(after, desks)
  console.log(JSON.stringify({ ...counts, kept: desks.map(({ kept }) => kept.size) }))
  expect(Math.min(counts.desks, counts.centrals + counts.databases)).toBeGreaterThan(2)

  // A disk that is put back: the desk went on for a while, and its older store goes on from there.
  const [a, b] = desks as [Desk, Desk, Desk]
  const old = join(folder, 'old')
  cpSync(b.folder, old, { recursive: true })
  const seen = new Set(b.kept)
  const working = run(b, 'work')
  await wait(4000)
  await killDesk(b, working)
  await run(b, 'drain') // the central has it
  rmSync(b.folder, { recursive: true })
  cpSync(old, b.folder, { recursive: true })
  b.problems = []
  const offline = run(b, 'work')
  await wait(3000)
  await killDesk(b, offline)
  expect(b.problems.some((code) => code === 'sync.lost_own' || code === 'sync.forked')).toBe(true)
  expect(b.kept.size).toBeGreaterThan(seen.size)
  // An administrator gives it a new identity; what it wrote since is written again under it.
  await run(b, 'drain', { code: codeFor(), renewed: true })
  const last = await settled([a, b])
  const [here, there] = last.map(({ said }) => said.get('shown'))
  expect(there).toBe(here)
  for (const { said } of last) expect(said.get('drained')).toMatchObject({ waiting: 0, whole: true })
  const exited = new Promise((resolve) => central.once('exit', resolve))
  central.kill('SIGTERM')
  await exited
}, 600_000)

/** Every kept event is in every desk's log once; all desks show the same rows. */
function expectAllEverywhere(ends: Awaited<ReturnType<typeof settled>>, desks: readonly Desk[]): void {
  const [first] = ends
  for (const { desk, said } of ends) {
    expect(said.get('drained'), desk.name).toMatchObject({ waiting: 0, whole: true })
    const ids = said.get('ids') as string[]
    expect(new Set(ids).size).toBe(ids.length)
    const here = new Set(ids)
    for (const { kept } of desks) expect([...kept].filter((id) => !here.has(id))).toEqual([])
    expect(said.get('shown')).toBe(first?.said.get('shown'))
  }
}
