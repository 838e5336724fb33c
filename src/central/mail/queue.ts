import { v5 } from 'uuid'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { NoticeId } from '../../shared/portal/notices.ts'
import { accountFile } from '../portal/accounts.ts'
import { sealOwn } from '../portal/portal.ts'
import type { Services } from '../services.ts'
import type { Tx } from '../storage/database.ts'
import { addMail, setMailWords } from '../storage/mail.ts'
import { findClaim } from '../storage/portal/claims.ts'
import type { Examined } from '../sync/entitlement.ts'

/** A notice to be mailed. */
export interface Mail {
  /** What it announces, such as `message/<id>`: a second mail under one key is not sent. */
  readonly key: string
  /** An e-mail address. */
  readonly to: string
  /** The person's official language. */
  readonly language: 'en' | 'fr'
  readonly notice: NoticeId
  readonly values?: Readonly<Record<string, string>>
  /** The record that it is about: its events say when no mail reaches the person. */
  readonly about?: MailSubject
}

export interface MailSubject {
  readonly office: string
  readonly stream: string
  readonly kind: 'claim' | 'confirmation'
  readonly subject: string
  readonly message?: string
}

/** What lies sealed in the row until it is sent. */
export type SealedMail = Pick<Mail, 'to' | 'language' | 'notice' | 'values'>

export type QueueParts = Pick<Services, 'clock' | 'random' | 'wrappingKey'>

/** Puts a mail into the box, in the transaction of what it announces: both are kept, or neither. */
export async function queueMail(parts: QueueParts, tx: Tx, { key, about, ...words }: Mail): Promise<void> {
  const added = await addOwedMail(tx, { key, ...(about ? { about } : {}) }, new Date(parts.clock.now()))
  const mail = mailId(key)
  if (added) await setMailWords(tx, mail, await sealOwn(parts, tx, mail, words satisfies SealedMail))
}

/** Puts a mail into the box whose words are written when it goes out; false when it was there already. */
export async function addOwedMail(tx: Tx, { key, about }: Pick<Mail, 'key' | 'about'>, now: Date): Promise<boolean> {
  const record = {
    office: about?.office ?? null,
    stream: about?.stream ?? null,
    kind: about?.kind ?? null,
    subject: about?.subject ?? null,
    message: about?.message ?? null,
  }
  return addMail(tx, { mail: mailId(key), key, ...record, queued: now, due: now })
}

/** Follows from the key: what a restored database has forgotten to have sent bears the same Message-ID again. */
const mailId = (key: string): string => v5(key, '6f0c6d0e-6a0b-4d5c-9a55-2f4f7f1c9a10')

/** Announces messages of the office to the people whom they are for, where they gave an address. */
export async function announceMessages(
  parts: QueueParts,
  tx: Tx,
  { office, stream }: { office: string; stream: string },
  events: readonly Examined[],
): Promise<void> {
  for (const { type, subject, body } of events) {
    if (type !== 'claim.message_sent' || (body as EventBody<'claim.message_sent'>).from !== 'office') continue
    const { message } = body as EventBody<'claim.message_sent'>
    const claim = await findClaim(tx, stream, subject.id)
    const person = claim && (await accountFile(parts, tx, claim.account))
    if (!person?.email) continue
    await queueMail(parts, tx, {
      key: `message/${message}`,
      ...{ to: person.email, language: person.language, notice: 'message' },
      about: { office, stream, kind: 'claim', subject: subject.id, message },
    })
  }
}
