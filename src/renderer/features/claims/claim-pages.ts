import type { ClaimState } from '../../../shared/domain/states.ts'
import type { Desk } from '../../app/desk.tsx'

/** Which claims the list shows. */
export interface Listed {
  readonly state: ClaimState | 'all'
  readonly mine: boolean
}

/** How the list of claims is asked for, page by page. */
export const claimPages = (desk: Desk, { state, mine }: Listed) =>
  desk.claims.page.infiniteOptions({
    input: (after: string | undefined) => ({
      mine,
      limit: 50,
      ...(state === 'all' ? {} : { states: [state] }),
      ...(after ? { after } : {}),
    }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
