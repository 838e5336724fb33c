import { Anchor, Button } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { takeDelivery } from '../../app/delivery.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import css from './Door.module.css'

/** From the door, without signing in: a desk to practise on, which knows nothing of this one. */
export function PracticeButton() {
  const t = useText()
  const practice = useMutation(useDesk().seat.practice.mutationOptions({ onSuccess: takeDelivery }))
  return (
    <section className={css.practice} aria-label={t('door.practice')}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconFlask size={18} aria-hidden />}
        loading={practice.isPending}
        onClick={() => practice.mutate(undefined)}
      >
        {t('door.practice')}
      </Button>
      <span role="status">
        {practice.data?.by === 'window' ? (
          <Anchor href={practice.data.address} target="_blank" rel="noopener">
            {t('door.practice_open')}
          </Anchor>
        ) : (
          t(practice.data ? 'door.practice_started' : 'door.practice_about')
        )}
      </span>
      <FailureNotice error={practice.error} />
    </section>
  )
}
