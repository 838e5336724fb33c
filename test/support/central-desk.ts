import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdCompress } from 'node:zlib'
import { v7 } from 'uuid'
import { sha256 } from '../../src/central/sync/crypto.ts'
import { deviceId } from '../../src/main/store/identity.ts'
import type { EventBody, EventName } from '../../src/shared/domain/catalogue.ts'
import { catalogue } from '../../src/shared/domain/catalogue.ts'
import { batchBytes } from '../../src/shared/sync/batch.ts'
import { chainStart, commitmentOf, eventHash } from '../../src/shared/sync/event-header.ts'
import { contentDigest, signRequest } from '../../src/shared/sync/http-signature.ts'
import type { HelloAnswer, PullAnswer, PushAnswer, PushRequest, WireEvent } from '../../src/shared/sync/wire.ts'
import { asked, type TestCentral } from './central.ts'

/** A desk as the central sees it: a key and a chain. Nothing of the real desk's program but how its id follows from its key. */
export interface WireDesk {
  readonly device: string
  readonly publicKey: Uint8Array
  readonly stream: string
  readonly admin: string
  /** Every event of its chain. */
  readonly chain: WireEvent[]
  /** Appends an event to the chain. */
  add<N extends EventName>(type: N, body: EventBody<N>, given?: Partial<WireEvent>): WireEvent
  /** A push of part of the chain, as it is signed. */
  batch(epoch: string, from?: number, to?: number): PushRequest
  /** Any signed request. */
  ask(central: TestCentral, method: string, target: string, body?: unknown, changes?: Asking): Promise<Response>
  hello(central: TestCentral): Promise<HelloAnswer>
  push(central: TestCentral, from?: number, to?: number): Promise<PushAnswer>
  pull(central: TestCentral, after?: number, limit?: number): Promise<PullAnswer>
  /** Its signature, 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array
  /** The same device: its key and its chain so far. What a copied disk would go on with. */
  copy(): WireDesk
}

export interface Asking {
  readonly created?: number
  readonly nonce?: string
  readonly headers?: Record<string, string>
  readonly raw?: Uint8Array
}

interface Origin {
  readonly privateKey: KeyObject
  readonly stream: string
  readonly admin: string
  readonly chain: WireEvent[]
}

const raw = (key: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))

/** A desk with the first three events of every set-up: its office, itself, its administrator. */
export function wireDesk(stream: string = v7(), admin: string = v7()): WireDesk {
  const { privateKey } = generateKeyPairSync('ed25519')
  const desk = deskOf({ privateKey, stream, admin, chain: [] })
  const name = { en: 'Lacolle', fr: 'Lacolle' }
  desk.add(
    'office.founded',
    { name, code: 'lacolle-15', zone: 'America/Toronto' },
    { subject: { kind: 'office', id: stream } },
  )
  const publicKey = Buffer.from(desk.publicKey).toString('base64')
  desk.add('device.started', { publicKey }, { subject: { kind: 'device', id: desk.device } })
  const gwen = {
    userName: 'gwen',
    displayName: 'Gwen',
    roles: ['administrator' as const],
    jurisdiction: 'office' as const,
  }
  desk.add('officer.enrolled', gwen, { subject: { kind: 'officer', id: admin } })
  return desk
}

