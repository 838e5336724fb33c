import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useAskStatus, useTakeStatus } from '../../app/seat.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextField } from '../../components/text-fields.tsx'
import { Door } from './Door.tsx'
import { NewPassword } from './NewPassword.tsx'

/** Every password is lost: the printed key opens the store and gives one officer a new password. */
export function Recovery({ onBack }: { onBack: () => void }) {
  const t = useText()
  const takeStatus = useTakeStatus()
  const [userName, setUserName] = useState('')
  const [recoveryKey, setRecoveryKey] = useState('')
  const [next, setNext] = useState('')
  const askStatus = useAskStatus()
  const recover = useMutation(
    useDesk().seat.recover.mutationOptions({ onSuccess: takeStatus, onError: () => askStatus() }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (userName && recoveryKey && next) recover.mutate({ userName, recoveryKey, next })
  }
  return (
    <Door title={t('door.recover_title')} about={t('door.recover_about')}>
      <form onSubmit={submit}>
        <Stack>
          <TextField
            label={t('door.user_name')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            value={userName}
            onChange={(event) => setUserName(event.currentTarget.value)}
          />
          <TextField
            data-bursts="typed"
            label={t('door.recovery_key')}
            help={t('door.recovery_key_help')}
            autoComplete="off"
            spellCheck={false}
            value={recoveryKey}
            onChange={(event) => setRecoveryKey(event.currentTarget.value)}
          />
          <NewPassword label={t('door.new_password')} userName={userName} value={next} onValue={setNext} />
          <FailureNotice error={recover.error} />
          <Group grow>
            <Button variant="default" onClick={onBack}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={recover.isPending}>
              {t('door.recover_do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Door>
  )
}
