import type { Random } from '../../shared/ports.ts'
import {
  addConfirmationAccount,
  endSessions,
  lockConfirmationAccount,
  namesHeld,
  setPassword,
} from '../storage/confirmations.ts'
import type { Database, Tx } from '../storage/database.ts'
import { hashPassword, makePassword, type PasswordCost } from './passwords.ts'
import type { PersonPlace } from './person.ts'

interface AccountParts {
  readonly database: Database
  readonly random: Random
  readonly passwordCost?: PasswordCost | undefined
}

/**
 * Gives somebody a new temporary password, good until the end of a day of the office; whatever held before holds no more,
 * and whoever is signed in is not. The user name is the wished one, or with a number behind it where another has it.
 * Only its hash is kept: what is returned is for the mail alone.
 */
export async function giveTemporaryPassword(
  { database, random, passwordCost }: AccountParts,
  place: PersonPlace,
  { userName, validUntil }: { readonly userName: string; readonly validUntil: string },
): Promise<{ readonly userName: string; readonly password: string }> {
  const password = makePassword(random)
  const hash = await hashPassword(password, random, passwordCost)
  const name = await database.transact(async (tx) => {
    const held = await lockConfirmationAccount(tx, place.confirmation)
    if (held) {
      await setPassword(tx, place.confirmation, { password: hash, valid_until: validUntil })
      await endSessions(tx, place.confirmation)
      return held.user_name
    }
    const { confirmation, stream, office } = place
    const user_name = await freeName(tx, userName)
    await addConfirmationAccount(tx, {
      confirmation,
      stream,
      office,
      user_name,
      password: hash,
      valid_until: validUntil,
    })
    return user_name
  })
  return { userName: name, password }
}

/** How many accounts may have one name with a number behind it. */
const mostOfAName = 100

async function freeName(tx: Tx, wished: string): Promise<string> {
  const names = [wished, ...Array.from({ length: mostOfAName }, (_, i) => `${wished}${i + 2}`)]
  const held = await namesHeld(tx, names)
  const free = names.find((name) => !held.has(name))
  if (!free) throw new Error('Every user name of that kind is taken')
  return free
}
