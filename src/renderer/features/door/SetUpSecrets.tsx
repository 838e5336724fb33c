import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconDeviceUsb, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SetupSecrets } from '../../../shared/contract/views.ts'
import { takeDelivery } from '../../app/delivery.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useTakeStatus } from '../../app/seat.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextField } from '../../components/fields.tsx'
import { SecretsSheet } from '../../components/SecretsSheet.tsx'

const outcomes = { done: 'setup.key_saved', cancelled: 'setup.key_not_saved', window: 'setup.key_window' } as const

/** The last step: the administrator takes the secrets away, and shows with a code that the phone has them. */
export function SetUpSecrets({ secrets }: { secrets: SetupSecrets }) {
  const t = useText()
  const desk = useDesk()
  const takeStatus = useTakeStatus()
  const [kept, setKept] = useState(false)
  const [code, setCode] = useState('')
  const save = useMutation(desk.setup.saveRecoveryKey.mutationOptions({ onSuccess: takeDelivery }))
  const finish = useMutation(desk.setup.finish.mutationOptions({ onSuccess: takeStatus }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (kept && code.trim()) finish.mutate({ code: code.trim(), recoveryKeySaved: true })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <SecretsSheet secrets={secrets} recoveryKey={secrets.recoveryKey} />
        <Group>
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {t('common.print')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDeviceUsb size={18} aria-hidden />}
            loading={save.isPending}
            onClick={() => save.mutate(undefined)}
          >
            {t('setup.key_save')}
          </Button>
          <Text role="status">{save.data && t(outcomes[save.data.by])}</Text>
        </Group>
        <FailureNotice error={save.error} />
        <Checkbox
          label={t('setup.key_confirm')}
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        <TextField
          label={t('setup.code_confirm')}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={20}
          maw={320}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <FailureNotice error={finish.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={finish.isPending} disabled={!kept || !code.trim()}>
            {t('setup.finish')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
