import type { NoticeDueView, PrintQueueView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'

/**
 * Issues what goes out for one interview and puts each paper in the queue at once, so that one that is refused leaves none
 * behind that is issued and waits nowhere. Gives the queue as it stands then; undefined where nothing was issued.
 */
export function useInterviewPapers() {
  const { documents, printQueue } = useDesk()
  return async ({ claimId, kinds }: Pick<NoticeDueView, 'claimId' | 'kinds'>): Promise<PrintQueueView | undefined> => {
    let view: PrintQueueView | undefined
    for (const kind of kinds) {
      const issued = await documents.issue.call({ claimId, kind })
      const paper = issued.documents.find((each) => each.kind === kind && each.state === 'reserved')
      if (paper) view = await printQueue.add.call({ documentIds: [paper.documentId] })
    }
    return view
  }
}
