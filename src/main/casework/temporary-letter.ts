import type { EventBody } from '../../shared/domain/catalogue.ts'
import { temporaryLetter } from '../../shared/portal/reminders.ts'
import { ok, type Result } from '../../shared/result.ts'
import { addDays } from '../../shared/rules/index.ts'
import { findClaim, today } from '../claims/tools.ts'
import { paperData } from '../documents/paper-data.ts'
import { type PaperTools, renderPaper } from '../documents/rendering.ts'
import { signingOf } from '../documents/sealing.ts'
import { addressee } from '../portal/messages.ts'
import type { DeskSigning } from '../seals/desk-signer.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'

/** As it stands among what the desk sends by itself, once each. */
const notice = 'temporary_letter'
/** Drawing takes a moment: so many a turn, and none for claims that came longer ago than this. */
const atOnce = 10
const days = 60

/**
 * Sends the temporary identification letter (the acknowledgement of claim, sealed) to people whose claim came through the
 * portal: it waits in their account, and the central writes to them that something does. A desk that does not seal sends
 * none. Run again it sends none twice, and of two desks the first counts. Gives how many went out.
 */
export async function sendTemporaryLetters(
  tools: PaperTools,
  device: string,
  signing: DeskSigning = signingOf(tools, today(tools)),
): Promise<Result<number>> {
  const on = today(tools)
  if (signing.state !== 'ready') return ok(0)
  let sent = 0
  for (const claimId of withoutLetter(tools.store, on)) {
    const made = await letterFor(tools, device, claimId, signing)
    // A claim that lacks a name, or a page that cannot be drawn, waits for an officer.
    if (!made.ok) continue
    const kept = tools.store.blobs.put(made.value)
    if (!kept.ok) return kept
    const file = { sha256: kept.value, size: made.value.length }
    const done = tools.store.transact({ actor: device }, (tx) => ok(tell(tx, claimId, file, on)))
    if (!done.ok) return done
    if (done.value) sent++
  }
  return ok(sent)
}

const withoutLetter = (reader: Reader, on: string): string[] =>
  reader
    .all(
      query
        .selectFrom('portal_claim')
        .innerJoin('claim', 'claim.id', 'portal_claim.claim')
        .innerJoin('person', 'person.n', 'claim.person_n')
        .leftJoin('deadline_reminder', (join) =>
          join.onRef('deadline_reminder.claim', '=', 'claim.id').on('deadline_reminder.rule', '=', notice),
        )
        .select('claim.id')
        .where('claim.state', '=', 'intake')
        .where('portal_claim.sent_on', '>=', addDays(on, -days))
        .where('deadline_reminder.claim', 'is', null)
        // Without a name there is no letter, and nobody behind it waits for that.
        .where((is) => is.or([is('person.family_name', 'is not', null), is('person.given_names', 'is not', null)]))
        .orderBy('claim.n')
        .limit(atOnce),
    )
    .map(({ id }) => id)

async function letterFor(
  tools: PaperTools,
  device: string,
  claimId: string,
  signing: DeskSigning,
): Promise<Result<Uint8Array>> {
  const row = tools.store.first(query.selectFrom('claim').select('application_number').where('id', '=', claimId))
  const wish = { number: row?.application_number ?? '', stockSerial: null, replacement: false, replacesNumber: null }
  const paper = paperData(
    tools,
    { id: device, roles: [], jurisdiction: 'office' },
    { claimId, kind: 'acknowledgement', ...wish },
  )
  if (!paper.ok) return paper
  const rendered = await renderPaper(tools, paper.value, tools.specimen, signing)
  return rendered.ok ? ok(rendered.value.pdf) : rendered
}

/** Says whether it went: another turn, or another desk, may have been first. */
function tell(tx: Tx, claimId: string, file: { readonly sha256: string; readonly size: number }, on: string): boolean {
  const before = tx.first(
    query.selectFrom('deadline_reminder').select('claim').where('claim', '=', claimId).where('rule', '=', notice),
  )
  const claim = findClaim(tx, claimId)
  if (before || !claim.ok) return false
  const { language, values } = addressee(tx, claim.value)
  const message = tx.newId()
  const body: EventBody<'claim.message_sent'> = {
    ...{ message, thread: message, from: 'office', language, on, template: notice },
    ...temporaryLetter(language, values),
    files: [{ ...file, mime: 'application/pdf', name: `${values.number}.pdf` }],
    // One for each claim, from whichever desk.
    reminder: { rule: notice, due: sentOn(tx, claimId) ?? on, rung: 0 },
  }
  tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.message_sent', body })
  return true
}

const sentOn = (reader: Reader, claimId: string): string | undefined =>
  reader.first(query.selectFrom('portal_claim').select('sent_on').where('claim', '=', claimId))?.sent_on
