import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useTakeStatus } from '../../app/seat.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { PasswordField } from '../../components/text-fields.tsx'
import { NewPassword } from './NewPassword.tsx'

/** Own password: at the door when it was given by somebody else, and from the officer's menu. */
export function ChangePasswordForm({ onDone }: { onDone?: () => void }) {
  const t = useText()
  const takeStatus = useTakeStatus()
  const userName = useStatus()?.officer?.userName ?? ''
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const change = useMutation(
    useDesk().seat.changePassword.mutationOptions({
      onSuccess: (status) => {
        takeStatus(status)
        onDone?.()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (current && next && next === again) change.mutate({ current, next })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <PasswordField
          label={t('door.current_password')}
          autoComplete="current-password"
          data-autofocus
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPassword label={t('door.new_password')} userName={userName} value={next} onValue={setNext} />
        <PasswordField
          label={t('door.repeat_password')}
          autoComplete="new-password"
          error={tried && next !== again ? t('door.repeat_differs') : undefined}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <FailureNotice error={change.error} />
        <Button type="submit" loading={change.isPending}>
          {t('door.change')}
        </Button>
      </Stack>
    </form>
  )
}
