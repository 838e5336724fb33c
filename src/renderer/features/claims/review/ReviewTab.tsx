import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ClaimReviewView } from '../../../../shared/contract/views.ts'
import { useDesk } from '../../../app/desk.tsx'
import { Loaded } from '../../../components/states.tsx'
import css from '../../messages/Messages.module.css'
import { useClaim } from '../claim.tsx'
import { Checklist } from './Checklist.tsx'
import { Notes } from './Notes.tsx'
import { Partners } from './Partners.tsx'
import { StandingSection } from './StandingSection.tsx'

export interface ReviewProps {
  readonly review: ClaimReviewView
  /** Puts what a command gave onto the screen; the claim around it is read again. */
  readonly take: (review: ClaimReviewView) => void
}

/** The review of the claim: what is done and what is missing, what partners say, the interview, what it opened. */
export function ReviewTab() {
  const desk = useDesk()
  const queries = useQueryClient()
  const { claimId } = useClaim()
  const query = useQuery(desk.review.get.queryOptions({ input: { claimId } }))
  const take = useCallback(
    (review: ClaimReviewView) => {
      queries.setQueryData(desk.review.get.queryKey({ input: { claimId } }), review)
      void queries.invalidateQueries({ queryKey: desk.claims.get.queryKey({ input: { claimId } }) })
    },
    [desk, queries, claimId],
  )
  return (
    <Loaded query={query}>
      {(review) => (
        <div className={css.columns}>
          <div className={css.screen}>
            <Checklist review={review} />
            <StandingSection review={review} take={take} />
          </div>
          <div className={css.screen}>
            <Notes review={review} take={take} />
            <Partners review={review} take={take} />
          </div>
        </div>
      )}
    </Loaded>
  )
}
