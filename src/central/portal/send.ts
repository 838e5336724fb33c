import type { z } from 'zod'
import type {
  acknowledgeRequest,
  correctionRequest,
  evidenceRequest,
  extensionRequest,
  messageRequest,
  photoRequest,
  readRequest,
} from '../../shared/contract/portal.ts'
import { futureField } from '../../shared/domain/past-dates.ts'
import { officeOf } from '../../shared/domain/ports-of-entry.ts'
import { formOf } from '../../shared/forms/forms.ts'
import type { PublicEvent } from '../../shared/portal/view/events.ts'
import { type ClaimantView, claimantView } from '../../shared/portal/view.ts'
import { futureRegister } from '../../shared/record/past.ts'
import { dateIn } from '../../shared/rules/dates.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Tx } from '../storage/database.ts'
import { claimsOf, type PortalClaimRow } from '../storage/portal/claims.ts'
import { lockStream } from '../storage/streams.ts'
import type { Account } from './accounts.ts'
import { type Said, said } from './author.ts'
import { uploaded } from './files.ts'
import type { PortalParts } from './portal.ts'
import { eventsOf } from './show.ts'

type Done = { readonly done: true }

interface Sending {
  readonly tx: Tx
  readonly claim: PortalClaimRow
  /** The office's day. */
  readonly on: string
  /** What the person is shown before it. */
  readonly view: ClaimantView
  readonly events: readonly PublicEvent[]
}

/**
 * Writes what a person sends about one of their claims after filing. What is there already is not written again: every
 * one of these carries an id that the portal made.
 */
export async function send(
  parts: PortalParts,
  account: Account,
  claimId: string,
  work: (sending: Sending) => Promise<Outcome<readonly Said[]>> | Outcome<readonly Said[]>,
): Promise<Outcome<Done>> {
  const { database, author, clock } = parts
  await author.ready()
  const sent = await database.transact(async (tx) => {
    const claim = (await claimsOf(tx, account.account)).find((row) => row.claim === claimId)
    if (!claim) return refuse(404, 'no_claim')
    // Two requests with one id take turns: the second sees the first.
    await lockStream(tx, claim.stream)
    const on = dateIn(officeOf(claim.office)?.zone ?? 'America/Toronto', clock.now())
    const events = await eventsOf(parts, tx, claim)
    const view = claimantView(claimId, events, on)
    if (!view.applicationNumber) return refuse(410, 'erased')
    const written = await work({ tx, claim, on, view, events })
    if (!written.ok || written.value.length === 0) return written.ok ? done(undefined) : written
    return done(await author.write(tx, claim, written.value))
  })
  if (!sent.ok) return sent
  if (sent.value) await parts.wrote(sent.value)
  return done({ done: true })
}

export const sendEvidence = (
  parts: PortalParts,
  account: Account,
  claimId: string,
  item: z.infer<typeof evidenceRequest>,
): Promise<Outcome<Done>> =>
  send(parts, account, claimId, async ({ tx, claim, on, view }) => {
    if (view.evidence.some((one) => one.item === item.item)) return done([])
    const old = item.replaces && view.evidence.find((one) => one.item === item.replaces)
    if (item.replaces && (!old || old.replacedBy)) return refuse(409, 'not_replaceable')
    const files = await uploaded(tx, claim, [item.file])
    const file = files.ok && files.value.get(item.file.sha256)
    if (!file) return refuse(409, 'file_missing')
    return done([said('claim.evidence_sent', claimId, { ...item, file: { ...file, name: item.file.name }, on })])
  })

/** One picture waits at a time; a returned one is answered by the next. */
export const sendPhoto = (
  parts: PortalParts,
  account: Account,
  claimId: string,
  item: z.infer<typeof photoRequest>,
): Promise<Outcome<Done>> =>
  send(parts, account, claimId, async ({ tx, claim, on, view }) => {
    const { photo } = view
    if (photo && photo.state !== 'returned') return refuse(409, 'photo_locked', { state: photo.state })
    if (item.answers && item.answers !== photo?.photo) return refuse(409, 'not_returned')
    const files = await uploaded(tx, claim, [item.file])
    const file = files.ok && files.value.get(item.file.sha256)
    if (!file) return refuse(409, 'file_missing')
    if (file.mime === 'application/pdf') return refuse(415, 'media_type')
    const answers = photo?.photo ? { answers: photo.photo } : {}
    return done([
      said('claim.photo_sent', claimId, { ...item, ...answers, file: { ...file, name: item.file.name }, on }),
    ])
  })

