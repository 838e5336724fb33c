import type { z } from 'zod'
import type { addressRequest, presenceRequest } from '../../shared/contract/confirmation-portal.ts'
import { addressEvents, presenceEvents } from '../../shared/domain/confirmation/person-acts.ts'
import { type ConfirmationAct, objection } from '../../shared/domain/confirmation/table.ts'
import type { Failure } from '../../shared/errors.ts'
import { type Said, said } from '../portal/author.ts'
import type { PortalParts } from '../portal/portal.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Tx } from '../storage/database.ts'
import { lockStream } from '../storage/streams.ts'
import { dayAt, type Person, personOf } from './person.ts'
import type { SignedIn } from './sign-in.ts'

type Done = Outcome<{ readonly done: true }>

/** What somebody does: which act of the state table, under which id of the portal, and the events that it makes. */
export interface Telling {
  readonly act: ConfirmationAct
  readonly request: string
  readonly make: (given: { tx: Tx; person: Person; on: string }) => Promise<Outcome<readonly Said[]>>
}

/**
 * Writes what somebody does in the portal, where the state table allows it as the stream stands: what a desk has not sent
 * yet may still leave it without effect. Asked again with the same id, nothing is written again.
 */
export async function tell(parts: PortalParts, account: SignedIn, { act, request, make }: Telling): Promise<Done> {
  const { database, author, clock } = parts
  await author.ready()
  const told = await database.transact(async (tx) => {
    // Two requests with one id take turns: the second sees the first.
    await lockStream(tx, account.stream)
    const person = await personOf(parts, tx, account)
    if (!person) return refuse(410, 'erased')
    if (wasAsked(person, request)) return done(undefined)
    const against = objection(person.state, act)
    if (against) return refusedBy({ code: against, params: {} }, person)
    const events = await make({ tx, person, on: dayAt(account.office, clock.now()) })
    return events.ok ? done(await author.write(tx, account, events.value)) : events
  })
  if (!told.ok) return told
  if (told.value) await parts.wrote(told.value)
  return done({ done: true })
}

export const wasAsked = ({ events }: Person, request: string): boolean =>
  events.some(({ body }) => (body as { readonly request?: unknown }).request === request)

export const declarePresence = (
  parts: PortalParts,
  account: SignedIn,
  given: z.infer<typeof presenceRequest>,
): Promise<Done> =>
  tell(parts, account, {
    ...{ act: 'declare_presence', request: given.request },
    make: async ({ person, on }) => saidOf(person, presenceEvents({ on, via: 'portal', ...given })),
  })

export const giveAddress = (
  parts: PortalParts,
  account: SignedIn,
  given: z.infer<typeof addressRequest>,
): Promise<Done> =>
  tell(parts, account, {
    ...{ act: 'set_address', request: given.request },
    make: async ({ person, on }) => saidOf(person, addressEvents(person.facts, { on, via: 'portal', ...given })),
  })

function saidOf(person: Person, told: ReturnType<typeof addressEvents>): Outcome<readonly Said[]> {
  if (!told.ok) return refusedBy(told.failure, person)
  return done(told.value.map(({ type, body }) => said(type, person.confirmation, body)))
}

/** A failure of the domain as a problem: `confirmations.photo` is `photo`, with where the photo stands. */
export function refusedBy({ code, params }: Failure, { state }: Person): Outcome<never> {
  const name = code.replace(/^confirmations\./, '')
  if (Object.hasOwn(state, name)) return refuse(409, name, { state: state[name as keyof typeof state] })
  if (name === 'not_open') return refuse(409, 'closed')
  return refuse(422, name, params)
}
