import type { z } from 'zod'
import type { Submission, submissionAnswer } from '../../shared/contract/portal.ts'
import { officeId, officeOf } from '../../shared/domain/ports-of-entry.ts'
import { dateIn } from '../../shared/rules/dates.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Tx } from '../storage/database.ts'
import { lockAccount } from '../storage/portal/accounts.ts'
import { addClaims, claimsOf, type PortalClaimRow, takeNumber } from '../storage/portal/claims.ts'
import { endDraft, findDraft } from '../storage/portal/drafts.ts'
import type { Account } from './accounts.ts'
import { type Said, said, type Written } from './author.ts'
import { type NamedFile, uploaded } from './files.ts'
import { newId, type PortalParts } from './portal.ts'

type Answer = z.infer<typeof submissionAnswer>
type Somebody = Submission['people'][number]

/** Numbers that the portal leased are good for this long; it renews its lease by itself. */
const leaseDays = 180
const dayMs = 86_400_000

/**
 * A claim for each person of the submission, with what they said as its first values, and everything in one transaction.
 * Nobody has touched these claims: it is the one place where the portal writes fields. Asking again with the same draft
 * gives the same claims; a person files once.
 */
export async function submit(parts: PortalParts, account: Account, given: Submission): Promise<Outcome<Answer>> {
  const place = officeOf(given.office)
  if (!place) return refuse(422, 'schema', { at: 'office' })
  const { database, clock, author } = parts
  const too = tooLarge(given)
  if (too) return refuse(413, 'too_large', { at: too })
  const device = await author.ready()
  type Filed = { readonly answer: Answer; readonly written?: Written }
  const filed = await database.transact(async (tx): Promise<Outcome<Filed>> => {
    await lockAccount(tx, account.account)
    const before = await claimsOf(tx, account.account)
    if (before.length > 0)
      return before.every(({ draft }) => draft === given.draft)
        ? done({ answer: answerOf(before) })
        : refuse(409, 'already_submitted')
    const draft = await findDraft(tx, account.account, given.draft)
    if (!draft || draft.ended) return refuse(409, 'draft_ended')
    const files = await uploaded(tx, { account: account.account, office: given.office }, given.people.flatMap(filesIn))
    if (!files.ok) return files
    const at = { office: place.slug, stream: officeId(place.slug) }
    const on = dateIn(place.zone, clock.now())
    const channel = place.kind === 'inland' ? ('inland' as const) : ('port_of_entry' as const)
    const rows: PortalClaimRow[] = []
    const events: Said[] = []
    const family = given.people.length > 1 ? newId(parts) : undefined
    for (const [i, one] of given.people.entries()) {
      const applicationNumber = await nextNumber(parts, tx, device)
      if (!applicationNumber) return refuse(507, 'numbers_exhausted')
      const row: PortalClaimRow = {
        ...{ claim: newId(parts), account: account.account, draft: given.draft, ...at, person: newId(parts) },
        ...{ application_number: applicationNumber, submitted: new Date(clock.now()) },
      }
      rows.push(row)
      events.push(
        ...opening({
          row,
          one,
          account,
          on,
          channel,
          draft: draft.number,
          people: given.people.length,
          first: i === 0,
        }),
        ...(family ? [joined(row.claim, family, i === 0)] : []),
        ...sentWith(row.claim, one, on, files.value),
      )
    }
    const written = await author.write(tx, at, events)
    await addClaims(tx, rows)
    await endDraft(tx, given.draft, 'submitted')
    return done({ answer: answerOf(rows), written })
  })
  if (!filed.ok) return filed
  if (filed.value.written) await parts.wrote(filed.value.written)
  return done(filed.value.answer)
}

const answerOf = (rows: readonly PortalClaimRow[]): Answer => ({
  claims: rows.map(({ claim, application_number }) => ({ claim, applicationNumber: application_number })),
})

const nextNumber = (parts: PortalParts, tx: Tx, device: string): Promise<string | undefined> => {
  const now = parts.clock.now()
  const expires = new Date(now + leaseDays * dayMs)
  return takeNumber(tx, 'application', { device, req: newId(parts), now: new Date(now), expires })
}

interface Opening {
  readonly row: PortalClaimRow
  readonly one: Somebody
  readonly account: Account
  readonly on: string
  readonly channel: 'inland' | 'port_of_entry'
  readonly draft: string
  readonly people: number
  /** The one who opened the account, or for whom it was. */
  readonly first: boolean
}

/** The events that begin a claim: the person, the claim, what was said of both, and that it came through the portal. */
function opening({ row, one, first, account, on, channel, draft, people }: Opening): Said[] {
  const { claim, person, stream, application_number: applicationNumber } = row
  const document = one.document ?? account.document
  const own = one.document !== undefined || first
  return [
    said('person.registered', person, { office: stream }),
    said('claim.opened', claim, { person, office: stream, applicationNumber, channel, claimDate: on }),
    ...(Object.keys(one.person).length > 0
      ? [said('person.set', person, { fields: one.person, source: 'portal' })]
      : []),
    said('claim.set', claim, {
      fields: { officialLanguage: account.language, ...one.claim, channel, claimDate: on },
      source: 'portal',
    }),
    ...(one.record && Object.keys(one.record).length > 0
      ? [said('claim.record_set', claim, { fields: one.record, source: 'portal' })]
      : []),
    said('claim.sent', claim, {
      ...{ account: account.account, draft, language: account.language, document, own, people, on },
    }),
    // Starts the clock of the review, which stands still by itself while something essential is missing.
    said('claim.received', claim, { on, by: 'portal' }),
  ]
}

const joined = (claim: string, family: string, principal: boolean): Said =>
  said('claim.family_joined', claim, { fields: { 'family.id': family, 'family.principal': principal } })

type Files = ReadonlyMap<
  string,
  { sha256: string; size: number; mime: Said<'claim.photo_sent'>['body']['file']['mime'] }
>

/** What came along with the form: photo and evidence. */
function sentWith(claim: string, { photo, evidence }: Somebody, on: string, files: Files): Said[] {
  const fileOf = ({ sha256, name }: NamedFile) => {
    const file = files.get(sha256)
    if (!file) throw new Error('A file that was found is not there')
    return { ...file, name }
  }
  return [
    ...(photo ? [said('claim.photo_sent', claim, { ...photo, file: fileOf(photo.file), on })] : []),
    ...evidence.map((item) => said('claim.evidence_sent', claim, { ...item, file: fileOf(item.file), on })),
  ]
}

const filesIn = ({ photo, evidence }: Somebody): NamedFile[] => [
  ...(photo ? [photo.file] : []),
  ...evidence.map(({ file }) => file),
]

/** One event's body holds at most this, UTF-8, as every desk's does. */
const mostFieldBytes = 60 * 1024

function tooLarge({ people }: Submission): string | undefined {
  for (const [i, { person, claim, record = {} }] of people.entries())
    for (const [name, fields] of Object.entries({ person, claim, record }))
      if (Buffer.byteLength(JSON.stringify(fields)) > mostFieldBytes) return `people.${i}.${name}`
  return undefined
}
