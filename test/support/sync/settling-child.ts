/** A desk in a process of its own that works and settles without end, until it is killed. Says what was committed. */
import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { nodeClock, nodeRandom, nodeTimers } from '../../../src/main/ports/node.ts'
import { deskProjections } from '../../../src/main/store/projections/index.ts'
import { openStore } from '../../../src/main/store/store.ts'
import { createClient } from '../../../src/main/sync/client.ts'
import { nodeHttp } from '../../../src/main/sync/http.ts'
import { settleOnce } from '../../../src/main/sync/round.ts'
import { catalogue } from '../../../src/shared/domain/catalogue.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { shown } from './exchange.ts'

export interface Settling {
  readonly folder: string
  readonly central: string
  /** Whose claims they are. */
  readonly officer: string
  /** `work`: for ever. `drain`: settles until nothing waits, says what it shows as a digest, and ends. */
  readonly what: 'work' | 'drain'
  /** Asks to be enrolled with this code first; under a new identity where its store was put back. */
  readonly enrol?: { readonly code: string; readonly renewed: boolean }
}

const { folder, central, officer, what, enrol } = JSON.parse(process.argv[2] ?? '{}') as Settling
const say = (word: string, value: unknown = '') => writeSync(1, `${word} ${JSON.stringify(value)}\n`)

const ports = { clock: nodeClock, random: nodeRandom, timers: nodeTimers, catalogue, projections: deskProjections }
const store = unwrap(openStore({ folder, key: new Uint8Array(32).fill(7), mode: 'open', ...ports }))
if (enrol?.renewed) unwrap(store.establish(store.identity()?.office ?? ''))
const client = createClient({
  ...{ http: nodeHttp(), central, clock: nodeClock, random: nodeRandom, sign: store.sync.sign },
  device: store.identity()?.device ?? '',
})

const round = async (): Promise<string | undefined> => {
  const done = await settleOnce(store, client, { signal: new AbortController().signal, version: '99.0.0' })
  return done.ok ? undefined : done.failure.code
}

/** A person and a claim, or a field of the last one: one commit, told once it is on the disk. */
function work(n: number, last: string | undefined): string {
  const person = last ?? store.newId()
  const office = store.identity()?.office ?? ''
  const ids = unwrap(
    store.transact({ actor: officer }, (tx) => {
      const subject = { kind: 'person', id: person } as const
      const first = last ? [] : [tx.append({ subject, type: 'person.registered', body: { office } })]
      const fields = { familyName: `Family ${n}`, givenNames: `Given ${process.pid}` }
      return ok(
        [...first, tx.append({ subject, type: 'person.set', body: { fields, source: 'typed' } })].map(({ id }) => id),
      )
    }),
  )
  say('kept', ids)
  return person
}

async function workOn(): Promise<void> {
  let last: string | undefined
  for (let n = 0; ; n++) {
    last = work(n, n % 3 === 0 ? undefined : last)
    const problem = await round()
    if (problem) say('problem', problem)
    await wait(problem ? 200 : 20)
  }
}

async function drain(): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const problem = await round()
    if (!problem && store.sync.waiting() === 0) break
    if (problem) say('problem', problem)
    await wait(250)
  }
  const { ok: whole, problems } = await store.check()
  say('drained', { position: store.sync.position(), waiting: store.sync.waiting(), whole, problems: problems.length })
  say(
    'shown',
    createHash('sha256')
      .update(JSON.stringify(shown(store)))
      .digest('hex'),
  )
  say(
    'ids',
    store.since(0, 1_000_000).map(({ id }) => id),
  )
  unwrap(store.close())
}

if (enrol) {
  const { office: stream = '', publicKey = new Uint8Array() } = store.identity() ?? {}
  unwrap(await client.enrol({ code: enrol.code, publicKey: Buffer.from(publicKey).toString('base64'), stream }))
  say('enrolled', store.identity()?.device)
}
await (what === 'work' ? workOn() : drain())
