import { Button, Progress } from '@mantine/core'
import { IconMailForward, IconPlayerPause } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { NoticeDueView, PrintQueueView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { useInterviewPapers } from './interview-papers.ts'
import css from './Printing.module.css'

interface Props {
  readonly due: readonly NoticeDueView[]
  readonly take: (view: PrintQueueView) => void
}

interface Round {
  readonly all: number
  readonly done: number
  readonly refused: readonly { readonly notice: NoticeDueView; readonly error: unknown }[]
}

const nameOf = ({ familyName, givenNames }: NoticeDueView) => [familyName, givenNames].filter(Boolean).join(', ')

/** The notices of the booked interviews, each with its sheet to prepare for it, issued one after the other and put in the queue: one that is refused stops no other. */
export function Due({ due, take }: Props) {
  const t = useText()
  const mayIssue = useMay()('document.issue')
  const { round, running, start, pause } = useRound(take)
  if (!mayIssue) return null
  return (
    <section aria-label={t('printing.due')}>
      <h2 className={css.heading}>{t('printing.due')}</h2>
      {(due.length > 0 || !running) && (
        <p className={css.quiet}>{t(due.length > 0 ? 'printing.due_about' : 'printing.due_none')}</p>
      )}
      <div className={css.actions}>
        {running ? (
          <Button leftSection={<IconPlayerPause size={18} aria-hidden />} onClick={pause}>
            {t('printing.issue_pause')}
          </Button>
        ) : (
          due.length > 0 && (
            <Button leftSection={<IconMailForward size={18} aria-hidden />} onClick={() => start(due)}>
              {t('printing.issue', { count: due.length })}
            </Button>
          )
        )}
        <p role="status">{round && t('printing.issuing', { done: String(round.done), all: String(round.all) })}</p>
      </div>
      {running && round && (
        <Progress value={(100 * round.done) / round.all} aria-label={t('printing.due')} transitionDuration={0} />
      )}
      {round?.refused.map(({ notice, error }) => (
        <div key={notice.claimId}>
          <strong>{t('printing.issue_refused', { name: nameOf(notice) })}</strong>
          <FailureNotice error={error} />
        </div>
      ))}
    </section>
  )
}

/** What is issued is kept at once: whoever leaves the screen or pauses finds the rest still to be issued. */
function useRound(take: (view: PrintQueueView) => void) {
  const desk = useDesk()
  const queries = useQueryClient()
  const issue = useInterviewPapers()
  const [round, setRound] = useState<Round>()
  const [running, setRunning] = useState(false)
  const going = useRef(false)
  const pause = useCallback(() => {
    going.current = false
  }, [])
  useEffect(() => pause, [pause])

  async function issueOne(notice: NoticeDueView): Promise<void> {
    const view = await issue(notice)
    if (view) take(view)
  }

  async function start(due: readonly NoticeDueView[]): Promise<void> {
    going.current = true
    setRunning(true)
    setRound({ all: due.length, done: 0, refused: [] })
    for (const notice of due) {
      if (!going.current) break
      const error = await issueOne(notice).then(
        () => undefined,
        (reason: unknown) => reason ?? new Error('refused'),
      )
      setRound(
        (now) =>
          now && {
            ...now,
            done: now.done + (error ? 0 : 1),
            refused: error ? [...now.refused, { notice, error }] : now.refused,
          },
      )
    }
    pause()
    setRunning(false)
    await queries.invalidateQueries({ queryKey: desk.printQueue.view.queryKey() })
  }

  return { round, running, start: (due: readonly NoticeDueView[]) => void start(due), pause }
}
