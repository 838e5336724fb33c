import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { InterviewNoteView } from '../../../../shared/contract/views.ts'
import { currentTemplate, interviewTemplate, longestAnswer } from '../../../../shared/domain/interview-template.ts'
import { mostBodyBytes } from '../../../../shared/sync/body-limit.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { TextArea } from '../../../components/fields.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { StatePill } from '../../../components/StatePill.tsx'
import messages from '../../messages/Messages.module.css'
import { useClaim } from '../claim.tsx'
import css from './Review.module.css'
import type { ReviewProps } from './ReviewTab.tsx'

/** Notes of interviews by the questions of a template: under way, suspended with the reason, resumed, closed for good. */
export function Notes({ review, take }: ReviewProps) {
  const { t } = useLanguage()
  const { view } = useClaim()
  const mayNote = useMay()('interview.conduct') && view.allowed.includes('check')
  const [begun, setBegun] = useState(false)
  const open = review.notes.find(({ state }) => state !== 'closed')
  const closed = review.notes.filter(({ state }) => state === 'closed')
  const editing = mayNote && (open?.state === 'open' || (!open && begun))
  return (
    <section className={messages.section} aria-label={t('review.notes')}>
      <div className={css.head}>
        <h2>{t('review.notes')}</h2>
        {mayNote && !open && !begun && (
          <Button size="compact-sm" variant="default" onClick={() => setBegun(true)}>
            {t('review.notes_begin')}
          </Button>
        )}
      </div>
      {editing && <Form key={open?.notes ?? 'new'} notes={open} take={take} onDone={() => setBegun(false)} />}
      {open && !editing && <Read notes={open} take={take} mayResume={mayNote} />}
      {closed.map((notes) => (
        <Read key={notes.notes} notes={notes} take={take} mayResume={false} />
      ))}
      {!open && !begun && closed.length === 0 && <p className={css.what}>{t('review.no_notes')}</p>}
    </section>
  )
}

function useNote(take: ReviewProps['take'], onDone: () => void) {
  const { inTurn } = useClaim()
  return useMutation(
    useDesk().review.note.mutationOptions({
      ...inTurn,
      onSuccess: (after) => {
        take(after)
        onDone()
      },
    }),
  )
}

interface FormProps extends Pick<ReviewProps, 'take'> {
  readonly notes: InterviewNoteView | undefined
  readonly onDone: () => void
}

function Form({ notes, take, onDone }: FormProps) {
  const { t, say } = useLanguage()
  const { claimId } = useClaim()
  const template = (notes && interviewTemplate(notes.template)) ?? currentTemplate
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(notes?.answers.map(({ question, text }) => [question, text]) ?? []),
  )
  const [suspending, setSuspending] = useState(false)
  const note = useNote(take, () => {
    setSuspending(false)
    onDone()
  })
  const answers = template.questions.flatMap(({ id }) => (texts[id] ? [{ question: id, text: texts[id] }] : []))
  const over = bytesOver(answers)
  const keep = (state: 'open' | 'suspended' | 'closed', reason?: string) =>
    note.mutate({
      claimId,
      ...(notes ? { notes: notes.notes } : {}),
      state,
      answers,
      ...(reason ? { reason } : {}),
    })
  return (
    <Stack mt="sm">
      {template.questions.map(({ id, text }) => (
        <TextArea
          key={id}
          label={say(text)}
          value={texts[id] ?? ''}
          // Not cut to that: what was pasted stays until its author has shortened it.
          error={(texts[id]?.length ?? 0) > longestAnswer ? t('field.wrong_long', { max: longestAnswer }) : undefined}
          autosize
          minRows={1}
          onChange={(event) => {
            const { value } = event.currentTarget
            setTexts((before) => ({ ...before, [id]: value }))
          }}
        />
      ))}
      {over > 0 && <Notice role="status" tone="attention" title={t('review.notes_long', { over })} />}
      <FailureNotice error={suspending ? undefined : note.error} />
      <Group>
        <Button variant="default" loading={note.isPending} onClick={() => keep('open')}>
          {t('review.notes_keep')}
        </Button>
        <Button variant="default" onClick={() => setSuspending(true)}>
          {t('review.notes_suspend')}
        </Button>
        <Button loading={note.isPending} onClick={() => keep('closed')}>
          {t('review.notes_close')}
        </Button>
      </Group>
      {suspending && (
        <ConfirmDialog
          opened
          onClose={() => setSuspending(false)}
          title={t('review.notes_suspend')}
          confirmLabel={t('review.notes_suspend')}
          withReason
          pending={note.isPending}
          error={note.error}
          onConfirm={(reason) => keep('suspended', reason)}
        />
      )}
    </Stack>
  )
}

/** What stands around the answers in the entry, bytes: ids, and a reason to suspend. */
const besideAnswers = 2048

/** By how many bytes these answers are too long for one entry of the record; none or less where they fit. */
const bytesOver = (answers: readonly { readonly question: string; readonly text: string }[]): number =>
  new TextEncoder().encode(JSON.stringify(answers)).length - (mostBodyBytes - besideAnswers)

interface ReadProps extends Pick<ReviewProps, 'take'> {
  readonly notes: InterviewNoteView
  readonly mayResume: boolean
}

function Read({ notes, take, mayResume }: ReadProps) {
  const { t, say } = useLanguage()
  const { claimId } = useClaim()
  const note = useNote(take, () => {})
  const template = interviewTemplate(notes.template)
  const question = (id: string) => {
    const found = template?.questions.find((each) => each.id === id)
    return found ? say(found.text) : id
  }
  return (
    <div>
      <p className={css.what}>
        <StatePill tone={notes.state === 'closed' ? 'good' : 'attention'}>{t(`review.notes_${notes.state}`)}</StatePill>{' '}
        {[notes.on, notes.by, notes.reason].filter(Boolean).join(' · ')}
      </p>
      <dl className={css.answers}>
        {notes.answers.map(({ question: id, text }) => (
          <div key={id}>
            <dt>{question(id)}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <FailureNotice error={note.error} />
      {mayResume && notes.state === 'suspended' && (
        <Button
          size="compact-sm"
          loading={note.isPending}
          onClick={() => note.mutate({ claimId, notes: notes.notes, state: 'open', answers: [...notes.answers] })}
        >
          {t('review.notes_resume')}
        </Button>
      )}
    </div>
  )
}
