import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { AppointmentView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { useInterviewPapers } from '../printing/interview-papers.ts'

/** Notice of the booked interview and the sheet to prepare for it: issued, put in the queue, and shown there to be printed. */
export function AppointmentPapers({ row: { about, kind, state } }: { row: AppointmentView }) {
  const may = useMay()
  const called = about.kind === 'claim' && kind === 'eligibility_interview' && state === 'booked'
  return called && may('document.issue') && may('document.print') ? <Papers claimId={about.id} /> : null
}

function Papers({ claimId }: { claimId: string }) {
  const t = useText()
  const desk = useDesk()
  const go = useNavigate()
  const queries = useQueryClient()
  const issue = useInterviewPapers()
  const issuing = useMutation({
    async mutationFn() {
      const { due } = await desk.printQueue.view.call()
      const notice = due.find((each) => each.claimId === claimId)
      return notice && issue(notice)
    },
    async onSuccess(view) {
      if (!view) return
      queries.setQueryData(desk.printQueue.view.queryKey(), view)
      await go({ to: '/printing' })
    },
  })
  const run = () => {
    if (!issuing.isPending) issuing.mutate()
  }
  useKeys([{ keys: 'p', label: 'interviews.papers', where: 'here', run }])
  return (
    <>
      <Button
        variant="default"
        justify="space-between"
        rightSection={<KeyHint keys="p" />}
        aria-keyshortcuts="P"
        loading={issuing.isPending}
        onClick={run}
      >
        {t('interviews.papers')}
      </Button>
      {issuing.isSuccess && !issuing.data && (
        <p role="status">
          {t('interviews.papers_issued')}{' '}
          <Link to="/claims/$claimId/$tab" params={{ claimId, tab: 'documents' }}>
            {t('claims.tab_documents')}
          </Link>
        </p>
      )}
      <FailureNotice error={issuing.error} />
    </>
  )
}
