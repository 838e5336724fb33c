/** The product's side: desks with real, encrypted stores, in a process of its own. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { nodeRandom, nodeTimers } from '../../../src/main/ports/node.ts'
import { foundOffice } from '../../../src/main/seat/set-up.ts'
import { headsOf } from '../../../src/main/store/field-heads.ts'
import { deskProjections } from '../../../src/main/store/projections/index.ts'
import { sql } from '../../../src/main/store/query.ts'
import { openStore } from '../../../src/main/store/store.ts'
import type { Store, Tx } from '../../../src/main/store/types.ts'
import type { CentralClient } from '../../../src/main/sync/client.ts'
import type { HttpRequest } from '../../../src/main/sync/http.ts'
import { offerSnapshot } from '../../../src/main/sync/snapshots.ts'
import { catalogue } from '../../../src/shared/domain/catalogue.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { fewestEvents } from '../../../src/shared/sync/snapshot.ts'
import { today } from '../fill.ts'
import { clientOf, clock, packAll, pour, settle } from './client.ts'
import { edited, material } from './material.ts'
import { actOn } from './parts.ts'
import { recording } from './recorded.ts'

/** Events in one transaction, where the desk writes what is to be sent. */
const together = 250

/** Made-up people need a cipher that costs what the real one costs, not a secret. */
const keyOfNobody = new Uint8Array(32).fill(7)

/** An empty desk of the office, with an administrator of its own and a border officer who writes. */
function newDesk(folder: string, name: string): { store: Store; officer: string } {
  const place = join(folder, name)
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const store = openDesk(place, 'create')
  const [administrator, officer] = [store.newId(), store.newId()]
  const who = { officer: administrator, userName: `admin-${name}`, displayName: 'Admin' }
  unwrap(foundOffice(store, { office: 'lacolle-15', ...who, grant: { blocks: [] }, demo: false }))
  const body = { userName: name, displayName: name, roles: ['border_officer'], jurisdiction: 'office' }
  unwrap(
    store.transact({ actor: administrator }, (tx) => {
      tx.append({ subject: { kind: 'officer', id: officer }, type: 'officer.enrolled', body })
      return ok(null)
    }),
  )
  return { store, officer }
}

/** The desk in a folder. */
export function openDesk(folder: string, mode: 'open' | 'create' = 'open'): Store {
  const ports = { clock, random: nodeRandom, timers: nodeTimers, catalogue, projections: deskProjections }
  return unwrap(openStore({ folder, key: keyOfNobody, mode, ...ports }))
}

interface Desk {
  readonly store: Store
  readonly officer: string
  readonly client: CentralClient
}

type Claim = { readonly person: string; readonly claim: string }

/** Waits for its orders; see bench.ts for their order. */
export function serveDesks(folder: string, central: string): Promise<void> {
  const desks = new Map<string, Desk>()
  const claims: Claim[] = []
  let ready: HttpRequest[] = []
  const deskOf = (name: string): Desk => {
    const found = desks.get(name)
    if (!found) throw new Error(`No desk ${name}`)
    return found
  }
  const write = (count: number, one: (tx: Tx, index: number) => void) => {
    const { store, officer } = deskOf('a')
    for (let from = 0; from < count; from += together)
      unwrap(
        store.transact({ actor: officer }, (tx) => {
          for (let i = from; i < Math.min(count, from + together); i++) one(tx, i)
          return ok(null)
        }),
      )
  }
  return actOn({
    async enrol({ desk, code }: { desk: string; code: string }) {
      const made = newDesk(folder, desk)
      const client = clientOf(made.store, central)
      desks.set(desk, { ...made, client })
      const { office: stream = '', publicKey = new Uint8Array() } = made.store.identity() ?? {}
      const asked = { code, publicKey: Buffer.from(publicKey).toString('base64'), stream }
      return unwrap(await client.enrol(asked)).device
    },
    /** One round; says what went out or came in. What the central answers stays in the file `kept`. */
    async settle({ desk, told, kept }: { desk: string; told?: 'pushed' | 'pulled'; kept?: string }) {
      const { store, client } = deskOf(desk)
      const { http, keep } = recording()
      const done = await settle(store, kept ? clientOf(store, central, http) : client)
      if (kept) keep(kept)
      if (store.sync.waiting() > 0) throw new Error('Something was not settled')
      return told && done[told]
    },
    /** As a desk does by itself: it writes a snapshot out for desks that join. */
    async offer({ desk }: { desk: string }) {
      const { store, client } = deskOf(desk)
      const { epoch } = unwrap(await client.hello())
      return unwrap(
        await offerSnapshot({ store, client, signal: new AbortController().signal, fewest: fewestEvents }, epoch),
      )
    },
    openCases: ({ count }: { count: number }) =>
      write(count, (tx, i) => void claims.push(openCase(tx, i, deskOf('a').store))),
    writeNames({ count }: { count: number }) {
      const given = [...material(count)]
      write(count, (tx, i) => {
        const body = { fields: given[i]?.person ?? {}, source: 'typed' }
        tx.append({ subject: { kind: 'person', id: claims[i]?.person ?? '' }, type: 'person.set', body })
      })
    },
    writeDocuments({ count }: { count: number }) {
      const given = [...material(count)]
      write(count, (tx, i) => setClaim(tx, claims[i], given[i]?.claim ?? {}))
      return given.reduce((sum, { claim }) => sum + JSON.stringify(claim).length, 0) / count
    },
    writeEdits: ({ count, round }: { count: number; round: number }) =>
      write(count, (tx, i) => setClaim(tx, claims[i], edited(round, i))),
    async pack() {
      ready = await packAll(deskOf('a').store, central)
    },
    /** Nothing but requests that are ready: what the central can take. */
    pour: () => pour(ready),
    /** The two desks are at the same place of the same stream, and every event took effect. */
    async same() {
      const [a, b] = [deskOf('a'), deskOf('b')]
      const head = unwrap(await a.client.hello()).streams[0]?.head
      const places = [a, b].map(({ store }) => store.sync.position())
      if (places.some((place) => place !== head)) throw new Error(`Desks stand at ${places.join(' and ')} of ${head}`)
      const bad = b.store.first<{ n: number }>(sql`SELECT count(*) AS n FROM placed WHERE verdict <> 'ok'`)?.n
      if (bad !== 0) throw new Error(`${bad} events are not ok`)
    },
  })
}

function openCase(tx: Tx, index: number, store: Store): Claim {
  const office = store.identity()?.office ?? ''
  const [person, claim] = [tx.newId(), tx.newId()]
  tx.append({ subject: { kind: 'person', id: person }, type: 'person.registered', body: { office } })
  const applicationNumber = `W${100_000_000 + index}`
  const body = { person, office, applicationNumber, channel: 'port_of_entry', claimDate: today }
  tx.append({ subject: { kind: 'claim', id: claim }, type: 'claim.opened', body })
  return { person, claim }
}

/** As an officer writes: in the place of what stood there, which is no conflict. */
function setClaim(tx: Tx, to: Claim | undefined, fields: object): void {
  const subject = { kind: 'claim', id: to?.claim ?? '' } as const
  const bases = headsOf(tx, subject, Object.keys(fields))
  tx.append({ subject, type: 'claim.set', body: { fields, source: 'typed' }, bases })
}
