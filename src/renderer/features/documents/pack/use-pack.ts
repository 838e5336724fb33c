import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PackIssuedView, PackPrintedView, PackView } from '../../../../shared/contract/views.ts'
import { isDue, isToPrint } from '../../../../shared/domain/pack.ts'
import { takeDelivery } from '../../../app/delivery.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useClaim } from '../../claims/claim.tsx'

export type Refused = PackIssuedView['refused']

/** The pack of the claim on the screen, and what can be done with it. Commands come one after the other. */
export function usePack() {
  const desk = useDesk()
  const queries = useQueryClient()
  const { claimId, inTurn } = useClaim()
  const [refused, setRefused] = useState<Refused>([])
  const input = { claimId }
  const pack = useQuery(desk.documents.pack.queryOptions({ input }))
  const queryKey = desk.documents.pack.queryKey({ input })
  const show = async ({ members, lines }: PackView) => {
    await queries.cancelQueries({ queryKey })
    queries.setQueryData(queryKey, { members, lines })
    await queries.invalidateQueries({ queryKey: desk.claims.get.queryKey({ input }) })
  }
  /** What the window prints itself, it says itself that it has. */
  const printed = async (after: PackPrintedView): Promise<PackView> => {
    if (!after.delivery) return after
    takeDelivery(after.delivery)
    for (const documentId of after.handed) await desk.documents.sent.call({ documentId })
    return desk.documents.pack.call(input)
  }
  const print = async (documentIds: readonly string[], printer?: string) =>
    printed(
      await desk.documents.printPack.call({ claimId, documentIds: [...documentIds], ...(printer ? { printer } : {}) }),
    )
  const work = useMutation({
    ...inTurn,
    mutationFn: async (job: Job) => {
      if (job.do === 'print') return print(job.documentIds, job.printer)
      if (job.do === 'scan') return desk.documents.confirmInPack.call({ claimId, scanned: job.scanned })
      if (job.do === 'spoil') {
        await desk.documents.spoil.call({ documentId: job.documentId, reason: job.reason, reissue: false })
        if (!job.again) return desk.documents.pack.call(input)
      }
      if (job.do === 'letter') await desk.documents.issue.call({ claimId: job.claimId, kind: 'acknowledgement' })
      const issued = await desk.documents.issuePack.call(input)
      setRefused(issued.refused)
      const waiting = toPrint(issued)
      return waiting.length > 0 ? print(waiting, job.do === 'issue' ? job.printer : undefined) : issued
    },
    onSuccess: show,
    onError: () => void pack.refetch(),
  })
  return { pack, work, refused }
}

export type Job =
  | { readonly do: 'issue'; readonly printer?: string | undefined }
  | { readonly do: 'print'; readonly documentIds: readonly string[]; readonly printer?: string | undefined }
  | { readonly do: 'scan'; readonly scanned: string }
  | { readonly do: 'spoil'; readonly documentId: string; readonly reason: string; readonly again: boolean }
  | { readonly do: 'letter'; readonly claimId: string }

/** Papers that wait for the printer, in the order of the sheets. */
export const toPrint = ({ lines }: PackView): string[] =>
  lines.flatMap((line) => (isToPrint(line) && line.paper ? [line.paper.documentId] : []))

export const dueLines = ({ lines }: PackView) => lines.filter(isDue)
