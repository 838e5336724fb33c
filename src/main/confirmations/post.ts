import type { PostedLetters } from '../../shared/contract/views.ts'
import type { InvitationData } from '../../shared/documents/invitation-data.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { cardAddress } from '../../shared/domain/confirmation/facts.ts'
import type { ConfirmationQueue } from '../../shared/domain/confirmation/queue-names.ts'
import { objection } from '../../shared/domain/confirmation/table.ts'
import { groupClientId } from '../../shared/domain/numbers.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { addDays } from '../../shared/rules/dates.ts'
import { type Officer, today } from '../claims/tools.ts'
import { mergePapers } from '../documents/merge.ts'
import type { PaperTools } from '../documents/rendering.ts'
import { officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { type Confirmation, confirmationOf, findConfirmation } from './rows.ts'
import { append } from './say.ts'
import { nextAct } from './view.ts'
import { answerDays, onConfirmation } from './work.ts'

/** Invitations by post, where mail brought no answer or there is no address for it: made once a day, and given again. */

interface Letter {
  readonly pdf: Uint8Array
  readonly number: string
}

/**
 * The letter of one person, in their official language, noted as posted today. Asked for again the same day it is the
 * same bytes. Fails with what the state table says, and what the layout refuses.
 */
export async function postInvitation(tools: PaperTools, officer: Officer, id: Uuid): Promise<Result<Letter>> {
  const found = findConfirmation(tools.store, id)
  if (!found.ok) return found
  const on = today(tools)
  const kept = lettersOf(tools.store, id).at(-1)
  if (kept?.on === on) return letterOf(tools, found.value, kept.pdf)
  const against = objection(found.value.state, 'post_invitation')
  if (against) return fail(against)
  const made = await tools.drawing.draw({
    paper: { kind: 'invitation', data: letterData(tools, officer, found.value, on) },
    specimen: tools.specimen,
  })
  if (!made.ok) return made
  const pdf = tools.store.blobs.put(made.value.pdf)
  if (!pdf.ok) return pdf
  const noted = onConfirmation(tools, officer, id, 'post_invitation', (tx, person) => {
    if (JSON.stringify(person.facts) !== JSON.stringify(found.value.facts)) return fail('confirmations.changed')
    notePosted(tx, person, on, pdf.value)
    return ok(null)
  })
  return noted.ok ? letterOf(tools, found.value, pdf.value) : noted
}

/** How many letters a file holds at most; more go with the next press. */
const mostLetters = 100

interface Batch {
  /** Left out where no letter could be made. */
  readonly pdf?: Uint8Array
  readonly count: number
  readonly refused: PostedLetters['refused']
}

/**
 * A day's batch as one file: everybody whose turn by post has come, and all whose letter was made today already. A letter
 * that cannot be made stops no other: whose it is and why is told, and they stay due. Fails with
 * `confirmations.none_to_post` where there is nobody, and where the store cannot be written.
 */
export async function postDue(tools: PaperTools, officer: Officer): Promise<Result<Batch>> {
  const on = today(tools)
  const refused: Batch['refused'][number][] = []
  for (const id of dueByPost(tools.store, on)) {
    const posted = await postInvitation(tools, officer, id)
    if (posted.ok) continue
    // What is wrong with the store is wrong for everybody.
    if (posted.failure.code.startsWith('store.')) return posted
    refused.push({ confirmationId: id, ...whoIs(tools.store, id), failure: posted.failure })
  }
  const letters: Uint8Array[] = []
  for (const person of postedOn(tools.store, on)) {
    const kept = lettersOf(tools.store, person.id).findLast((letter) => letter.on === on)
    const pdf = kept && tools.store.blobs.get(kept.pdf)
    if (pdf && !pdf.ok) return pdf
    if (pdf) letters.push(pdf.value)
  }
  if (letters.length === 0) return refused.length === 0 ? fail('confirmations.none_to_post') : ok({ count: 0, refused })
  return ok({ pdf: await mergePapers(letters), count: letters.length, refused })
}

function whoIs(reader: Reader, id: Uuid): { readonly name: string; readonly clientId: string } {
  const person = findConfirmation(reader, id)
  if (!person.ok) return { name: '', clientId: '' }
  const { identity } = person.value.facts
  return { name: nameLine(identity), clientId: identity.clientId }
}

/** Notes that the invitation goes by post, and the letter that was made. */
export function notePosted(tx: Tx, { id, facts }: Confirmation, on: string, pdf: string): void {
  append(tx, id, 'confirmation.invitation_posted', { on, answerBy: addDays(on, answerDays) })
  const { invitation, identity } = facts
  append(tx, id, 'confirmation.message_sent', {
    on,
    message: invitation.on ? 'invitation_reminder' : 'invitation',
    key: `${byPost} ${on}`,
    by: 'letter',
    language: identity.language,
    pdf,
  })
}

const byPost = 'invitation by post'

/** Letters made for somebody so far, the first one first. */
function lettersOf(reader: Reader, id: Uuid): { readonly on: string; readonly pdf: string }[] {
  return reader.timeline({ kind: 'confirmation', id }, { limit: 10_000 }).flatMap(({ type, body }) => {
    if (type !== 'confirmation.message_sent' || body === null) return []
    const { key, on, pdf } = body as EventBody<typeof type>
    return pdf && key.startsWith(byPost) ? [{ on, pdf }] : []
  })
}

function letterOf(tools: PaperTools, person: Confirmation, digest: string): Result<Letter> {
  const pdf = tools.store.blobs.get(digest)
  return pdf.ok ? ok({ pdf: pdf.value, number: letterNumber(tools.store, person.id, person, 0) }) : pdf
}

/** `L`, the client ID, and which letter to this person it is. */
const letterNumber = (reader: Reader, id: Uuid, { facts }: Confirmation, more: number): string =>
  `L${facts.identity.clientId}${String(lettersOf(reader, id).length + more).padStart(2, '0')}`

/** Whose turn by post it is: who did not answer the last reminder, or has no e-mail address. The longest waiting first. */
function dueByPost(reader: Reader, on: string): Uuid[] {
  const due: Uuid[] = []
  for (const queue of ['invitation_unanswered', 'to_invite'] as const) {
    for (let after: Place | undefined; due.length < mostLetters; ) {
      const page = reader.all(waitingPage(queue, on, after))
      for (const row of page) {
        const person = confirmationOf(row)
        if (nextAct(person, on) === 'post_invitation') due.push(person.id)
      }
      after = page.at(-1)
      if (page.length < atOnce) break
    }
  }
  return due.slice(0, mostLetters)
}

/** Most people in these queues have an e-mail address: those who have none may stand far behind. */
const atOnce = 500
type Place = { readonly from_day: string; readonly n: number }

const waitingPage = (queue: ConfirmationQueue, on: string, after: Place | undefined) =>
  query
    .selectFrom('confirmation_place')
    .innerJoin('confirmation', 'confirmation.n', 'confirmation_place.n')
    .selectAll('confirmation')
    .select('confirmation_place.from_day')
    .where('confirmation_place.queue', '=', queue)
    .where('confirmation_place.from_day', '<=', on)
    .where((is) =>
      is(
        is.refTuple('confirmation_place.from_day', 'confirmation_place.n'),
        '>',
        is.tuple(after?.from_day ?? '', after?.n ?? 0),
      ),
    )
    .orderBy('confirmation_place.from_day')
    .orderBy('confirmation_place.n')
    .limit(atOnce)

const postedOn = (reader: Reader, on: string): Confirmation[] =>
  reader
    .all(query.selectFrom('confirmation').selectAll().where('step', '=', 'invited').orderBy('n').limit(20_000))
    .map(confirmationOf)
    .filter(({ facts }) => facts.invitation.postedOn === on)

function letterData(tools: PaperTools, officer: Officer, person: Confirmation, on: string): InvitationData {
  const { identity, invitation, earlierAddresses } = person.facts
  const address = cardAddress(person.facts) ?? earlierAddresses.at(-1)?.home
  const lines = address && [
    address.line1,
    address.line2,
    [address.city, address.province, address.postalCode].filter(Boolean).join(' '),
    address.country === 'CAN' ? undefined : address.country,
  ]
  return {
    documentNumber: letterNumber(tools.store, person.id, person, 1),
    applicationNumber: identity.applicationNumber.slice(0, 20),
    clientId: groupClientId(identity.clientId),
    familyName: identity.familyName,
    givenNames: identity.givenNames ?? '',
    nativeName: null,
    issueDate: on,
    issuedAt: new Date(tools.clock.now()).toISOString(),
    office: officeOf(tools.store).name,
    issuedBy: officer.id.slice(-8).toUpperCase(),
    firstLanguage: identity.language,
    portraitSha256: null,
    address: lines?.filter(Boolean).join(', ') ?? null,
    answerBy: addDays(on, answerDays),
    invitedOn: invitation.on ?? null,
  }
}
