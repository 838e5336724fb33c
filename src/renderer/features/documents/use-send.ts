import { useMutation, useQueryClient } from '@tanstack/react-query'
import { takeDelivery } from '../../app/delivery.ts'
import { useDesk } from '../../app/desk.tsx'
import { useClaim } from '../claims/claim.tsx'

/** Sends a paper to the printer by its id, for a replacement that is to be printed at once. */
export function useSendToPrinter(): (documentId: string) => void {
  const desk = useDesk()
  const queries = useQueryClient()
  const { claimId, take, inTurn } = useClaim()
  const sent = useMutation(desk.documents.sent.mutationOptions({ ...inTurn, onSuccess: take }))
  const print = useMutation(
    desk.documents.print.mutationOptions({
      ...inTurn,
      onSuccess: async (delivery, { documentId }) => {
        if (delivery.by === 'window') {
          takeDelivery(delivery)
          sent.mutate({ documentId })
        } else await queries.invalidateQueries({ queryKey: desk.claims.get.queryKey({ input: { claimId } }) })
      },
    }),
  )
  return (documentId) => print.mutate({ documentId })
}
