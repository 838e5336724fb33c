import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useTakeStatus } from '../../app/seat.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { FolderField } from '../../components/FolderField.tsx'
import { TextField } from '../../components/fields.tsx'
import { Door } from './Door.tsx'

/** A new computer takes the place of a lost one. */
export function Restore({ onBack, backLabel }: { onBack: () => void; backLabel: string }) {
  const t = useText()
  const takeStatus = useTakeStatus()
  const [folder, setFolder] = useState('')
  const [recoveryKey, setRecoveryKey] = useState('')
  const restore = useMutation(useDesk().setup.restore.mutationOptions({ onSuccess: takeStatus }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (folder && recoveryKey) restore.mutate({ folder, recoveryKey })
  }
  return (
    <Door title={t('setup.restore_title')} about={t('setup.restore_about')}>
      <form onSubmit={submit}>
        <Stack>
          <FolderField
            label={t('setup.restore_folder')}
            help={t('setup.restore_folder_help')}
            autoFocus
            value={folder}
            onValue={setFolder}
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
          <FailureNotice error={restore.error} />
          <Group grow>
            <Button variant="default" onClick={onBack}>
              {backLabel}
            </Button>
            <Button type="submit" loading={restore.isPending}>
              {t('setup.restore_do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Door>
  )
}
