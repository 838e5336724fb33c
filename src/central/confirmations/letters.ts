import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { ConfirmationFacts } from '../../shared/domain/confirmation/facts.ts'
import { messageText } from '../../shared/domain/confirmation/messages.ts'
import { confirmationAllows } from '../../shared/domain/confirmation/table.ts'
import { type ConfirmationMessage, confirmationMessages } from '../../shared/domain/confirmation/vocabulary.ts'
import type { LetterWriter, Words } from '../mail/letter-writer.ts'
import { addOwedMail } from '../mail/queue.ts'
import { type Said, said } from '../portal/author.ts'
import type { Services } from '../services.ts'
import { endSessions, lockConfirmationAccount, setPassword } from '../storage/confirmations.ts'
import type { Db, Tx } from '../storage/database.ts'
import type { MailRow } from '../storage/mail.ts'
import type { Examined } from '../sync/entitlement.ts'
import { giveTemporaryPassword } from './account.ts'
import { dayAt, type Person, type PersonEvent, personOf } from './person.ts'

type LetterParts = Pick<Services, 'database' | 'keys' | 'clock' | 'random' | 'settings' | 'passwordCost'>

/** As long as a desk may be away. What asks for a mail and is older comes from a desk that joins with its history, or again after a restore. */
const longestAgoMs = 30 * 86_400_000

/**
 * Owes the mails that events of a desk ask for: messages, and passwords. In the transaction that places them. Of what was
 * asked for long ago nobody is written to any more.
 */
export async function oweLetters(
  tx: Tx,
  { office, stream }: { readonly office: string; readonly stream: string },
  events: readonly Examined[],
  now: Date,
): Promise<void> {
  for (const { id, type, subject, at, body } of events) {
    const message = now.getTime() - at <= longestAgoMs ? messageOf(type, body) : undefined
    if (message) await addOwedMail(tx, owed({ office, stream, confirmation: subject.id, event: id }, message), now)
  }
}

function messageOf(type: string, body: unknown): ConfirmationMessage | undefined {
  const { by, message } = (body ?? {}) as Partial<EventBody<'confirmation.message_sent'>>
  if (by !== 'email') return undefined
  if (type === 'confirmation.password_requested') return 'password'
  return type === 'confirmation.message_sent' ? message : undefined
}

/** A mail by the event that orders it: its key is said once, and it is known by it when it goes again. */
const owed = (
  of: { readonly office: string; readonly stream: string; readonly confirmation: string; readonly event: string },
  message: ConfirmationMessage,
): Parameters<typeof addOwedMail>[1] => ({
  key: `confirmation/${of.event}/${message}`,
  about: { office: of.office, stream: of.stream, kind: 'confirmation', subject: of.confirmation, message: of.event },
})

/**
 * Writes the mails of confirmations when they go out: nothing of them is kept. A password is made for its mail, one that
 * goes again is another; the link follows in a mail of its own once the password is out.
 */
export function confirmationLetters(parts: LetterParts): LetterWriter {
  return {
    async words(row) {
      const letter = await letterOf(parts, parts.database.db, row)
      if (!letter) return { dropped: 'erased' }
      const { message, person, event } = letter
      const { facts } = person
      if (isOfAccount(message, event)) return accountWords(parts, letter, row.again)
      const body = event.body as EventBody<'confirmation.message_sent'>
      const to = body.to ?? facts.identity.email
      return to ? wordsOf(message, event.after, { to, language: body.language, again: row.again }) : noAddress
    },
    async sent(tx, row) {
      const letter = await letterOf(parts, tx, row)
      if (!letter || !isOfAccount(letter.message, letter.event)) return []
      return recordOf(parts, tx, letter, row)
    },
    async lost(tx, row, code) {
      const letter = await letterOf(parts, tx, row)
      if (!letter) return []
      const { person, message } = letter
      // Who gets what came back is not known: a password in it opens nothing.
      if (message === 'password' && isLatest(letter)) await endTemporary(tx, person.confirmation)
      if (!confirmationAllows(person.state, 'open_contact')) return []
      const on = dayAt(person.office, parts.clock.now())
      return [said('confirmation.contact_opened', person.confirmation, { on, why: 'unreachable', note: code })]
    },
  }
}

