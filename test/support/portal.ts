import { randomUUID } from 'node:crypto'
import { makeCredential } from '../../src/central/portal/accounts.ts'
import type { ClaimAnswer, Submission } from '../../src/shared/contract/portal.ts'
import type { TestCentral } from './central.ts'
import { answered } from './central-desk.ts'

/** A portal as the central sees it: a credential, and people whom it speaks for. */
export interface TestPortal {
  readonly credential: string
  ask(method: string, path: string, body?: unknown): Promise<Response>
  /** The answer, which must be one. */
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown): Promise<T>
  account(reference?: string, file?: { email?: string; language?: 'en' | 'fr' }): Promise<string>
  upload(account: string, office: string, bytes: Uint8Array): Promise<{ sha256: string; size: number; mime: string }>
  /** Saves a draft and submits it as a claim of one person. */
  file(
    account: string,
    changes?: Partial<Submission>,
  ): Promise<{ claim: string; applicationNumber: string; draft: string }>
  claim(account: string, claim: string): Promise<ClaimAnswer>
}

export async function openPortal(central: TestCentral, name: string = randomUUID()): Promise<TestPortal> {
  const credential = await makeCredential(central.services, name)
  if (!credential) throw new Error('A portal of this name is there')
  const ask = (method: string, path: string, body?: unknown) =>
    fetch(`${central.url}/portal/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${credential}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const portal: TestPortal = {
    credential,
    ask,
    get: async (path) => answered(await ask('GET', path)),
    post: async (path, body) => answered(await ask('POST', path, body)),
    async account(reference = randomUUID(), file = {}) {
      const document = { kind: 'passport', number: 'P1234567' }
      const { account } = await portal.post<{ account: string }>('/accounts', {
        ...{ reference, document, language: 'fr', ...file },
      })
      return account
    },
    async upload(account, office, bytes) {
      const response = await fetch(`${central.url}/portal/v1/accounts/${account}/files?office=${office}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${credential}`, 'content-type': 'application/octet-stream' },
        body: new Uint8Array(bytes),
      })
      return answered(response)
    },
    async file(account, changes = {}) {
      const draft = changes.draft ?? randomUUID()
      await answered(await ask('PUT', `/accounts/${account}/draft`, { draft, form: { step: 3 } }))
      const given: Submission = { draft, office: 'lacolle-15', people: [someone()], ...changes }
      const { claims } = await portal.post<{ claims: { claim: string; applicationNumber: string }[] }>(
        `/accounts/${account}/claims`,
        given,
      )
      return { claim: '', applicationNumber: '', ...claims[0], draft }
    },
    claim: (account, claim) => portal.get(`/accounts/${account}/claims/${claim}`),
  }
  return portal
}

export const someone = (): Submission['people'][number] => ({
  person: { familyName: 'Diallo', givenNames: 'Aïssatou', birthDate: '1991-04-02', sex: 'F', citizenships: ['GIN'] },
  claim: { phone: '+1 514 555 0101', spokenLanguage: 'ff', narrative: 'They came at night.' },
  evidence: [],
})
