/** Screens that count or list claims, beside the claims themselves. */
const overviews = new Set(['today', 'attention'])

/** Does what the desk named (`stock`, `claims`, `claim:<id>`, `claim` for any of them) concern this query? */
export function concerns({ queryKey }: { readonly queryKey: readonly unknown[] }, changed: string): boolean {
  const [path, options] = queryKey as [path?: readonly string[], options?: { input?: { claimId?: string } }]
  const room = path?.[0] ?? ''
  const [kind, id] = changed.split(':')
  const claimId = options?.input?.claimId
  // Pictures are asked for by their hash: one never changes.
  if (room === 'photos') return false
  if (kind === 'claim') return (id ? claimId === id : claimId !== undefined) || overviews.has(room)
  if (kind === 'claims') return (room === 'claims' && claimId === undefined) || overviews.has(room)
  if (kind === 'officers') return room === 'officers' || room === 'status'
  return room === kind || (overviews.has(room) && (kind === 'stock' || kind === 'numbers'))
}
