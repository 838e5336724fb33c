import { officeOf } from '../../shared/domain/ports-of-entry.ts'
import { noticeIn } from '../../shared/portal/notices.ts'
import { dateIn } from '../../shared/rules/dates.ts'
import { confirmationLetters } from '../confirmations/letters.ts'
import { type Said, said, type Written } from '../portal/author.ts'
import { openOwn, type PortalParts } from '../portal/portal.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Tx } from '../storage/database.ts'
import { claimMail, endMail, findMail, forgetMails, type MailRow, mailCounts, putBackMail } from '../storage/mail.ts'
import { busyForGoodMs, type NotSent, waitAfter } from './answer.ts'
import { readBounce } from './bounce.ts'
import { type Dropped, dropReasons, type LetterWriter, type Words } from './letter-writer.ts'
import type { SealedMail } from './queue.ts'
import type { MailTransport } from './smtp.ts'

/** Sends what waits in the box, and takes in what did not arrive. */
export interface Mailer {
  /** Sends what is due, one after the other; ends early when no server takes it. */
  pump(): Promise<{ sent: number; refused: number; later: number }>
  /** Takes in a bounce as it came back: 422 `no_bounce`, 404 `no_mail`. Taking it in again is harmless. */
  bounce(raw: string): Promise<Outcome<{ done: true }>>
  state(): Promise<MailState>
  /** Looks at the box every few seconds until it is stopped; the mail in hand is ended first. */
  start(onBug: (bug: unknown) => void): () => Promise<void>
}

export interface MailState {
  /** `off`: no server is set, mails wait. `failing`: the last try reached none, or it wants nothing from us. */
  readonly state: 'off' | 'ready' | 'failing'
  readonly waiting: number
  /** When the oldest of them was written. */
  readonly oldest?: string
  /** What the server last said, when it is failing. */
  readonly code?: string
}

type MailParts = Pick<
  PortalParts,
  'database' | 'keys' | 'settings' | 'clock' | 'random' | 'timers' | 'wrappingKey' | 'passwordCost' | 'author' | 'wrote'
>

/** Longer than any try lasts: who claimed a mail and died has let it go by then. */
const holdMs = 10 * 60_000
const pauseMs = 10_000
/** Bounces come within days; after this a mail is forgotten. */
const keepMs = 180 * 86_400_000

