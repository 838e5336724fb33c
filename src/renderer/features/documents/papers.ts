import type { DocumentKind, DocumentView } from '../../../shared/contract/views.ts'

/** The paper that is under work or in the person's hand: the newest one of these kinds that is neither spoiled nor revoked. */
export const livePaper = (
  papers: readonly DocumentView[],
  kinds: readonly DocumentKind[] = ['RPID', 'RPCD', 'acknowledgement'],
): DocumentView | undefined =>
  papers.find(({ kind, state }) => state !== 'spoiled' && state !== 'revoked' && kinds.includes(kind))

/** The claimant document that is valid now, printed or not; letters are none. */
export const heldDocument = (papers: readonly DocumentView[]): DocumentView | undefined =>
  livePaper(papers, ['RPID', 'RPCD'])
