/** Screens that count or list claims, beside the claims themselves. */
const overviews = new Set(['today', 'attention'])

/** Does what the desk named (`stock`, `claims`, `claim:<id>`) concern this query? */
export function concerns({ queryKey }: { readonly queryKey: readonly unknown[] }, changed: string): boolean {
  const [path, options] = queryKey as [path?: readonly string[], options?: { input?: { claimId?: string } }]
  const room = path?.[0] ?? ''
  const [kind, id] = changed.split(':')
  if (kind === 'claim' && id) return options?.input?.claimId === id || overviews.has(room)
  if (kind === 'claims') return (room === 'claims' && !options?.input?.claimId) || overviews.has(room)
  if (kind === 'officers') return room === 'officers' || room === 'status'
  return room === kind || (overviews.has(room) && (kind === 'stock' || kind === 'numbers'))
}
