import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { listOf } from '../../../../shared/record/lists.ts'
import { questionOf } from '../../../../shared/record/questions.ts'
import type { RowValues } from '../../../../shared/record/record.ts'
import { type RecordChanges, readRegister } from '../../../../shared/record/registers.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { TextArea, TextField } from '../../../components/fields.tsx'
import { useClaim } from '../claim.tsx'
import { AnswerControl } from './AnswerControl.tsx'
import css from './Record.module.css'
import { useRecord } from './record.tsx'
import { useSayRegister } from './words.ts'

/** What was sent or decided upon, beside what is right, and why: a correction, not an edit. */
export function CorrectRegister({
  register,
  name,
  onClose,
}: {
  readonly register: string
  readonly name: string
  readonly onClose: () => void
}) {
  const t = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('record.correct', { what: name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <CorrectForm register={register} onClose={onClose} />
    </Modal>
  )
}

function CorrectForm({ register, onClose }: { readonly register: string; readonly onClose: () => void }) {
  const t = useText()
  const { claimId, inTurn } = useClaim()
  const { view, take } = useRecord()
  const say = useSayRegister()
  const held = view.registers[register]
  const [value, setValue] = useState<unknown>(held?.value)
  const latest = useRef<unknown>(held?.value)
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState('')
  const [short, setShort] = useState(false)
  const correcting = useMutation(
    useDesk().record.correct.mutationOptions({
      ...inTurn,
      onSuccess: async (after) => {
        await take(after)
        announce(t('correct.done'))
        onClose()
      },
    }),
  )
  const send = (next: unknown) => {
    const lacks = reason.trim().length < 3
    setShort(lacks)
    if (lacks) return
    correcting.mutate({
      claimId,
      fields: { [register]: next ?? null } as RecordChanges,
      reason: reason.trim(),
      ...(evidence.trim().length >= 3 ? { evidence: evidence.trim() } : {}),
      bases: [...(held?.heads ?? [])],
    })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    // What is half typed becomes a value first.
    queueMicrotask(() => send(latest.current))
  }
  const what = readRegister(register)
  const row = (value ?? {}) as RowValues
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>
          {t('correct.recorded')} <bdi>{say(register, held?.value) || t('correct.recorded_nothing')}</bdi>
        </Text>
        {what?.is === 'answer' && (
          <AnswerControl
            question={questionOf(what.question)}
            value={value}
            disabled={false}
            onValue={(next) => {
              latest.current = next
              setValue(next)
            }}
            onTyping={() => {}}
          />
        )}
        {what?.is === 'row' && (
          <div className={css.cells}>
            {Object.entries(listOf(what.list).columns).map(([column, question]) => (
              <AnswerControl
                key={column}
                question={question}
                value={row[column]}
                disabled={false}
                onValue={(next) => {
                  const { [column]: _, ...rest } = (latest.current ?? {}) as Record<string, unknown>
                  latest.current = next === undefined ? rest : { ...rest, [column]: next }
                  setValue(latest.current)
                }}
                onTyping={() => {}}
              />
            ))}
          </div>
        )}
        <TextArea
          label={t('common.reason')}
          help={t('common.reason_help')}
          error={short ? t('common.reason_short') : undefined}
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextField
          label={t('correct.evidence')}
          help={t('correct.evidence_help')}
          value={evidence}
          maxLength={500}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
        <FailureNotice error={correcting.error} />
        <Group justify="flex-end">
          {what?.is === 'row' && (
            <Button variant="default" onClick={() => send(undefined)}>
              {t('record.remove_row')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={correcting.isPending}>
            {t('correct.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
