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

/** Letters of one file. More go with the next press. */
const mostLetters = 100
/** Limits looked at: those of a very large office go with the next press too. */
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

/** Limits of people without an account whose next rung has come; nobody whom no mail reaches. The nearest first. */
function dueByPost(reader: Reader, on: string): Due[] {
  const rows = reader.all(
    query
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
      .limit(mostLimits),
  )
  return rows.flatMap(({ rungs, ...limit }) => {
    const rung = rungDue(limit, JSON.parse(rungs) as number[], on)
    return rung === undefined ? [] : [{ ...limit, rung }]
  })
}

export const lettersDue = (tools: Tools): LetterDueView[] =>
  dueByPost(tools.store, today(tools)).map(({ claim, rule, due, rung, family_name, given_names }) => ({
    claimId: claim,
    what: deadlineName(rule),
    ...{ rule, due, passed: rung < 0 },
    ...present({ familyName: family_name, givenNames: given_names }),
  }))

interface Batch extends Omit<PostedReminders, 'file'> {
  readonly pdf?: Uint8Array
}

/**
 * Makes the letters that are due and notes each as posted today; with those that were made today already, as one file. One
 * that cannot be made stops no other: whose it is and why is told. Fails with `casework.no_letters`, and where the store
 * cannot be written.
 */
export async function postReminders(tools: PaperTools, officer: Officer): Promise<Result<Batch>> {
  const on = today(tools)
  const refused: Batch['refused'][number][] = []
  for (const due of dueByPost(tools.store, on).slice(0, mostLetters)) {
    const posted = await postOne(tools, officer, due, on)
    if (posted.ok) continue
    if (posted.failure.code.startsWith('store.')) return posted
    const name = nameLine(present({ familyName: due.family_name, givenNames: due.given_names })) ?? ''
    refused.push({ claimId: due.claim, name, failure: posted.failure })
  }
  const letters: Uint8Array[] = []
  for (const sha256 of postedOn(tools.store, on)) {
    const pdf = tools.store.blobs.get(sha256)
    if (!pdf.ok) return pdf
    letters.push(pdf.value)
  }
  if (letters.length === 0) return refused.length > 0 ? ok({ count: 0, refused }) : fail('casework.no_letters')
  return ok({ pdf: await mergePapers(letters), count: letters.length, refused })
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

/** The letters that were made on a day, in their order: by the reminders of that day. */
const postedOn = (reader: Reader, on: string): string[] =>
  reader
    .all(
      query
        .selectFrom('message')
        .select('files')
        .where('template', '=', sql<string>`${sql.lit(byPost)}`)
        .where('sent_on', '=', on)
        .orderBy('n'),
    )
    .flatMap(({ files }) => (JSON.parse(files) as { sha256: string }[]).map(({ sha256 }) => sha256))