function deskOf({ privateKey, stream, admin, chain }: Origin): WireDesk {
  const publicKey = raw(privateKey)
  const device = deviceId(publicKey)
  const hashes: Uint8Array[] = []
  const extend = (event: WireEvent) => {
    const hlc = { ms: event.hlc[0], counter: event.hlc[1] }
    hashes.push(eventHash(sha256, hashes.at(-1) ?? chainStart, { ...event, stream, device, hlc }, commitmentFor(event)))
  }
  for (const event of chain) extend(event)
  const desk: WireDesk = {
    device,
    publicKey,
    stream,
    admin,
    chain,
    add(type, body, given = {}) {
      const { version, visibility } = catalogue[type]
      const event: WireEvent = {
        id: v7(),
        sequence: chain.length + 1,
        actor: admin,
        subject: { kind: catalogue[type].about, id: v7() },
        type,
        version,
        visibility,
        at: 1_790_000_000_000 + chain.length,
        hlc: [1_790_000_000_000 + chain.length, 0],
        bases: [],
        salt: randomBytes(16).toString('base64'),
        body: JSON.stringify(body),
        ...given,
      }
      chain.push(event)
      extend(event)
      return event
    },
    batch(epoch, from = 1, to = chain.length) {
      const hash = hashes[to - 1]!
      return {
        stream,
        epoch,
        events: chain.slice(from - 1, to),
        head: { sequence: to, hash: Buffer.from(hash).toString('base64') },
        signature: sign(null, batchBytes(stream, device, to, hash), privateKey).toString('base64'),
      }
    },
    async ask(central, method, target, body, { created, nonce, headers = {}, raw: given } = {}) {
      const bytes =
        given ?? (body === undefined ? new Uint8Array() : await promisify(zstdCompress)(JSON.stringify(body)))
      const digest = contentDigest(sha256(bytes))
      const fields = signRequest(
        { method, target, header: (name) => (name === 'content-digest' ? digest : undefined) },
        {
          created: created ?? Math.floor(central.clock.now() / 1000),
          keyid: device,
          nonce: nonce ?? randomBytes(12).toString('base64url'),
        },
        (base) => new Uint8Array(sign(null, base, privateKey)),
      )
      const packed = bytes.length > 0 ? { 'content-type': 'application/json', 'content-encoding': 'zstd' } : {}
      return fetch(`${central.url}${target}`, {
        method,
        headers: { ...packed, 'content-digest': digest, ...fields, ...headers },
        ...(bytes.length > 0 ? { body: new Uint8Array(bytes) } : {}),
      })
    },
    hello: async (central) => answered(await desk.ask(central, 'GET', '/v1/sync/hello')),
    async push(central, from = 1, to = chain.length) {
      const { epoch } = await desk.hello(central)
      return answered(await desk.ask(central, 'POST', '/v1/sync/push', desk.batch(epoch, from, to)))
    },
    pull: async (central, after = 0, limit = 500) =>
      answered(await desk.ask(central, 'GET', `/v1/sync/pull?stream=${stream}&after=${after}&limit=${limit}`)),
    sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
    copy: () => deskOf({ privateKey, stream, admin, chain: [...chain] }),
  }
  return desk
}

const commitmentFor = ({ salt, body, commitment }: WireEvent): Uint8Array =>
  salt !== null && body !== null
    ? commitmentOf(sha256, Buffer.from(salt, 'base64'), Buffer.from(body))
    : Buffer.from(commitment!, 'base64')

/** The answer, which must be one. */
export async function answered<T>(response: Response): Promise<T> {
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${text}`)
  return JSON.parse(text) as T
}

/** What a refusal says. */
export const refusalOf = async (
  response: Response,
): Promise<{ status: number; code: string; [member: string]: unknown }> => ({
  ...(await response.json()),
  status: response.status,
})

/** Two desks of one office that write into one stream, let in. */
export async function twoDesksOf(central: TestCentral): Promise<[WireDesk, WireDesk]> {
  const desk = wireDesk()
  const other = wireDesk(desk.stream)
  await admit(central, desk)
  await admit(central, other)
  return [desk, other]
}

/** Makes the desk known to the central, straight in its database, as an approved device of an office. */
export async function admit(central: TestCentral, desk: WireDesk, office = 'lacolle-15'): Promise<void> {
  const key = Buffer.from(desk.publicKey).toString('hex')
  await asked(
    central.databaseUrl,
    `INSERT INTO stream (stream, office) VALUES ('${desk.stream}', '${office}') ON CONFLICT DO NOTHING;
     INSERT INTO device (device, office, public_key, status, enrolled)
     VALUES ('${desk.device}', '${office}', '\\x${key}', 'active', now())`,
  )
}
