import type { MessagesView, MessageView, Page, WaitingMessage } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { FileMime, RequiredAction } from '../../shared/domain/vocabulary.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { sniff } from '../../shared/photos/sniff.ts'
import { byPost } from '../../shared/portal/reminders.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type SentNotice, serviceOf } from '../../shared/rules/service.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { present } from '../claims/rows.ts'
import { type ClaimFile, findClaim, type Officer, officerNames, type Tools, today } from '../claims/tools.ts'
import { incompleteDelayOf, officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { MessageTable } from '../store/tables/portal.ts'
import type { Reader, Tx } from '../store/types.ts'
import { gapsOf, isUnreachable, unreachableOf } from './reach.ts'
import { fileView } from './sent.ts'

/** Commands and queries of the messages between the office and the person of a claim. */

type SentFile = EventBody<'claim.message_sent'>['files'][number]

export function messagesOf({ store }: Tools, claimId: Uuid): Result<MessagesView> {
  const claim = findClaim(store, claimId)
  if (!claim.ok) return claim
  const rows = store.all(query.selectFrom('message').selectAll().where('claim', '=', claimId).orderBy('n'))
  const gaps = gapsOf(store, claimId)
  const nameOf = officerNames(store)
  const view = (row: MessageTable): MessageView => ({
    ...{ message: row.message, thread: row.thread, from: row.sender, subject: row.subject, text: row.text },
    at: new Date(row.at_ms).toISOString(),
    language: row.language as 'en' | 'fr',
    files: (JSON.parse(row.files) as SentFile[]).map((file) => fileView(store, file)),
    ...(row.officer ? { by: nameOf(row.officer) } : {}),
    ...(row.template === byPost ? { byPost: true as const } : {}),
    ...(row.read_on ? { readOn: row.read_on } : {}),
    ...(row.sender === 'office' ? { service: serviceOf(noticeOf(row), gaps) } : {}),
    ...(row.action && row.due
      ? {
          action: {
            ...{ what: row.action as RequiredAction, due: row.due },
            ...present({ acknowledgedOn: row.acknowledged_on, settledOn: row.settled_on }),
          },
        }
      : {}),
  })
  return ok({
    messages: rows.map(view),
    ...present({ unreachable: unreachableOf(store, claimId) }),
    ...addressee(store, claim.value),
  })
}

/** In which language the office writes to a person, and what fills its templates. */
interface Addressee {
  readonly language: 'en' | 'fr'
  readonly values: Readonly<Record<'name' | 'number' | 'office' | 'weeksFrom' | 'weeksTo', string>>
}

/** To whom the office writes: in which language, and what fills its templates. */
export function addressee(reader: Reader, claim: ClaimFile): Addressee {
  const said = valuesOf(fieldsOf(reader, { kind: 'claim', id: claim.id }))
  const person = valuesOf(fieldsOf(reader, { kind: 'person', id: claim.personId }))
  const weeks = incompleteDelayOf(reader)
  const language = languageOf(reader, claim.id, said.officialLanguage)
  return {
    language,
    values: {
      name: nameLine(person as { familyName?: string; givenNames?: string }) ?? '',
      number: claim.applicationNumber,
      office: officeOf(reader).name[language],
      weeksFrom: String(weeks.from),
      weeksTo: String(weeks.to),
    },
  }
}

const noticeOf = ({ message, sent_on, read_on, acknowledged_on }: MessageTable): SentNotice => ({
  ...{ message, sentOn: sent_on },
  ...present({ readOn: read_on, acknowledgedOn: acknowledged_on }),
})

/** What the claim says, else the language in which the claim was sent. */
function languageOf(reader: Reader, claimId: Uuid, said: unknown): 'en' | 'fr' {
  if (said === 'en' || said === 'fr') return said
  const row = reader.first(query.selectFrom('portal_claim').select('language').where('claim', '=', claimId))
  return row?.language === 'fr' ? 'fr' : 'en'
}

export interface NewMessage {
  readonly claimId: Uuid
  readonly thread?: Uuid | undefined
  readonly template?: string | undefined
  readonly language: 'en' | 'fr'
  readonly subject: string
  readonly text: string
  readonly action?: { readonly what: RequiredAction; readonly due: string } | undefined
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

const mimes: Readonly<Record<string, FileMime>> = { jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' }

/**
 * Sends a message to the person of a claim; its files are stored first. Errors: portal.no_thread, portal.file_kind,
 * portal.due_past.
 */
export function sendMessage(tools: Tools, officer: Officer, given: NewMessage): Result<null> {
  const { store } = tools
  const on = today(tools)
  if (given.action && given.action.due < on) return fail('portal.due_past', { due: given.action.due })
  const files: SentFile[] = []
  for (const { name, bytes } of given.files) {
    const mime = mimes[sniff(bytes)]
    if (!mime) return fail('portal.file_kind')
    const kept = store.blobs.put(bytes)
    if (!kept.ok) return kept
    files.push({ sha256: kept.value, size: bytes.length, mime, name: name.slice(0, 200) })
  }
  return store.transact({ actor: officer.id }, (tx) => {
    const claim = findClaim(tx, given.claimId)
    if (!claim.ok) return claim
    const message = tx.newId()
    if (given.thread && !hasThread(tx, given.claimId, given.thread)) return fail('portal.no_thread')
    const body: EventBody<'claim.message_sent'> = {
      ...{ message, thread: given.thread ?? message, from: 'office', language: given.language },
      ...{ subject: given.subject, text: given.text, files, on },
      ...(given.template ? { template: given.template } : {}),
      ...(given.action ? { action: given.action } : {}),
    }
    tx.append({ subject: { kind: 'claim', id: given.claimId }, type: 'claim.message_sent', body })
    return ok(null)
  })
}

const hasThread = (reader: Reader, claim: Uuid, thread: Uuid): boolean =>
  reader.first(
    query.selectFrom('message').select('n').where('claim', '=', claim).where('thread', '=', thread).limit(1),
  ) !== undefined

/** Runs `work` on a claim that is there, with the office's day. */
function onClaim(
  { store, clock }: Tools,
  officer: Officer,
  claimId: Uuid,
  work: (tx: Tx, on: string) => Result<unknown>,
): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    const claim = findClaim(tx, claimId)
    if (!claim.ok) return claim
    const done = work(tx, today({ store, clock }))
    return done.ok ? ok(null) : done
  })
}

