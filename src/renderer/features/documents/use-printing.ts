import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { takeDelivery } from '../../app/delivery.ts'
import { useDesk } from '../../app/desk.tsx'
import { useClaim } from '../claims/claim.tsx'

/** Prints a paper: by the host's own printing, or by the window where the host has none. */
export function usePrinting(documentId: string) {
  const desk = useDesk()
  const queries = useQueryClient()
  const { claimId, take, inTurn } = useClaim()
  const [opened, setOpened] = useState<string>()
  const printers = useQuery({ ...desk.documents.printers.queryOptions(), staleTime: 300_000 })
  const sent = useMutation(desk.documents.sent.mutationOptions({ ...inTurn, onSuccess: take }))
  const print = useMutation(
    desk.documents.print.mutationOptions({
      ...inTurn,
      onSuccess: async (delivery) => {
        if (delivery.by === 'window') {
          takeDelivery(delivery)
          setOpened(delivery.address)
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
    /** Where the window found the page, for opening it again. */
    opened,
    printers: printers.data ?? [],
  }
}