export function createMailer(parts: MailParts, transport: MailTransport | undefined): Mailer {
  const { database, clock, random, timers } = parts
  const { db } = database
  const writers: Readonly<Record<string, LetterWriter>> = { confirmation: confirmationLetters(parts) }
  const writerOf = ({ kind }: MailRow): LetterWriter | undefined => (kind ? writers[kind] : undefined)
  let trouble: NotSent | undefined

  async function sendOne(row: MailRow, by: MailTransport): Promise<'sent' | NotSent> {
    const words = await wordsOf(row)
    if ('dropped' in words) return { is: 'refused', code: words.dropped }
    const answer = await by.send({ mail: row.mail, ...words })
    return answer.is === 'sent' ? 'sent' : answer
  }

  async function wordsOf(row: MailRow): Promise<Words | Dropped> {
    const writer = writerOf(row)
    if (writer) return writer.words(row)
    const words = row.sealed && (await openOwn<SealedMail>(parts, db, row.mail, row.sealed))
    const told = words && noticeIn(words.notice, words.language, words.values)
    // Its key was destroyed while it waited: there is nobody to write to any more.
    return words && told ? { to: words.to, language: words.language, ...told } : { dropped: 'erased' }
  }

  async function settle(row: MailRow, answer: 'sent' | NotSent): Promise<'sent' | 'refused' | 'later'> {
    const now = clock.now()
    if (answer === 'sent') {
      await end(row, { from: ['waiting'], to: 'sent', code: '250' }, async (tx) => writerOf(row)?.sent(tx, row) ?? [])
      return 'sent'
    }
    const tooLong = answer.is === 'busy' && now - row.queued.getTime() > busyForGoodMs
    if (answer.is === 'refused' || tooLong) {
      await fail(row, 'refused', answer.code)
      return 'refused'
    }
    const chance = (random.bytes(1)[0] ?? 0) / 255
    const wait = waitAfter(answer.is as Exclude<NotSent['is'], 'refused'>, row.tries, chance)
    await putBackMail(db, row.mail, { due: new Date(now + wait), code: answer.code, again: answer.is === 'down' })
    return 'later'
  }

  /** A mail that reached nobody. */
  async function fail(row: MailRow, to: 'refused' | 'bounced', code: string): Promise<void> {
    const from: MailRow['state'][] = to === 'refused' ? ['waiting'] : ['waiting', 'sent']
    const endsItself = code !== 'no_address' && dropReasons.some((reason) => reason === code)
    await end(row, { from, to, code }, async (tx) => {
      if (endsItself) return []
      const failure = failureOf(row, code, clock.now())
      return writerOf(row)?.lost(tx, row, code) ?? (failure ? [failure] : [])
    })
  }

  /** A mail is at its end: the record says so, in the same transaction. */
  async function end(
    row: MailRow,
    how: Pick<Parameters<typeof endMail>[1], 'from' | 'to' | 'code'>,
    record: (tx: Tx) => Promise<readonly Said[]>,
  ): Promise<void> {
    await parts.author.ready()
    const written = await database.transact(async (tx): Promise<Written | undefined> => {
      const ended = await endMail(tx, { ...how, mail: row.mail, ended: new Date(clock.now()) })
      const events = ended ? await record(tx) : []
      if (events.length === 0 || !row.office || !row.stream) return undefined
      return parts.author.write(tx, { office: row.office, stream: row.stream }, events)
    })
    if (written) await parts.wrote(written)
  }

  async function pump() {
    const counts = { sent: 0, refused: 0, later: 0 }
    if (!transport) return counts
    for (;;) {
      const now = clock.now()
      const row = await claimMail(db, new Date(now), new Date(now + holdMs))
      if (!row) return counts
      const answer = await sendOne(row, transport)
      counts[await settle(row, answer)] += 1
      const stuck = answer !== 'sent' && (answer.is === 'down' || answer.is === 'ours')
      trouble = stuck ? answer : undefined
      if (stuck) return counts
    }
  }

  return {
    pump,
    async bounce(raw) {
      const read = readBounce(raw)
      if (!read) return refuse(422, 'no_bounce')
      const row = await findMail(db, read.mail)
      if (!row) return refuse(404, 'no_mail')
      await fail(row, 'bounced', read.code)
      return done({ done: true })
    },
    async state() {
      const { states, oldest } = await mailCounts(db)
      const waiting = states.find(({ state }) => state === 'waiting')?.n ?? 0
      const at = { waiting, ...(oldest ? { oldest: oldest.toISOString() } : {}) }
      if (!transport) return { state: 'off', ...at }
      return trouble ? { state: 'failing', code: trouble.code, ...at } : { state: 'ready', ...at }
    },
    start(onBug) {
      let ended = false
      let cancel = () => {}
      let running: Promise<unknown> = Promise.resolve()
      const again = () => {
        if (ended) return
        cancel = timers.after(pauseMs, () => {
          running = pump().catch(onBug).finally(again)
        })
      }
      again()
      return async () => {
        ended = true
        cancel()
        await running
      }
    },
  }
}

/** Forgets mails of long ago. */
export const sweepMails = ({ database, clock }: Pick<MailParts, 'database' | 'clock'>): Promise<number> =>
  forgetMails(database.db, new Date(clock.now() - keepMs))

/** What the record is told of a mail that did not arrive. */
function failureOf({ kind, subject, office, message }: MailRow, code: string, now: number): Said | undefined {
  if (kind !== 'claim' || !subject || !office) return undefined
  const on = dateIn(officeOf(office)?.zone ?? 'America/Toronto', now)
  const about = message ? { message } : {}
  return said('claim.mail_failed', subject, { how: 'bounced', ...about, code, on })
}
