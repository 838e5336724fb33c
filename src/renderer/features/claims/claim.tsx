import { useIsMutating, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import type { ClaimRow, ClaimView } from '../../../shared/contract/views.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import { useDesk } from '../../app/desk.tsx'
import { useMay } from '../../app/may.ts'
import { useNoteRecent } from '../../app/search/recent.ts'
import { ErrorState, Loading } from '../../components/states.tsx'

/** The claim that the screens below show, and what this officer may do to it now. */
export interface OpenClaim {
  readonly claimId: string
  readonly view: ClaimView
  /** Facts of the case may change. */
  readonly mayEdit: boolean
  /** What the document still lacks may be given, also after a decision. */
  readonly mayComplete: boolean
  /** The person's identity may change: no decision and no document rests on it. */
  readonly mayEditIdentity: boolean
  /** Something is settled here and this officer may correct it. */
  readonly mayCorrect: boolean
  /** Puts a claim that a command gave onto the screen. */
  readonly take: (view: ClaimView) => Promise<void>
  /** Options of every command on this claim: one after the other, so that no answer overtakes another. */
  readonly inTurn: { readonly scope: { readonly id: string } }
  /** Commands under way. */
  readonly busy: number
}

const ClaimContext = createContext<OpenClaim | undefined>(undefined)

/** The claim around this component. */
export function useClaim(): OpenClaim {
  const claim = useContext(ClaimContext)
  if (!claim) throw new Error('useClaim outside ClaimProvider')
  return claim
}

/** Reads a claim and offers it to the screens below. */
export function ClaimProvider({ claimId, children }: { claimId: string; children: ReactNode }) {
  const desk = useDesk()
  const queries = useQueryClient()
  const may = useMay()
  const query = useQuery(desk.claims.get.queryOptions({ input: { claimId } }))
  const scope = `claim:${claimId}`
  const busy = useIsMutating({ predicate: ({ options }) => options.scope?.id === scope })
  const take = useCallback(
    async (view: ClaimView) => {
      const queryKey = desk.claims.get.queryKey({ input: { claimId } })
      // A reading that began before the command must not lay its older answer over this one.
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, view)
      void queries.invalidateQueries({ queryKey: desk.eligibility.worksheet.queryKey({ input: { claimId } }) })
    },
    [desk, queries, claimId],
  )
  const view = query.data
  useNoteRecent(view && recentOf(view.row))
  const value = useMemo<OpenClaim | undefined>(() => {
    if (!view) return undefined
    const allowed = may('claim.edit')
    return {
      claimId,
      view,
      mayEdit: allowed && view.allowed.includes('edit'),
      mayComplete: allowed && view.allowed.includes('complete'),
      mayEditIdentity: allowed && view.allowed.includes('edit') && !view.settled.identity,
      mayCorrect: may('claim.amend') && view.allowed.includes('amend') && (view.settled.identity || view.settled.facts),
      take,
      inTurn: { scope: { id: scope } },
      busy,
    }
  }, [claimId, view, may, take, scope, busy])
  if (!value) return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
  return <ClaimContext value={value}>{children}</ClaimContext>
}

const recentOf = (row: ClaimRow) => ({
  kind: 'claim' as const,
  id: row.claimId,
  name: nameLine(row),
  birthDate: row.birthDate,
  number: row.applicationNumber,
})
