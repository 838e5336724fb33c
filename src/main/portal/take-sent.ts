import type { EventBody } from '../../shared/domain/catalogue.ts'
import { claimAllows } from '../../shared/domain/states.ts'
import { explain, type Failure } from '../../shared/errors.ts'
import { kindAtDesk } from '../../shared/portal/sent-kinds.ts'
import { fillTemplate, messageTemplates } from '../../shared/portal/templates.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { addDays } from '../../shared/rules/dates.ts'
import { addPhoto } from '../claims/photos.ts'
import { addEvidence, evidenceRow } from '../claims/record/evidence.ts'
import { type ClaimFile, findClaim, type Tools, today } from '../claims/tools.ts'
import type { ReadingEngine } from '../reading/engine.ts'
import { query } from '../store/query.ts'
import type { PortalTables } from '../store/tables/portal.ts'
import type { Reader, Tx } from '../store/types.ts'
import { addressee } from './messages.ts'

/** How many wait at most to be looked at in a turn: the desk answers officers in between. */
const atOnce = 200
/** Days that the person has for another picture or file. The office's practice. */
const answerDays = 14

type Item = PortalTables['portal_item']

/**
 * Takes photos and evidence that people sent through the portal into the queue of photos and into the record, once their
 * bytes are here. What cannot be used is answered: the person reads why, and may send another. Two desks that take in the
 * same item name it alike, and the first placed counts. Gives how many were taken in or refused.
 */
export async function takeSentItems(tools: Tools, reading: ReadingEngine, device: Uuid): Promise<Result<number>> {
  let settled = 0
  for (const item of waiting(tools.store)) {
    const { file } = JSON.parse(item.body) as { file: { sha256: string } }
    const claim = findClaim(tools.store, item.claim)
    if (!claim.ok || !claimAllows(claim.value.state, 'complete') || !tools.store.blobs.has(file.sha256)) continue
    const bytes = tools.store.blobs.get(file.sha256)
    // A damaged file is the store's to repair; it comes again from the central.
    if (!bytes.ok) continue
    const done = await takeOne(tools, reading, device, item, bytes.value)
    if (!done.ok && done.failure.code.startsWith('store.')) return done
    const answered = done.ok ? done : refuse(tools, device, item, done.failure)
    if (!answered.ok) return answered
    settled += 1
  }
  return ok(settled)
}

const waiting = (reader: Reader): Item[] =>
  (['photo', 'evidence'] as const).flatMap((kind) =>
    reader.all(
      query
        .selectFrom('portal_item')
        .selectAll()
        .where('kind', '=', kind)
        .where('state', '=', 'waiting')
        .orderBy('n')
        .limit(atOnce),
    ),
  )

function takeOne(
  tools: Tools,
  reading: ReadingEngine,
  device: Uuid,
  { claim, item, kind, body }: Item,
  bytes: Uint8Array,
): Promise<Result<unknown>> {
  const by = { id: device }
  if (kind === 'photo') {
    const { takenOn } = JSON.parse(body) as EventBody<'claim.photo_sent'>
    return addPhoto(tools, by, { claimId: claim, bytes, source: 'portal', takenOn, photoId: item })
  }
  const { kind: said, title, file, replaces } = JSON.parse(body) as EventBody<'claim.evidence_sent'>
  const old = replaces && evidenceRow(tools.store, claim, replaces) ? { replaces } : {}
  const sent = { id: item, account: { kind: kindAtDesk[said], what: title } }
  return addEvidence(tools, by, reading, { claimId: claim, bytes, name: file.name, source: 'portal', sent, ...old })
}

/** Says that an item cannot be used, and tells the person why. */
function refuse(tools: Tools, device: Uuid, { claim: claimId, item, kind }: Item, failure: Failure): Result<null> {
  const on = today(tools)
  return tools.store.transact({ actor: device }, (tx) => {
    const claim = findClaim(tx, claimId)
    if (!claim.ok || kind === 'correction') return ok(null)
    const { code, params } = failure
    const body = { item, kind, code, params: { ...params }, on }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.sent_item_refused', body })
    const said = (language: 'en' | 'fr') => explain(failure, language).message
    tellAgain(tx, claim.value, {
      message: item,
      template: templateOf[kind],
      item: said,
      on,
      refused: { kind, item },
    })
    return ok(null)
  })
}

const templateOf = { photo: 'photo_again', evidence: 'file_again' } as const

/**
 * Asks the person to send something again. The message bears the name of what it answers, so that it is written once,
 * whichever desk writes it.
 */
export function tellAgain(
  tx: Tx,
  claim: ClaimFile,
  again: {
    readonly message: Uuid
    readonly template: 'photo_again' | 'file_again'
    readonly item: (language: 'en' | 'fr') => string
    readonly on: string
    /** What was refused: should another desk have taken it in before, nothing is asked for. */
    readonly refused?: EventBody<'claim.message_sent'>['refused']
  },
): void {
  const { message, template, item, on, refused } = again
  const { language, values } = addressee(tx, claim)
  const body: EventBody<'claim.message_sent'> = {
    ...{ message, thread: message, from: 'office', language, files: [], on, template },
    ...fillTemplate(template, language, { ...values, item: item(language) }),
    action: { what: messageTemplates[template].action, due: addDays(on, answerDays) },
    ...(refused ? { refused } : {}),
  }
  tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.message_sent', body })
}
