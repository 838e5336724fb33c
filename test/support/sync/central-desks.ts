import { approveHere, makeCode } from '../../../src/central/devices/enrolment.ts'
import type { DeskOptions } from '../../../src/main/desk.ts'
import { type Http, nodeHttp } from '../../../src/main/sync/http.ts'
import type { SetupSecrets } from '../../../src/shared/contract/views.ts'
import type { TestCentral } from '../central.ts'
import { openTestDesk, type TestDesk } from '../desk.ts'
import { numbersFile } from '../numbers.ts'
import { administratorDesk } from '../set-up.ts'

/** Whole desks of one office that speak over real HTTP to a whole central on a real PostgreSQL. */

export interface CentralDesk extends TestDesk {
  readonly net: ReturnType<typeof network>
  readonly secrets: SetupSecrets
}

interface NetworkState {
  cut: boolean
  requests: number
  /** Method and path of each request. */
  readonly sent: string[]
  /** What somebody in between answers instead of the central. */
  answer?: { readonly status: number; readonly body: unknown } | undefined
}

/** A network that can be cut, and that says what went over it. */
export function network() {
  const real = nodeHttp()
  const state: NetworkState = { cut: false, requests: 0, sent: [] }
  const http: Http = async (request) => {
    state.requests += 1
    state.sent.push(`${request.method} ${request.url.pathname}`)
    if (state.answer) {
      const body = Buffer.from(JSON.stringify(state.answer.body))
      return { status: state.answer.status, header: () => undefined, body }
    }
    return state.cut ? Promise.reject(new Error('No network')) : real(request)
  }
  return { state, http }
}

/** `numbers`: the text of its numbers file; one of its own when left out. `office`: Lacolle when left out. */
export type CentralDeskOptions = Partial<DeskOptions> & { readonly numbers?: string; readonly office?: string }

export function centralDesks(central: () => TestCentral) {
  const open: TestDesk[] = []
  /** So that no two of them have numbers in common. */
  let made = 0
  /** Set up, its administrator at it; not enrolled. */
  const alone = async ({
    numbers,
    office = 'lacolle-15',
    ...options
  }: CentralDeskOptions = {}): Promise<CentralDesk> => {
    const net = network()
    const given = await openTestDesk({ version: '0.1.0', http: net.http, ...options })
    given.time.now = central().clock.now()
    const { test, secrets } = await administratorDesk(given, numbers ?? numbersFile(++made, office), office)
    open.push(test)
    return { ...test, net, secrets }
  }
  /** Enrolled, and waiting for a second officer. */
  const asked = async (options: CentralDeskOptions = {}): Promise<CentralDesk> => {
    const at = await alone(options)
    const code = await makeCode(central().services, options.office ?? 'lacolle-15')
    await at.desk.sync.enrol({ address: central().url, code })
    return at
  }
  /** Approved at the central; nothing settled yet. */
  const enrolled = async (options: CentralDeskOptions = {}): Promise<CentralDesk> => {
    const at = await asked(options)
    await approveHere(central().services, (await at.desk.status()).sync.device ?? '')
    return at
  }
  return {
    alone,
    asked,
    enrolled,
    async close() {
      for (const desk of open.splice(0)) await desk.close()
    },
  }
}