/** Notes that messages of the person were read here; those that were read before are left as they are. */
export const readMessages = (tools: Tools, officer: Officer, claimId: Uuid, messages: readonly Uuid[]): Result<null> =>
  onClaim(tools, officer, claimId, (tx, on) => {
    const fresh = tx.all(
      query
        .selectFrom('message')
        .select('message')
        .where('claim', '=', claimId)
        .where('message', 'in', messages)
        .where('sender', '=', 'claimant')
        .where('read_on', 'is', null),
    )
    if (fresh.length === 0) return ok(null)
    const body = { messages: fresh.map(({ message }) => message), by: 'office', on }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.messages_read', body })
    return ok(null)
  })

/** What a message asked for was received or done. Errors: desk.not_found. */
export const settleAction = (tools: Tools, officer: Officer, claimId: Uuid, message: Uuid): Result<null> =>
  onClaim(tools, officer, claimId, (tx, on) => {
    const row = tx.first(
      query
        .selectFrom('message')
        .select(['action', 'settled_on'])
        .where('claim', '=', claimId)
        .where('message', '=', message),
    )
    if (!row?.action) return fail('desk.not_found')
    if (row.settled_on) return ok(null)
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.action_settled', body: { message, on } })
    return ok(null)
  })

/** A letter came back undelivered: no notice counts as served until the person is reached. */
export const mailReturned = (tools: Tools, officer: Officer, claimId: Uuid, note?: string): Result<null> =>
  onClaim(tools, officer, claimId, (tx, on) => {
    const body = { how: 'returned', on, ...(note ? { code: note } : {}) }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.mail_failed', body })
    return ok(null)
  })

/** Somebody reached the person after all. Errors: portal.reachable. */
export const reachedAgain = (tools: Tools, officer: Officer, claimId: Uuid, reason: string): Result<null> =>
  onClaim(tools, officer, claimId, (tx, on) => {
    if (!isUnreachable(tx, claimId)) return fail('portal.reachable')
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.reached_again', body: { reason, on } })
    return ok(null)
  })

/** Messages of claimants that nobody has read, the longest waiting first; the cursor is the last one's place. */
export function waitingMessages(reader: Reader, after: string | undefined, limit: number): Page<WaitingMessage> {
  const rows = reader.all(
    query
      .selectFrom('message')
      .innerJoin('claim', 'claim.id', 'message.claim')
      .innerJoin('person', 'person.n', 'claim.person_n')
      .leftJoin('officer', 'officer.id', 'claim.owner')
      .select(['message.n', 'message.claim', 'message.subject', 'message.at_ms', 'claim.application_number'])
      .select(['person.family_name', 'person.given_names', 'officer.display_name'])
      .where('message.sender', '=', 'claimant')
      .where('message.read_on', 'is', null)
      .where('message.n', '>', Number(after ?? 0) || 0)
      .orderBy('message.n')
      .limit(limit + 1),
  )
  const shown = rows.slice(0, limit)
  const next = rows.length > limit ? shown.at(-1)?.n : undefined
  return {
    rows: shown.map((row) => ({
      ...{ claimId: row.claim, applicationNumber: row.application_number, subject: row.subject },
      at: new Date(row.at_ms).toISOString(),
      ...present({
        person:
          nameLine({ familyName: row.family_name ?? undefined, givenNames: row.given_names ?? undefined }) || null,
        ownerName: row.display_name,
      }),
    })),
    ...(next === undefined ? {} : { next: String(next) }),
  }
}
