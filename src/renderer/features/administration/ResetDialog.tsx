import { Checkbox, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { OfficerView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { meetsPolicy, NewPassword } from '../door/NewPassword.tsx'
import { DialogButtons } from './DialogButtons.tsx'
import { NewSecrets } from './NewSecrets.tsx'

interface Props {
  readonly officer: OfficerView
  readonly onClose: () => void
}

/** A temporary password; where the phone is lost too, a new second factor, which is shown this once. */
export function ResetDialog({ officer, onClose }: Props) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const reset = useMutation(
    desk.officers.resetPassword.mutationOptions({
      onSuccess: ({ secrets }) => {
        void queries.invalidateQueries({ queryKey: desk.officers.key() })
        notifications.show({ message: t('officers.reset_done'), color: 'green.9' })
        if (!secrets) onClose()
      },
    }),
  )
  const secrets = reset.data?.secrets
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('officers.reset')}
      size={secrets ? 'xl' : 'md'}
      closeOnClickOutside={!secrets}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {secrets ? (
        <NewSecrets title={officer.displayName} secrets={secrets} onClose={onClose} />
      ) : (
        <ResetForm
          officer={officer}
          pending={reset.isPending}
          error={reset.error}
          onSubmit={(wish) => reset.mutate({ officerId: officer.id, ...wish })}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}

interface FormProps extends Props {
  readonly pending: boolean
  readonly error: unknown
  readonly onSubmit: (wish: { temporary: string; renewSecondFactor: boolean }) => void
}

function ResetForm({ officer, pending, error, onSubmit, onClose }: FormProps) {
  const t = useText()
  const [temporary, setTemporary] = useState('')
  const [renewSecondFactor, setRenewSecondFactor] = useState(false)
  const ready = meetsPolicy(temporary, officer.userName)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) onSubmit({ temporary, renewSecondFactor })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>
          <strong>{officer.displayName}</strong>
          <br />
          {t('officers.reset_body')}
        </Text>
        <NewPassword
          label={t('officers.temporary')}
          userName={officer.userName}
          value={temporary}
          onValue={setTemporary}
        />
        <Checkbox
          label={t('officers.renew_factor')}
          description={t('officers.renew_factor_help')}
          checked={renewSecondFactor}
          onChange={(event) => setRenewSecondFactor(event.currentTarget.checked)}
        />
        <FailureNotice error={error} />
        <DialogButtons label={t('officers.reset')} pending={pending} ready={ready} onClose={onClose} />
      </Stack>
    </form>
  )
}
