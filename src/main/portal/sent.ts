import type { CorrectionView, PortalView, SentFileView } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { LoggedEvent } from '../../shared/domain/event.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { present } from '../claims/rows.ts'
import { wholeTimeline } from '../claims/timeline.ts'
import { findClaim, officerNames, type Tools } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Store } from '../store/types.ts'

/** What came through the portal for a claim: as it was sent, and what waits for an answer. */
export function portalView({ store }: Tools, claimId: string): Result<PortalView> {
  const claim = findClaim(store, claimId)
  if (!claim.ok) return claim
  const row = store.first(query.selectFrom('portal_claim').selectAll().where('claim', '=', claimId))
  const items = store.all(query.selectFrom('portal_item').selectAll().where('claim', '=', claimId).orderBy('n'))
  const held = {
    person: valuesOf(fieldsOf(store, { kind: 'person', id: claim.value.personId })),
    claim: valuesOf(fieldsOf(store, { kind: 'claim', id: claimId })),
  }
  const nameOf = officerNames(store)
  const corrections = items.flatMap((item): CorrectionView[] => {
    if (item.kind !== 'correction') return []
    const body = JSON.parse(item.body) as EventBody<'claim.correction_sent'>
    const changes = (['person', 'claim'] as const).flatMap((of) =>
      Object.entries(body[of] ?? {}).map(([field, proposed]) => ({ of, field, held: held[of][field], proposed })),
    )
    return [
      {
        ...{ correction: item.item, on: body.on, reason: body.reason, changes },
        state: item.state as CorrectionView['state'],
        ...present({
          answeredBy: item.answered_by ? nameOf(item.answered_by) : null,
          answeredOn: item.answered_on,
          answer: item.reason,
        }),
      },
    ]
  })
  const evidence = items.flatMap((item) => {
    if (item.kind !== 'evidence') return []
    const { title, kind, on, file } = JSON.parse(item.body) as EventBody<'claim.evidence_sent'>
    return [{ item: item.item, on, title, kind, file: fileView(store, file), replaced: item.state === 'replaced' }]
  })
  return ok({
    corrections,
    evidence,
    ...(row
      ? {
          sent: {
            ...{ on: row.sent_on, draft: row.draft, people: row.people },
            language: row.language as 'en' | 'fr',
            document: JSON.parse(row.document) as { kind: string; number: string },
            fields: asSent(store, claimId),
          },
        }
      : {}),
  })
}

type SentField = NonNullable<PortalView['sent']>['fields'][number]

/** The first values, by the portal itself: they stand in the log whatever became of them. */
function asSent(store: Store, claimId: string): SentField[] {
  const own = wholeTimeline(store, { kind: 'claim', id: claimId })
  const opened = own.find(({ type }) => type === 'claim.opened')?.body as EventBody<'claim.opened'> | undefined
  const person = opened ? wholeTimeline(store, { kind: 'person', id: opened.person }) : []
  return [...fieldsBy(person, 'person'), ...fieldsBy(own, 'claim')]
}

const fieldsBy = (events: readonly LoggedEvent[], of: 'person' | 'claim'): SentField[] =>
  events
    .filter(({ type, body }) => type === `${of}.set` && (body as { source?: string } | null)?.source === 'portal')
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
