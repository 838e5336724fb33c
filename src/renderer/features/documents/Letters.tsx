import { Button, Group } from '@mantine/core'
import { IconCalendarDown, IconMailForward } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DocumentView } from '../../../shared/contract/views.ts'
import { takeFile } from '../../app/delivery.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { DocumentStatePill } from '../../components/StatePill.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from './Documents.module.css'
import { Interview } from './InterviewPanel.tsx'
import { LivePaper } from './LivePaper.tsx'
import { livePaper } from './papers.ts'

type Kind = 'referral' | 'interview' | 'decision' | 'preparation'

/** Letters that the claim's state calls for, in the person's own official language. */
export function Letters() {
  const t = useText()
  const { view } = useClaim()
  const [chosen, setChosen] = useState<Kind>()
  const interview = view.allowed.includes('issue_interview')
  const kinds: Kind[] = [
    ...(interview ? (['interview', 'preparation'] as const) : []),
    ...(view.allowed.includes('issue_referral') ? (['referral'] as const) : []),
    ...(view.allowed.includes('issue_decision') ? (['decision'] as const) : []),
  ]
  if (kinds.length === 0) return null
  const made = kinds.flatMap((kind) => livePaper(view.documents, [kind]) ?? [])
  // One at a time has the keys and the scans: the one that was chosen, else the first that is not in the person's hand.
  const current = (made.find(({ kind }) => kind === chosen) ?? made.find(isUnfinished) ?? made[0])?.kind
  return (
    <section aria-label={t('letters.title')}>
      <h3 className={css.heading}>{t('letters.title')}</h3>
      {interview && <Interview />}
      {kinds.map((kind) => (
        <Letter key={kind} kind={kind} current={kind === current} onChoose={() => setChosen(kind)} />
      ))}
    </section>
  )
}

const isUnfinished = ({ state }: DocumentView) => state === 'reserved' || state === 'sent'

interface LetterProps {
  readonly kind: Kind
  readonly current: boolean
  readonly onChoose: () => void
}

/** One letter: issue it, print and confirm it, or issue it anew when the claim says otherwise by now. */
function Letter({ kind, current, onChoose }: LetterProps) {
  const { view } = useClaim()
  const savesFiles = useStatus()?.kiosk === false
  const paper = livePaper(view.documents, [kind])
  return (
    <div className={css.letter}>
      {paper && current && <LivePaper key={paper.documentId} paper={paper} />}
      {paper && !current && <Aside paper={paper} onChoose={onChoose} />}
      <Group gap="xs">
        <Issue kind={kind} former={paper} />
        {savesFiles && paper?.kind === 'interview' && <Calendar paper={paper} />}
      </Group>
    </div>
  )
}

/** A letter whose turn it is not. */
function Aside({ paper: { kind, state }, onChoose }: { paper: DocumentView; onChoose: () => void }) {
  const t = useText()
  const name = t(`paper.kind_${kind}`)
  return (
    <div className={css.historyHead}>
      <strong>{name}</strong>
      <DocumentStatePill state={state} />
      <Button size="compact-sm" variant="default" aria-label={t('letters.turn_to', { kind: name })} onClick={onChoose}>
        {t('letters.turn')}
      </Button>
    </div>
  )
}

function Issue({ kind, former }: { kind: Kind; former: DocumentView | undefined }) {
  const t = useText()
  const may = useMay()
  const { claimId, take, inTurn } = useClaim()
  const [asking, setAsking] = useState(false)
  const issuing = useMutation(
    useDesk().documents.issue.mutationOptions({ ...inTurn, onSuccess: take, onSettled: () => setAsking(false) }),
  )
  const issue = () => issuing.mutate({ claimId, kind })
  return (
    <>
      <Button
        variant={former ? 'default' : 'filled'}
        leftSection={<IconMailForward size={18} aria-hidden />}
        disabled={!may('document.issue')}
        loading={issuing.isPending}
        onClick={() => (former ? setAsking(true) : issue())}
      >
        {former ? t('letters.issue_again') : t('letters.issue', { kind: t(`paper.kind_${kind}`) })}
      </Button>
      <FailureNotice error={issuing.error} />
      {former && (
        <ConfirmDialog
          opened={asking}
          onClose={() => setAsking(false)}
          title={t('letters.again_title')}
          body={t('letters.again_body', { number: former.number })}
          confirmLabel={t('letters.issue_again')}
          pending={issuing.isPending}
          onConfirm={issue}
        />
      )}
    </>
  )
}

/** The appointment for the person's own calendar. */
function Calendar({ paper }: { paper: DocumentView }) {
  const t = useText()
  const desk = useDesk()
  const making = useMutation(desk.documents.calendar.mutationOptions({ onSuccess: takeFile }))
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendarDown size={18} aria-hidden />}
        loading={making.isPending}
        onClick={() => making.mutate({ documentId: paper.documentId })}
      >
        {t('letters.calendar')}
      </Button>
      <FailureNotice error={making.error} />
    </>
  )
}
