import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { ClaimRow, ConfirmationRow, SearchPage } from '../../../shared/contract/views.ts'
import { useDesk } from '../desk.tsx'
import { useMay } from '../may.ts'

/** Somebody whom the search found, by the kind of their record. */
export type FoundRow =
  | { readonly kind: 'claim'; readonly id: string; readonly row: ClaimRow }
  | { readonly kind: 'confirmation'; readonly id: string; readonly row: ConfirmationRow }

interface FoundNow {
  readonly found: readonly FoundRow[]
  readonly searched: SearchPage['searched'] | undefined
  readonly searching: boolean
}

/** Letters of a name, or a number, from which confirmations are looked for. */
const least = 2

/**
 * Who answers what is typed now: Enter must never open what an earlier text had found, nor what stands first only until
 * the other kind has answered.
 */
export function useFound(typed: string): FoundNow {
  const desk = useDesk()
  const mayDo = useMay()
  const text = typed.trim()
  const [settled] = useDebouncedValue(text, 120)
  const now = settled === text
  const ofClaims = text.length >= 1 && mayDo('claim.search')
  const ofConfirmations = text.length >= least && mayDo('confirmation.view')
  const claims = useQuery({
    ...desk.claims.search.queryOptions({ input: { text: settled, limit: 8 } }),
    enabled: ofClaims && now,
    staleTime: 0,
  })
  const confirmations = useQuery({
    ...desk.confirmations.page.queryOptions({ input: { text: settled, limit: 5 } }),
    enabled: ofConfirmations && now,
    staleTime: 0,
  })
  const waits = [ofClaims && claims, ofConfirmations && confirmations].some((each) => each && !each.data && !each.error)
  if (!now || waits) return { found: [], searched: undefined, searching: ofClaims || ofConfirmations }
  const claimRows = ofClaims ? (claims.data?.rows ?? []) : []
  const confirmationRows = ofConfirmations ? (confirmations.data?.rows ?? []) : []
  return {
    found: [
      ...claimRows.map((row) => ({ kind: 'claim', id: row.claimId, row }) as const),
      ...confirmationRows.map((row) => ({ kind: 'confirmation', id: row.confirmationId, row }) as const),
    ],
    searched: ofClaims ? claims.data?.searched : undefined,
    searching: false,
  }
}