const mostFieldBytes = 60 * 1024

/** A corrected form, or single values: kept as it was sent, and late or not, until an officer answers it. */
export const sendCorrection = (
  parts: PortalParts,
  account: Account,
  claimId: string,
  { correction, form, person, claim, record, reason }: z.infer<typeof correctionRequest>,
): Promise<Outcome<Done>> =>
  send(parts, account, claimId, ({ on, view }) => {
    if (view.corrections.some((one) => one.correction === correction)) return done([])
    if (Buffer.byteLength(JSON.stringify({ person, claim, record })) > mostFieldBytes) return refuse(413, 'too_large')
    const future = futureField({ ...person, ...claim }, on) ?? futureRegister(record ?? {}, on)
    if (future) return refuse(422, 'future_date', { at: future })
    const known = form && formOf(form)
    const changes = {
      ...(known ? { form: `${known.id}/${known.version}` } : {}),
      ...(person ? { person } : {}),
      ...(claim ? { claim } : {}),
      ...(record ? { record } : {}),
    }
    return done([said('claim.correction_sent', claimId, { correction, ...changes, reason, on })])
  })

export const sendMessage = (
  parts: PortalParts,
  account: Account,
  claimId: string,
  { message, thread, subject, text, files }: z.infer<typeof messageRequest>,
): Promise<Outcome<Done>> =>
  send(parts, account, claimId, async ({ tx, claim, on, view }) => {
    if (view.messages.some((one) => one.message === message)) return done([])
    if (thread && !view.messages.some((one) => one.thread === thread)) return refuse(409, 'no_thread')
    const found = await uploaded(tx, claim, files)
    if (!found.ok) return found
    const named = files.flatMap(({ sha256, name }) => {
      const file = found.value.get(sha256)
      return file ? [{ ...file, name }] : []
    })
    return done([
      said('claim.message_sent', claimId, {
        ...{ message, thread: thread ?? message, from: 'claimant', language: account.language, subject, text },
        files: named,
        on,
      }),
    ])
  })

/** Asks for more time for a limit that runs, is the kind that can be moved, and of which none is asked for yet. */
export const askExtension = (
  parts: PortalParts,
  account: Account,
  claimId: string,
  asked: z.infer<typeof extensionRequest>,
): Promise<Outcome<Done>> =>
  send(parts, account, claimId, ({ on, view }) => {
    if (view.extensions.some((one) => one.request === asked.request)) return done([])
    if (!view.dates.some(({ rule, extendable }) => rule === asked.rule && extendable))
      return refuse(409, 'not_extendable')
    if (view.extensions.some(({ rule, state }) => rule === asked.rule && state === 'open'))
      return refuse(409, 'asked_already')
    return done([said('claim.extension_asked', claimId, { ...asked, on })])
  })

/** Messages of the office that were not read before. */
export const readMessages = (
  parts: PortalParts,
  account: Account,
  claimId: string,
  { messages }: z.infer<typeof readRequest>,
): Promise<Outcome<Done>> =>
  send(parts, account, claimId, ({ on, view }) => {
    const fresh = view.messages
      .filter(({ message, from, readOn }) => from === 'office' && !readOn && messages.includes(message))
      .map(({ message }) => message)
    return done(
      fresh.length === 0 ? [] : [said('claim.messages_read', claimId, { messages: fresh, by: 'claimant', on })],
    )
  })

export const acknowledge = (
  parts: PortalParts,
  account: Account,
  claimId: string,
  { message }: z.infer<typeof acknowledgeRequest>,
): Promise<Outcome<Done>> =>
  send(parts, account, claimId, ({ on, view }) => {
    const action = view.messages.find((one) => one.message === message)?.action
    if (!action) return refuse(404, 'no_action')
    return done(action.acknowledgedOn ? [] : [said('claim.action_acknowledged', claimId, { message, on })])
  })
