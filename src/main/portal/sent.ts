import type { PortalView, SentFileView } from '../../shared/contract/views.ts'
import type { EventBody, EventName } from '../../shared/domain/catalogue.ts'
import type { LoggedEvent } from '../../shared/domain/event.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { wholeTimeline } from '../claims/timeline.ts'
import { findClaim, type Tools } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Store } from '../store/types.ts'
import { correctionViews } from './sent-corrections.ts'

/** What came through the portal for a claim: as it was sent, and what waits for an answer. */
export function portalView(tools: Tools, claimId: string): Result<PortalView> {
  const { store } = tools
  const claim = findClaim(store, claimId)
  if (!claim.ok) return claim
  const row = store.first(query.selectFrom('portal_claim').selectAll().where('claim', '=', claimId))
  const items = store.all(query.selectFrom('portal_item').selectAll().where('claim', '=', claimId).orderBy('n'))
  const events = eventsOf(store, claimId)
  const evidence = items.flatMap((item) => {
    if (item.kind !== 'evidence') return []
    const { title, kind, on, file } = JSON.parse(item.body) as EventBody<'claim.evidence_sent'>
    return [{ item: item.item, on, title, kind, file: fileView(store, file), replaced: item.state === 'replaced' }]
  })
  return ok({
    corrections: correctionViews(tools, claim.value, items, [...events.person, ...events.claim]),
    evidence,
    ...(row
      ? {
          sent: {
            ...{ on: row.sent_on, draft: row.draft, people: row.people },
            language: row.language as 'en' | 'fr',
            document: JSON.parse(row.document) as { kind: string; number: string },
            fields: asSent(events),
          },
        }
      : {}),
  })
}

type SentField = NonNullable<PortalView['sent']>['fields'][number]

interface Events {
  readonly claim: readonly LoggedEvent[]
  /** Of the person for whom the claim was opened, whoever was found to be the same since. */
  readonly person: readonly LoggedEvent[]
}

function eventsOf(store: Store, claimId: string): Events {
  const claim = wholeTimeline(store, { kind: 'claim', id: claimId })
  const opened = claim.find(({ type }) => type === 'claim.opened')?.body as EventBody<'claim.opened'> | undefined
  return { claim, person: opened ? wholeTimeline(store, { kind: 'person', id: opened.person }) : [] }
}

/** The first values, by the portal itself: they stand in the log whatever became of them. */
const asSent = ({ claim, person }: Events): SentField[] => [
  ...fieldsBy(person, 'person.set', 'person'),
  ...fieldsBy(claim, 'claim.set', 'claim'),
  ...fieldsBy(claim, 'claim.record_set', 'claim'),
]

const fieldsBy = (events: readonly LoggedEvent[], type: EventName, of: SentField['of']): SentField[] =>
  events
    .filter((event) => event.type === type && (event.body as { source?: string } | null)?.source === 'portal')
    .flatMap(({ body }) => Object.entries((body as EventBody<'claim.set'>).fields))
    .filter(([field]) => field !== 'channel' && field !== 'claimDate')
    .map(([field, value]) => ({ of, field, value }))

type SentFile = EventBody<'claim.evidence_sent'>['file']

export const fileView = (store: Store, { sha256, name, mime, size }: SentFile): SentFileView => ({
  ...{ sha256, name, mime, size },
  here: store.blobs.has(sha256),
})

/** Bytes of a file that a claim's person or the office sent. Nobody fetches a stranger's file by its hash. */
export function sentFile(
  { store }: Tools,
  claimId: string,
  sha256: string,
): Result<{ bytes: Uint8Array; file: SentFile }> {
  const claim = findClaim(store, claimId)
  if (!claim.ok) return claim
  const items = store.all(query.selectFrom('portal_item').select('body').where('claim', '=', claimId))
  const messages = store.all(query.selectFrom('message').select('files').where('claim', '=', claimId))
  const files = [
    ...items.flatMap(({ body }) => (JSON.parse(body) as { file?: SentFile }).file ?? []),
    ...messages.flatMap(({ files }) => JSON.parse(files) as SentFile[]),
  ]
  const file = files.find((one) => one.sha256 === sha256)
  if (!file) return fail('desk.not_found')
  const bytes = store.blobs.get(sha256)
  return bytes.ok ? ok({ bytes: bytes.value, file }) : bytes
}
