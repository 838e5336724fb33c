import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { takeDelivery } from '../../app/delivery.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useClaim } from '../claims/claim.tsx'

/** Prints a paper: by the host's own printing, or by the window where the host has none. */
export function usePrinting(documentId: string) {
  const desk = useDesk()
  const queries = useQueryClient()
  const { claimId, take, inTurn } = useClaim()
  const host = useStatus()?.host
  const printers = useQuery({ ...desk.documents.printers.queryOptions(), staleTime: 300_000 })
  const sent = useMutation(desk.documents.sent.mutationOptions({ ...inTurn, onSuccess: take }))
  const print = useMutation(
    desk.documents.print.mutationOptions({
      ...inTurn,
      onSuccess: async (delivery) => {
        if (delivery.by === 'window') {
          takeDelivery(delivery)
          sent.mutate({ documentId })
        }
        if (delivery.by === 'done')
          await queries.invalidateQueries({ queryKey: desk.claims.get.queryKey({ input: { claimId } }) })
      },
    }),
  )
  return {
    print: (printer?: string) => print.mutate({ documentId, ...(printer ? { printer } : {}) }),
    printing: print.isPending || sent.isPending,
    error: print.error ?? sent.error,
    /** This host has no printer of its own: the page opens in a tab, and the browser prints. */
    byWindow: host === 'browser' && printers.data?.length === 0,
    printers: printers.data ?? [],
  }
}
