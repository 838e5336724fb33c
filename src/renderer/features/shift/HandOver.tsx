import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useDesk } from '../../app/desk.tsx'
import { useAriaKeys, useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextArea } from '../../components/fields.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import css from './Shift.module.css'

/** What the records do not say, and the signature under the brief. */
export function HandOver() {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const signKey = useAriaKeys('ctrl+Enter')
  const handOver = useMutation(
    desk.shift.handOver.mutationOptions({
      onSuccess: (view) => {
        queries.setQueryData(desk.shift.view.queryKey(), view)
        setNote('')
        notifications.show({ message: t('shift.handed_over'), color: 'green.9' })
      },
    }),
  )
  const sign = (event?: FormEvent) => {
    event?.preventDefault()
    if (!handOver.isPending) handOver.mutate(note.trim() ? { note: note.trim() } : {})
  }
  useKeys([{ keys: 'ctrl+Enter', label: 'shift.hand_over', where: 'here', run: () => sign() }])
  return (
    <form className={css.sign} onSubmit={sign}>
      <TextArea
        label={t('shift.note')}
        help={t('shift.note_about')}
        value={note}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {handOver.error !== null && <FailureNotice error={handOver.error} />}
      <Button
        type="submit"
        loading={handOver.isPending}
        rightSection={<KeyHint keys="ctrl+Enter" />}
        aria-keyshortcuts={signKey}
      >
        {t('shift.hand_over')}
      </Button>
    </form>
  )
}
