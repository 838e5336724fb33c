import { Button, Group, Stack, Text } from '@mantine/core'
import type { SetupSecrets } from '../../../shared/contract/views.ts'
import { useText } from '../../app/language.tsx'
import { SecretsSheet } from '../../components/SecretsSheet.tsx'

interface Props {
  readonly title: string
  readonly secrets: Omit<SetupSecrets, 'recoveryKey'>
  readonly onClose: () => void
}

/** A second factor and its recovery codes, shown this once: the officer takes them along. */
export function NewSecrets({ title, secrets, onClose }: Props) {
  const t = useText()
  return (
    <Stack>
      <Text fw={650}>{title}</Text>
      <Text>{t('officers.enrolled_about')}</Text>
      <SecretsSheet secrets={secrets} />
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {t('officers.done')}
        </Button>
      </Group>
    </Stack>
  )
}
