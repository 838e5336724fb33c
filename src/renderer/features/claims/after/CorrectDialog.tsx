import { ActionIcon, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ClaimView } from '../../../../shared/contract/views.ts'
import { contactFields } from '../../../../shared/domain/fields.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { SelectField, TextArea, TextField } from '../../../components/fields.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { useClaim } from '../claim.tsx'
import type { AnyField } from '../use-field.ts'
import { useFieldName, useSayValue } from '../values.ts'
import css from './After.module.css'
import { CorrectionContext } from './correction.ts'
import { TopicFields } from './TopicFields.tsx'
import { fieldsOf, isNamed, isPersonField, settledGroups, type Topic, topicGroups } from './topics.ts'
import { useCorrection } from './use-correction.ts'

interface Props {
  readonly onClose: () => void
  /** The claim as it stands after the correction. */
  readonly onCorrected: (view: ClaimView) => void
}

/** What was said, what is right, why, and what was seen: a correction, not an edit. */
export function CorrectDialog({ onClose, onCorrected }: Props) {
  const t = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('correct.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <CorrectForm onClose={onClose} onCorrected={onCorrected} />
    </Modal>
  )
}

function CorrectForm({ onClose, onCorrected }: Props) {
  const t = useText()
  const { correction, topics, addTopic, removeTopic, changes, refused } = useCorrection()
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState('')
  const [wrong, setWrong] = useState<'correct.nothing' | 'correct.wrong_left'>()
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { correct, correcting } = useCorrecting(onCorrected)
  const { view } = useClaim()
  /** A value put back to what is recorded is no correction, unless it settles what two desks wrote. */
  const differs = ([field, value]: readonly [AnyField, unknown]) => {
    const held = isPersonField(field) ? view.person[field] : view.claim[field]
    return held?.conflict !== undefined || JSON.stringify(value) !== JSON.stringify(held?.value)
  }
  const founded = topics.some((topic) => fieldsOf(topic).some((field) => !contactFields.has(field)))
  const short = (text: string) => (founded || text.trim() !== '') && text.trim().length < 3
  const send = () => {
    // What is half typed becomes a value before it is read.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const now = changes().filter(differs)
    const problem = refused() ? 'correct.wrong_left' : now.length === 0 ? 'correct.nothing' : undefined
    setWrong(problem)
    setAsked(true)
    if (!problem && !short(reason) && !short(evidence)) correct(now, reason.trim(), evidence.trim())
  }
  useKeys([{ keys: 'ctrl+Enter', label: 'correct.submit', where: 'here', run: send }])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const needed = (text: string) => (asked && short(text) ? t('correct.needed') : undefined)
  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <Text>{t('correct.lead')}</Text>
        <CorrectionContext value={correction}>
          {topics.map((topic) => (
            <TopicCard key={topic} topic={topic} onRemove={() => removeTopic(topic)} />
          ))}
        </CorrectionContext>
        <TopicChoice chosen={topics} onTopic={addTopic} />
        {topics.length > 0 && (
          <>
            <TextArea
              label={t(founded ? 'correct.reason' : 'correct.reason_contact')}
              help={t('common.reason_help')}
              error={needed(reason)}
              value={reason}
              maxLength={2000}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            {founded && (
              <TextField
                label={t('correct.evidence')}
                help={t('correct.evidence_help')}
                error={needed(evidence)}
                value={evidence}
                maxLength={500}
                onChange={(event) => setEvidence(event.currentTarget.value)}
              />
            )}
          </>
        )}
        {wrong && (
          <Text c="var(--bad)" role="alert">
            {t(wrong)}
          </Text>
        )}
        <FailureNotice error={correcting.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            disabled={topics.length === 0}
            loading={correcting.isPending}
            rightSection={<KeyHint keys="ctrl+Enter" />}
          >
            {t('correct.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** One more thing to correct; the list holds only what is settled. */
function TopicChoice({ chosen, onTopic }: { chosen: readonly Topic[]; onTopic: (topic: Topic) => void }) {
  const t = useText()
  const { view } = useClaim()
  const nameOf = useTopicName()
  const data = settledGroups(view).map((group) => ({
    group: t(`correct.group_${group}`),
    items: topicGroups[group]
      .filter((topic) => !chosen.includes(topic))
      .map((topic) => ({ value: topic as string, label: nameOf(topic) })),
  }))
  const all = Object.values(topicGroups).flat() as readonly Topic[]
  return (
    <SelectField
      // Chosen is chosen: the list stands ready for the next one.
      key={chosen.length}
      label={t(chosen.length === 0 ? 'correct.what' : 'correct.what_more')}
      placeholder={t('correct.what_placeholder')}
      data={data}
      searchable
      data-autofocus={chosen.length === 0 || undefined}
      value={null}
      onChange={(value) => {
        const topic = all.find((each) => each === value)
        if (topic) onTopic(topic)
      }}
    />
  )
}

export function useTopicName() {
  const t = useText()
  const nameOf = useFieldName()
  return (topic: Topic): string => (isNamed(topic) ? t(`correct.topic_${topic}`) : nameOf(topic))
}

/** The value on record beside the control for the right one; the focus goes into it. */
function TopicCard({ topic, onRemove }: { topic: Topic; onRemove: () => void }) {
  const t = useText()
  const name = useTopicName()(topic)
  const card = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    card.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus()
  }, [])
  return (
    <fieldset ref={card} className={css.topic} aria-label={name}>
      <div className={css.topicHead}>
        <Recorded topic={topic} />
        <ActionIcon variant="subtle" aria-label={t('correct.remove', { field: name })} onClick={onRemove}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </div>
      <TopicFields topic={topic} />
    </fieldset>
  )
}

function Recorded({ topic }: { topic: Topic }) {
  const t = useText()
  const { view } = useClaim()
  const say = useSayValue()
  const held = (field: AnyField) =>
    say(field, isPersonField(field) ? view.person[field]?.value : view.claim[field]?.value)
  const words = fieldsOf(topic).map(held).filter(Boolean).join(', ')
  return (
    <span className={css.recorded}>
      {t('correct.recorded')} <bdi>{words || t('correct.recorded_nothing')}</bdi>
    </span>
  )
}

function useCorrecting(onCorrected: (view: ClaimView) => void) {
  const t = useText()
  const { claimId, view, take, inTurn } = useClaim()
  const correcting = useMutation(
    useDesk().claims.correct.mutationOptions({
      ...inTurn,
      onSuccess: async (after) => {
        await take(after)
        announce(t('correct.done'))
        onCorrected(after)
      },
    }),
  )
  const correct = (changes: readonly (readonly [AnyField, unknown])[], reason: string, evidence: string) => {
    const part = (ofPerson: boolean) => {
      const own = changes.filter(([field]) => isPersonField(field) === ofPerson)
      return own.length > 0 ? Object.fromEntries(own.map(([field, value]) => [field, value ?? null])) : undefined
    }
    const headsOf = (field: AnyField) => (isPersonField(field) ? view.person[field] : view.claim[field])?.heads ?? []
    const [person, claim] = [part(true), part(false)]
    correcting.mutate({
      claimId,
      bases: [...new Set(changes.flatMap(([field]) => headsOf(field)))],
      ...(person ? { person } : {}),
      ...(claim ? { claim } : {}),
      ...(reason ? { reason } : {}),
      ...(evidence ? { evidence } : {}),
    })
  }
  return { correct, correcting }
}
