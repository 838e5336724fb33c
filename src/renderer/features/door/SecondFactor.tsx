import { Anchor, Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useSeat, useTakeStatus } from '../../app/seat.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextField } from '../../components/text-fields.tsx'
import { Door } from './Door.tsx'

/** The code of the authenticator app, or one of the ten recovery codes. */
export function SecondFactor() {
  const t = useText()
  const takeStatus = useTakeStatus()
  const { signOut } = useSeat()
  const [code, setCode] = useState('')
  const [recovery, setRecovery] = useState(false)
  const check = useMutation(
    useDesk().seat.secondFactor.mutationOptions({ onSuccess: takeStatus, onError: () => setCode('') }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim()) check.mutate({ code: code.trim() })
  }
  const change = (next: boolean) => {
    setRecovery(next)
    setCode('')
    check.reset()
  }
  return (
    <Door title={t('door.factor_title')} about={t('door.factor_about')}>
      <form onSubmit={submit}>
        <Stack>
          <TextField
            key={String(recovery)}
            label={t(recovery ? 'door.factor_recovery' : 'door.factor_code')}
            help={recovery ? t('door.factor_recovery_help') : undefined}
            autoComplete="one-time-code"
            inputMode={recovery ? 'text' : 'numeric'}
            autoFocus
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <FailureNotice error={check.error} />
          <Button type="submit" loading={check.isPending}>
            {t('door.confirm')}
          </Button>
          <Group justify="space-between">
            <Anchor component="button" type="button" onClick={() => change(!recovery)}>
              {t(recovery ? 'door.factor_use_code' : 'door.factor_use_recovery')}
            </Anchor>
            <Anchor component="button" type="button" onClick={() => signOut.mutate(undefined)}>
              {t('common.cancel')}
            </Anchor>
          </Group>
        </Stack>
      </form>
    </Door>
  )
}
