import type { ClaimView } from '../../shared/contract/views.ts'

/** Screens that count or list claims, beside the claims themselves. */
const overviews = new Set(['today', 'attention', 'messages', 'queues', 'casework'])

/** Does what the desk named (`stock`, `claims`, `claim:<id>`, `claim` for any of them) concern this query? */
export function concerns({ queryKey, state }: Asked, changed: string): boolean {
  const [path, options] = queryKey as [
    path?: readonly string[],
    options?: { input?: { claimId?: string; photoId?: string } },
  ]
  const named = path?.[0] ?? ''
  // The number beside the room goes with the room.
  const room = named === 'attentionCount' ? 'attention' : named
  const [kind, id] = changed.split(':')
  const claimId = options?.input?.claimId
  // A picture or a paper arrived: whatever could not be shown is asked for again.
  if (kind === 'blobs') return state?.status === 'error'
  // Pictures are asked for by their hash: one never changes.
  if (room === 'photos' || path?.[1] === 'picture' || path?.[1] === 'evidencePage') return false
  if (room === 'photoReview') return concernsReview(options?.input?.photoId, kind, id)
  // A pack is of a whole family, and depends on what the desk has left.
  if (path?.[1] === 'pack') return ['claim', 'stock', 'numbers'].includes(kind ?? '')
  // The machine's findings stand in the claim too.
  if (kind === 'photo') return room === 'claims' && photoOf(state?.data) === id
  if (kind === 'claim')
    return (id ? claimId === id || kinOf(state?.data).includes(id) : claimId !== undefined) || overviews.has(room)
  if (kind === 'claims')
    return (room === 'claims' && claimId === undefined) || room === 'appointments' || overviews.has(room)
  // A person's page shows their family: whoever changed, it is read again.
  if (kind === 'confirmation') return false
  if (kind === 'confirmations') return room === 'confirmations' || room === 'cards'
  if (kind === 'officers') return room === 'officers' || room === 'status'
  // The first screen lists those of the day.
  if (kind === 'appointments' && room === 'today') return true
  return room === kind || (overviews.has(room) && (kind === 'stock' || kind === 'numbers'))
}

/** `photos`: lists and numbers; `photo:<id>`: that photo. */
const concernsReview = (photoId: string | undefined, kind: string | undefined, id: string | undefined): boolean =>
  photoId === undefined ? kind === 'photos' : kind === 'photo' && photoId === id

interface Asked {
  readonly queryKey: readonly unknown[]
  readonly state?: { readonly data?: unknown; readonly status?: string }
}

const photoOf = (data: unknown): string | undefined => (data as Partial<ClaimView> | undefined)?.photo?.photoId

/** A claim's screen shows its family too: how far each member is. */
function kinOf(data: unknown): readonly string[] {
  const family = (data as Partial<ClaimView> | undefined)?.family
  return family?.members.map(({ claimId }) => claimId) ?? []
}
