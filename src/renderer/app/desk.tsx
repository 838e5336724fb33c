import { ORPCError } from '@orpc/client'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { DeskStatus, OfficerView } from '../../shared/contract/views.ts'
import { errors, type Failure } from '../../shared/errors.ts'
import type { DeskClient } from './transport.ts'

/** The desk for queries and commands: `useQuery(desk.today.queryOptions())`, `useMutation(desk.claims.open.mutationOptions())`. */
export type Desk = RouterUtils<DeskClient>

interface Provided {
  readonly desk: Desk
  readonly client: DeskClient
}

interface Standing {
  readonly status: DeskStatus | undefined
  /** The last officer of whom the window heard. */
  readonly officer: OfficerView | undefined
}

const DeskContext = createContext<Provided | undefined>(undefined)
const StandingContext = createContext<Standing>({ status: undefined, officer: undefined })

export function DeskProvider({ client, children }: { client: DeskClient; children: ReactNode }) {
  const value = useMemo(() => ({ client, desk: createTanstackQueryUtils(client) }), [client])
  return (
    <DeskContext value={value}>
      <StandingProvider>{children}</StandingProvider>
    </DeskContext>
  )
}

/** Asks once for the whole window where the desk stands: cells of tables want to know it too, hundreds at a time. */
function StandingProvider({ children }: { children: ReactNode }) {
  const status = useQuery(useDesk().status.queryOptions()).data
  const [seen, setSeen] = useState<OfficerView>()
  const officer = status?.officer ?? seen
  if (officer !== seen) setSeen(officer)
  const value = useMemo(() => ({ status, officer }), [status, officer])
  return <StandingContext value={value}>{children}</StandingContext>
}

function useProvided() {
  const value = useContext(DeskContext)
  if (!value) throw new Error('useDesk outside DeskProvider')
  return value
}

/** Query and mutation options of every procedure of the contract. */
export const useDesk = (): Desk => useProvided().desk
/** The plain client, for calls outside a query or mutation. */
export const useClient = (): DeskClient => useProvided().client

/** Where the desk stands: phase, officer, office, warnings. Undefined until the first answer. */
export const useStatus = (): DeskStatus | undefined => useContext(StandingContext).status

/** Asks where the desk stands, unless that was answered within the last minute. */
export function useAskStaleStatus(): () => void {
  const queries = useQueryClient()
  const key = useDesk().status.queryKey()
  return () => void queries.refetchQueries({ queryKey: key, stale: true })
}

/**
 * The officer at the desk. Only under the shell, where somebody is signed in; in the moment of signing out, before the
 * shell goes, still the one who was.
 */
export function useOfficer(): OfficerView {
  const { officer } = useContext(StandingContext)
  if (!officer) throw new Error('useOfficer with nobody signed in')
  return officer
}

/** Nothing answers: the desk stopped or the connection broke. Not a failure of the desk's catalogue. */
export type Trouble = { readonly kind: 'failure'; readonly failure: Failure } | { readonly kind: 'connection' }

/** Reads what a call threw: an expected failure of the desk, refused input, or no answer at all. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ORPCError)) return { kind: 'connection' }
  const data: unknown = error.data
  if (error.code === 'FAILURE' && isFailure(data)) return { kind: 'failure', failure: data }
  if (error.code === 'BAD_REQUEST')
    return { kind: 'failure', failure: { code: 'desk.bad_input', params: { field: fieldOf(data) } } }
  return { kind: 'failure', failure: { code: 'desk.bug', params: { reference: error.code } } }
}

const isFailure = (data: unknown): data is Failure =>
  typeof data === 'object' && data !== null && 'code' in data && String(data.code) in errors && 'params' in data

/** The first field that the contract's schema refused. */
function fieldOf(data: unknown): string {
  const issues = typeof data === 'object' && data !== null && 'issues' in data ? data.issues : undefined
  const path = Array.isArray(issues) ? issues[0]?.path : undefined
  return Array.isArray(path) ? path.join('.') : '?'
}

/** May the same call be tried again as it is? Yes without an answer, else as the catalogue says. */
function mayRetry(error: unknown): boolean {
  const trouble = troubleOf(error)
  if (trouble.kind === 'connection') return true
  // The desk says when it has arrived.
  return trouble.failure.code !== 'sync.blob_on_its_way' && errors[trouble.failure.code].retryable
}

/** Queries are re-read when the desk says that something changed, so they stay fresh meanwhile. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 60_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && mayRetry(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

/** Asks the desk where it stands before anything is drawn; a failure shows where the answer is used. */
export const readStatus = (queries: QueryClient, client: DeskClient): Promise<void> =>
  queries.prefetchQuery(createTanstackQueryUtils(client).status.queryOptions())
