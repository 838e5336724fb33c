import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ClaimView, HallMember, HallRow, HallView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'

/** The list is read again each minute, for those who only wait. */
const minute = 60_000

/** The waiting room: its list and what can be done to a party. A command answers with the list as it stands then. */
export function useHall() {
  const desk = useDesk()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const query = useQuery({ ...desk.hall.list.queryOptions(), refetchInterval: minute })
  const take = (view: HallView) => {
    queries.setQueryData(desk.hall.list.queryKey(), view)
  }
  const options = { onSuccess: take }
  const toClaim = (claimId: string, step: HallMember['next'] | 'continue') =>
    void navigate({ to: '/claims/$claimId/intake/$step', params: { claimId, step: step ?? 'continue' } })
  return {
    query,
    note: useMutation(desk.hall.note.mutationOptions(options)),
    set: useMutation(desk.hall.set.mutationOptions(options)),
    take: useMutation(desk.hall.take.mutationOptions(options)),
    takeNext: useMutation(desk.hall.takeNext.mutationOptions({ onSuccess: ({ view }) => take(view) })),
    handBack: useMutation(desk.hall.handBack.mutationOptions(options)),
    handOver: useMutation(desk.hall.handOver.mutationOptions(options)),
    left: useMutation(desk.hall.left.mutationOptions(options)),
    done: useMutation(desk.hall.done.mutationOptions(options)),
    returned: useMutation(desk.hall.returned.mutationOptions(options)),
    openClaim: useMutation(
      desk.hall.openClaim.mutationOptions({
        onSuccess: (view: ClaimView) => {
          const { claimId } = view.row
          queries.setQueryData(desk.claims.get.queryKey({ input: { claimId } }), view)
          toClaim(claimId, 'passport')
        },
      }),
    ),
    toClaim,
  }
}

export type Hall = ReturnType<typeof useHall>

/** The member with whom it goes on: the first, the principal's before others, who is not through at the counter. */
export const nextMember = ({ members }: Pick<HallRow, 'members'>): HallMember | undefined =>
  members.find(({ next }) => next !== undefined)

/** Is nothing left to do for the party at the counter? */
export const isThrough = (row: HallRow): boolean => row.unopened === 0 && nextMember(row) === undefined
