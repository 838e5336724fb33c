import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { officeOf } from '../../../shared/domain/ports-of-entry.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { keysWaitFor } from '../../app/key-waits.ts'

export type Channel = 'port_of_entry' | 'inland'

/** Where claims are made, the office's own kind first. */
export function useChannels(): readonly [Channel, Channel] {
  const code = useStatus()?.office?.code ?? ''
  return officeOf(code)?.kind === 'inland' ? ['inland', 'port_of_entry'] : ['port_of_entry', 'inland']
}

interface Opening {
  readonly channel: Channel
  /** The lines of a document to read into it. */
  readonly text?: string
}

/** Opens a claim and goes to it. `readFailed`: the claim is open, but its document must be read again. */
export function useOpenClaim(done?: (how: { readonly readFailed: boolean }) => void) {
  const desk = useDesk()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const open = useMutation(desk.claims.open.mutationOptions())
  const read = useMutation(desk.claims.readDocument.mutationOptions())
  const opening = useMutation({
    mutationFn: async ({ channel, text }: Opening) => {
      const opened = await open.mutateAsync({ channel })
      if (text === undefined) return { view: opened, readFailed: false }
      const { claimId } = opened.row
      return read.mutateAsync({ claimId, text }).then(
        ({ view }) => ({ view, readFailed: false }),
        // The claim has its number already: it is shown, and not opened twice.
        () => ({ view: opened, readFailed: true }),
      )
    },
    onSuccess: ({ view, readFailed }) => {
      const { claimId } = view.row
      queries.setQueryData(desk.claims.get.queryKey({ input: { claimId } }), view)
      // Not kept in the history: "back" must not take another number.
      void navigate({ to: '/claims/$claimId/intake/$step', params: { claimId, step: 'passport' }, replace: true })
      done?.({ readFailed })
    },
  })
  const start = (given: Opening) => {
    if (!opening.isPending) keysWaitFor(opening.mutateAsync(given))
  }
  return { start, pending: opening.isPending, error: opening.error }
}
