import type { LetterDueView, PostedReminders } from '../../shared/contract/views.ts'
import type { ReminderLetterData } from '../../shared/documents/reminder-data.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { ClaimValues, PersonValues } from '../../shared/domain/fields.ts'
import { deadlineName } from '../../shared/domain/timeline/casework.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { byPost, reminderLetter } from '../../shared/portal/reminders.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { addDays, lastDayToAsk, reminderReach, rungDue } from '../../shared/rules/index.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { present } from '../claims/rows.ts'
import { type ClaimFile, findClaim, type Officer, type Tools, today } from '../claims/tools.ts'
import { mergePapers } from '../documents/merge.ts'
import type { PaperTools } from '../documents/rendering.ts'
import { officeOf } from '../office/settings.ts'
import { addressee } from '../portal/messages.ts'
import { query, sql } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { rungNow } from './reminders.ts'

/**
 * Reminders by post: whoever has no account at the portal reads no message there. The ladder is that of the messages; an
 * officer makes the day's letters and mails them. A letter is a message of the claim, with its bytes: it counts as served
 * from its day on, unless mail does not reach the person (shared/rules/service.ts).
 */

/** Letters made by one call: between two calls everything else has its turn. */
const lettersACall = 20
/** Letters of one file. */
const lettersAFile = 200
/** Limits looked at by one call. */
const mostLimits = 5000

interface Limit {
  readonly claim: string
  readonly rule: string
  readonly trigger: string
  readonly due: string
}
interface Due extends Limit {
  readonly rung: number
  readonly family_name: string | null
  readonly given_names: string | null
}

interface Place {
  readonly claim: string
  readonly rule: string
  readonly due: string
}
/** Where a round of letters stands, as the window gives it back. */
const cursorOf = ({ due, claim, rule }: Place): string => `${due} ${claim} ${rule}`

/**
 * Limits of people without an account whose next rung has come, beyond `after`; nobody whom no mail reaches. The nearest
 * first. `end`: where one goes on, if there may be more.
 */
function dueByPost(
  reader: Reader,
  on: string,
  after?: string,
): { readonly due: readonly Due[]; readonly end?: string } {
  const rows = reader.all(limitsInReach(on, after))
  const last = rows.length === mostLimits ? rows.at(-1) : undefined
  const due = rows.flatMap(({ rungs, ...limit }) => {
    const rung = rungDue(limit, JSON.parse(rungs) as number[], on)
    return rung === undefined ? [] : [{ ...limit, rung }]
  })
  return { due, ...(last ? { end: cursorOf(last) } : {}) }
}

function limitsInReach(on: string, after?: string) {
  const [due = '', claim = '', rule = ''] = (after ?? '').split(' ')
  const open = query
    .selectFrom('claim_limit')
    .innerJoin('claim', 'claim.id', 'claim_limit.claim')
    .innerJoin('person', 'person.n', 'claim.person_n')
    .select(['claim_limit.claim', 'rule', 'counted_from as trigger', 'due'])
    .select(['person.family_name', 'person.given_names'])
    .select(
      sql<string>`(select json_group_array(rung) from deadline_reminder where deadline_reminder.claim = claim_limit.claim
        and deadline_reminder.rule = claim_limit.rule and deadline_reminder.due = claim_limit.due)`.as('rungs'),
    )
    .where('claim_limit.state', '=', 'open')
    .where('due', '>=', addDays(on, -reminderReach.back))
    .where('due', '<=', addDays(on, reminderReach.ahead))
    .where(sql<boolean>`not exists (select 1 from portal_claim where portal_claim.claim = claim_limit.claim)`)
    .where(sql<boolean>`not exists (select 1 from unreachable where unreachable.claim = claim_limit.claim)`)
    .orderBy('due')
    .orderBy('claim_limit.claim')
    .orderBy('rule')
    .limit(mostLimits)
  return after
    ? open.where((is) => is(is.refTuple('due', 'claim_limit.claim', 'rule'), '>', is.tuple(due, claim, rule)))
    : open
}

export const lettersDue = (tools: Tools): LetterDueView[] =>
  dueByPost(tools.store, today(tools)).due.map(({ claim, rule, due, rung, family_name, given_names }) => ({
    claimId: claim,
    what: deadlineName(rule),
    ...{ rule, due, passed: rung < 0 },
    ...present({ familyName: family_name, givenNames: given_names }),
  }))

/**
 * Makes the next of the letters that are due, beyond `after`, and notes each as posted today. One that cannot be made stops
 * no other: whose it is and why is told. `next`: the `after` of the next call, until none is left. Fails where the store
 * cannot be written.
 */
export async function postReminders(
  tools: PaperTools,
  officer: Officer,
  after?: string,
): Promise<Result<PostedReminders>> {
  const on = today(tools)
  const { due, end } = dueByPost(tools.store, on, after)
  const now = due.slice(0, lettersACall)
  const refused: PostedReminders['refused'][number][] = []
  for (const one of now) {
    const posted = await postOne(tools, officer, one, on)
    if (posted.ok) continue
    if (posted.failure.code.startsWith('store.')) return posted
    const name = nameLine(present({ familyName: one.family_name, givenNames: one.given_names })) ?? ''
    refused.push({ claimId: one.claim, name, failure: posted.failure })
  }
  const last = now.at(-1)
  const next = last && due.length > now.length ? cursorOf(last) : end
  return ok({ made: now.length - refused.length, refused, ...(next ? { next } : {}) })
}

