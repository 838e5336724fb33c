import { hash } from 'node:crypto'
import type { z } from 'zod'
import type { passwordRequest, signInAnswer, signInRequest } from '../../shared/contract/confirmation-portal.ts'
import { confirmationAllows } from '../../shared/domain/confirmation/table.ts'
import { said } from '../portal/author.ts'
import type { PortalParts, PortalService } from '../portal/portal.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import {
  accountNamed,
  addSession,
  type ConfirmationAccount,
  endSession,
  endSessions,
  lockConfirmationAccount,
  sessionAccount,
  setPassword,
} from '../storage/confirmations.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { dayAt, personOf } from './person.ts'

/** Somebody who is signed in. */
export interface SignedIn extends ConfirmationAccount {
  readonly session: Buffer
}

const sessionMs = 2 * 3_600_000

/**
 * Signs somebody in. A wrong name and a wrong password are answered alike: 401 `sign_in`. A temporary password is good to
 * the end of its last day, by the office's calendar: 403 `password_expired` afterwards, to whoever knows it.
 */
export async function signIn(
  { database, clock, random, passwordCost }: PortalParts,
  { service }: PortalService,
  { userName, password }: z.infer<typeof signInRequest>,
): Promise<Outcome<z.infer<typeof signInAnswer>>> {
  const account = await accountNamed(database.db, userName.trim().toLowerCase())
  const right = await isPassword(password, account?.password, passwordCost)
  if (!account || !right) return refuse(401, 'sign_in')
  const { confirmation, valid_until, office } = account
  if (valid_until && valid_until < dayAt(office, clock.now())) return refuse(403, 'password_expired')
  const session = Buffer.from(random.bytes(32)).toString('base64url')
  const expires = new Date(clock.now() + sessionMs)
  await database.transact((tx) => addSession(tx, { token_hash: tokenHash(session), confirmation, service, expires }))
  return done({ session, expires: expires.toISOString(), setPassword: valid_until !== null })
}

/** Whose session this is, as long as it lasts and the service is the one that was given it; 401 `session` otherwise. */
export async function sessionOf(
  { database, clock }: PortalParts,
  { service }: PortalService,
  token: string,
): Promise<Outcome<SignedIn>> {
  const session = tokenHash(token)
  const account = await sessionAccount(database.db, { token_hash: session, service, now: new Date(clock.now()) })
  return account ? done({ ...account, session }) : refuse(401, 'session')
}

export async function signOut({ database }: PortalParts, { session }: SignedIn): Promise<Outcome<{ done: true }>> {
  await endSession(database.db, session)
  return done({ done: true })
}

/**
 * Sets somebody's own password; every other session of theirs ends. That a temporary one was used is told to the desks.
 * 422 `same_password`: it is the one that holds.
 */
export async function setOwnPassword(
  parts: PortalParts,
  { confirmation, stream, office, session, password: held }: SignedIn,
  { password }: z.infer<typeof passwordRequest>,
): Promise<Outcome<{ done: true }>> {
  const { database, random, author, clock, passwordCost } = parts
  if (await isPassword(password, held, passwordCost)) return refuse(422, 'same_password')
  const kept = await hashPassword(password, random, passwordCost)
  await author.ready()
  const written = await database.transact(async (tx) => {
    const account = await lockConfirmationAccount(tx, confirmation)
    // Another order of a password came between: this session has ended with it.
    if (!account || account.password !== held) return refuse(401, 'session')
    await setPassword(tx, confirmation, { password: kept, valid_until: null })
    await endSessions(tx, confirmation, session)
    const person = await personOf(parts, tx, { confirmation, stream, office })
    if (!person || !confirmationAllows(person.state, 'sign_in')) return done(undefined)
    const on = dayAt(office, clock.now())
    return done(await author.write(tx, { office, stream }, [said('confirmation.signed_in', confirmation, { on })]))
  })
  if (!written.ok) return written
  if (written.value) await parts.wrote(written.value)
  return done({ done: true })
}

const tokenHash = (token: string): Buffer => hash('sha256', `passerelle/portal-session/1\n${token}`, 'buffer')
