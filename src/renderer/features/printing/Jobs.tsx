import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { PrintJobView, PrintQueueView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import css from './Printing.module.css'

interface Props {
  readonly jobs: readonly PrintJobView[]
  readonly take: (view: PrintQueueView) => void
}

/** The sheets in their order; of one that failed or is unsure the officer says what became of it. */
export function Jobs({ jobs, take }: Props) {
  const t = useText()
  const settling = useMutation(useDesk().printQueue.settle.mutationOptions({ onSuccess: take }))
  return (
    <>
      <FailureNotice error={settling.error} />
      <ul className={css.jobs}>
        {jobs.map(({ documentId, kind, number, familyName, givenNames, state }) => (
          <li key={documentId} className={css.job}>
            <strong>
              <bdi>{[familyName, givenNames].filter(Boolean).join(', ')}</bdi>
            </strong>
            <span>
              {t(`paper.kind_${kind}`)} {number}
            </span>
            <span>{t(`printing.state_${state}`)}</span>
            {(state === 'failed' || state === 'unsure') &&
              (['again', 'printed'] as const).map((as) => (
                <Button
                  key={as}
                  size="compact-sm"
                  variant="default"
                  aria-label={`${t(`printing.${as}`)}, ${number}`}
                  disabled={settling.isPending}
                  onClick={() => settling.mutate({ documentIds: [documentId], as })}
                >
                  {t(`printing.${as}`)}
                </Button>
              ))}
          </li>
        ))}
      </ul>
    </>
  )
}