/**
 * The letters that were made today, from the one numbered `from` on, as one file: the same ones all day. `next`: where the
 * following file begins. Fails with `casework.no_letters`.
 */
export async function lettersFile(
  tools: Tools,
  from: number,
): Promise<Result<{ readonly pdf: Uint8Array; readonly count: number; readonly next?: number }>> {
  const posted = tools.store.all(lettersOfDay(today(tools), from))
  const letters: Uint8Array[] = []
  for (const { files } of posted.slice(0, lettersAFile)) {
    for (const { sha256 } of JSON.parse(files) as { sha256: string }[]) {
      const pdf = tools.store.blobs.get(sha256)
      if (!pdf.ok) return pdf
      letters.push(pdf.value)
    }
  }
  if (letters.length === 0) return fail('casework.no_letters')
  const next = posted.length > lettersAFile ? { next: from + lettersAFile } : {}
  return ok({ pdf: await mergePapers(letters), count: letters.length, ...next })
}

async function postOne(tools: PaperTools, officer: Officer, due: Due, on: string): Promise<Result<null>> {
  const claim = findClaim(tools.store, due.claim)
  if (!claim.ok) return claim
  const said = letterOf(tools.store, claim.value, due)
  const data = dataOf(tools, officer, claim.value, due, said)
  if (!data.ok) return data
  const drawn = await tools.drawing.draw({ paper: { kind: 'reminder', data: data.value }, specimen: tools.specimen })
  if (!drawn.ok) return drawn
  const { pdf } = drawn.value
  const kept = tools.store.blobs.put(pdf)
  if (!kept.ok) return kept
  return tools.store.transact({ actor: officer.id }, (tx) => {
    // What is there is read again: the limit may have been met meanwhile, or another officer been first.
    if (rungNow(tx, due, on) !== due.rung) return ok(null)
    const message = tx.newId()
    const name = `${data.value.documentNumber}.pdf`
    const body: EventBody<'claim.message_sent'> = {
      ...{ message, thread: message, from: 'office', language: said.language, on, template: byPost },
      ...{ subject: said.subject, text: `${said.text}\n\n${said.answer}` },
      files: [{ sha256: kept.value, size: pdf.length, mime: 'application/pdf', name }],
      reminder: { rule: due.rule, due: due.due, rung: due.rung },
    }
    tx.append({ subject: { kind: 'claim', id: due.claim }, type: 'claim.message_sent', body })
    return ok(null)
  })
}

function letterOf(reader: Reader | Tx, claim: ClaimFile, { rule, due, rung }: Due) {
  const { language, values } = addressee(reader, claim)
  const ask = addDays(lastDayToAsk(rule, due), 1)
  return { language, ...reminderLetter(rung, language, { item: deadlineName(rule)[language], due, ask, ...values }) }
}

function dataOf(
  { store, clock }: Tools,
  officer: Officer,
  claim: ClaimFile,
  { rule, due, rung }: Due,
  { language, text, answer }: ReturnType<typeof letterOf>,
): Result<ReminderLetterData> {
  const person = valuesOf(fieldsOf(store, { kind: 'person', id: claim.personId })) as PersonValues
  const said = valuesOf(fieldsOf(store, { kind: 'claim', id: claim.id })) as ClaimValues
  const { addressLine, addressCity, addressProvince, addressPostalCode } = said
  // A letter goes nowhere without a street and a town.
  if (!addressLine || !addressCity) return fail('casework.no_address')
  const place = [addressCity, addressProvince, addressPostalCode].filter(Boolean).join(' ')
  return ok({
    documentNumber: `R${claim.applicationNumber}${String(lettersTo(store, claim.id) + 1).padStart(2, '0')}`,
    applicationNumber: claim.applicationNumber,
    familyName: person.familyName ?? '',
    givenNames: person.givenNames ?? '',
    nativeName: null,
    issueDate: today({ store, clock }),
    issuedAt: new Date(clock.now()).toISOString(),
    office: officeOf(store).name,
    issuedBy: officer.id.slice(-8).toUpperCase(),
    firstLanguage: language,
    portraitSha256: null,
    address: `${addressLine}, ${place}`,
    ...{ item: deadlineName(rule)[language], due, passed: rung < 0, text, answer },
  })
}

const lettersTo = (reader: Reader, claim: string): number =>
  reader.all(query.selectFrom('message').select('n').where('claim', '=', claim).where('template', '=', byPost)).length

/** The letters that were made on a day, in their order, along an index of theirs. */
export const lettersOfDay = (on: string, from: number) =>
  query
    .selectFrom('message')
    .select('files')
    .where('template', '=', sql<string>`${sql.lit(byPost)}`)
    .where('sent_on', '=', on)
    .orderBy('n')
    .limit(lettersAFile + 1)
    .offset(from)