const noAddress = { dropped: 'no_address' } as const

interface Letter {
  readonly message: ConfirmationMessage
  readonly person: Person
  /** The event that orders it. */
  readonly event: PersonEvent
}

async function letterOf(
  parts: Pick<LetterParts, 'keys'>,
  db: Db,
  { key, stream, office, subject, message: id }: MailRow,
): Promise<Letter | undefined> {
  const message = confirmationMessages.find((name) => key.endsWith(`/${name}`))
  if (!stream || !office || !subject || !message) return undefined
  const person = await personOf(parts, db, { confirmation: subject, stream, office })
  const event = person?.events.find((one) => one.id === id)
  return person && event && { message, person, event }
}

/** Does it bring an account to its person? Both of its mails follow from one order of a password. */
const isOfAccount = (message: ConfirmationMessage, { type }: PersonEvent): boolean =>
  type === 'confirmation.password_requested' && (message === 'password' || message === 'account')

/** Nobody asked for another since. */
const isLatest = ({ person, event }: Letter): boolean =>
  person.events.findLast(({ type }) => type === 'confirmation.password_requested')?.id === event.id

async function accountWords(parts: LetterParts, letter: Letter, again: boolean): ReturnType<LetterWriter['words']> {
  const { message, person } = letter
  const { identity, account } = person.facts
  const { validUntil } = letter.event.body as EventBody<'confirmation.password_requested'>
  if (person.state.account !== 'password_out' || !isLatest(letter)) return { dropped: 'superseded' }
  if (validUntil < dayAt(person.office, parts.clock.now())) return { dropped: 'expired' }
  const to = identity.email
  if (!to) return noAddress
  const { language } = identity
  if (message === 'account') {
    const link = parts.settings.portalUrl
    return wordsOf(message, person.facts, { to, language, again, ...(link ? { link } : {}) })
  }
  const wished = { userName: account.userName ?? '', validUntil }
  const { userName, password } = await giveTemporaryPassword(parts, person, wished)
  const facts = { ...person.facts, account: { ...account, userName, validUntil } }
  return wordsOf(message, facts, { to, language, again, password })
}

function wordsOf(
  message: ConfirmationMessage,
  facts: ConfirmationFacts,
  {
    to,
    language,
    ...given
  }: {
    readonly to: string
    readonly language: 'en' | 'fr'
    readonly again: boolean
    readonly password?: string
    readonly link?: string
  },
): Words {
  const { subject, text } = messageText(message, facts, given)
  return { to, language, subject: subject[language], text: text[language] }
}

/** What the record is told once a mail of an account is out: the password, and then the link, which is owed from now on. */
async function recordOf(
  { clock }: LetterParts,
  tx: Tx,
  { message, person, event }: Letter,
  { again }: MailRow,
): Promise<readonly Said[]> {
  const { confirmation, office, stream, facts } = person
  const on = dayAt(office, clock.now())
  if (message === 'account') {
    const { language } = facts.identity
    const told = { on, message, key: `account ${event.id}`, by: 'email', language } as const
    return [said('confirmation.message_sent', confirmation, { ...told, ...(again ? { again: true } : {}) })]
  }
  await addOwedMail(tx, owed({ office, stream, confirmation, event: event.id }, 'account'), new Date(clock.now()))
  const { validUntil } = event.body as EventBody<'confirmation.password_requested'>
  const userName = (await lockConfirmationAccount(tx, confirmation))?.user_name
  const told = { on, by: 'email', validUntil, ...(userName ? { userName } : {}) } as const
  return [said('confirmation.password_sent', confirmation, { ...told, ...(again ? { again: true } : {}) })]
}

async function endTemporary(tx: Tx, confirmation: string): Promise<void> {
  const account = await lockConfirmationAccount(tx, confirmation)
  if (!account?.valid_until) return
  await setPassword(tx, confirmation, { password: null, valid_until: account.valid_until })
  // Whoever signed in with it could still set a password of their own.
  await endSessions(tx, confirmation)
}
