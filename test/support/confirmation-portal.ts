import { randomUUID } from 'node:crypto'
import type { ConfirmationAnswer } from '../../src/shared/contract/confirmation-portal.ts'
import { statementVersions } from '../../src/shared/portal/confirmation-view.ts'
import { answered } from './central-desk.ts'

/** Somebody at the portal of confirmations, as the central hears of them through a portal's service. */
export interface PortalPerson {
  /** Any request with the credential and the session. */
  ask(method: string, path: string, body?: unknown): Promise<Response>
  signIn(userName: string, password: string): Promise<{ setPassword: boolean }>
  /** Signs in with a temporary password and sets an own one. */
  begin(userName: string, password: string): Promise<void>
  view(): Promise<ConfirmationAnswer>
  declare(inCanada: boolean, more?: object): Promise<void>
  moveTo(address: object): Promise<void>
  /** Chooses a photo and sends it. */
  sendPhoto(bytes: Uint8Array): Promise<void>
  download(request?: string): Promise<Buffer>
}

export const rideau = {
  line1: '12 Rideau Street',
  city: 'Ottawa',
  province: 'on',
  postalCode: 'k1n9j7',
  country: 'CAN',
}

export function portalPerson({ url }: { readonly url: string }, credential: string): PortalPerson {
  let session = ''
  const ask = (method: string, path: string, body?: unknown) => {
    const isBytes = body instanceof Uint8Array
    const type = isBytes ? 'application/octet-stream' : 'application/json'
    return fetch(`${url}/portal/v1/confirmation${path}`, {
      method,
      headers: {
        authorization: `Bearer ${credential}`,
        ...(session ? { 'portal-session': session } : {}),
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    })
  }
  const does = async (method: string, path: string, body: unknown): Promise<void> => {
    await answered(await ask(method, path, body))
  }
  const person: PortalPerson = {
    ask,
    async signIn(userName, password) {
      const signed = await answered<{ session: string; setPassword: boolean }>(
        await ask('POST', '/sign-in', { userName, password }),
      )
      session = signed.session
      return signed
    },
    async begin(userName, password) {
      await person.signIn(userName, password)
      await does('PUT', '/password', { password: `own ${password}` })
    },
    view: async () => answered(await ask('GET', '')),
    declare: (inCanada, more = {}) =>
      does('POST', '/presence', { request: randomUUID(), inCanada, statement: statementVersions[0], ...more }),
    moveTo: (home) => does('POST', '/address', { request: randomUUID(), home, card: 'home' }),
    async sendPhoto(bytes) {
      const { sha256 } = await answered<{ sha256: string }>(await ask('PUT', '/photo', bytes))
      await does('POST', '/photo', { request: randomUUID(), sha256, takenOn: '2026-11-20' })
    },
    async download(request = randomUUID()) {
      const response = await ask('POST', '/ecopr/downloads', { request })
      if (!response.ok) throw new Error(await response.text())
      return Buffer.from(await response.arrayBuffer())
    },
  }
  return person
}
