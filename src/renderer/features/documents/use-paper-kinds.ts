import type { DocumentKind } from '../../../shared/contract/views.ts'
import { useClaim } from '../claims/claim.tsx'

/** The kinds of paper that the claim's state allows, the usual one first. */
export function usePaperKinds(): readonly DocumentKind[] {
  const { view } = useClaim()
  if (view.allowed.includes('issue_document')) return ['RPID', 'RPCD']
  return view.allowed.includes('issue_acknowledgement') ? ['acknowledgement'] : []
}
