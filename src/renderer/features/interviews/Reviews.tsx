import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { AppointmentView } from '../../../shared/contract/views.ts'
import { type NoShowOutcome, noShowOutcomes } from '../../../shared/domain/appointments.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextArea } from '../../components/fields.tsx'
import css from './Interviews.module.css'
import { SlotWords } from './slot-words.tsx'
import { useAppointments } from './use-appointments.ts'

/** People who did not come: a supervisor looks at each. */
export function Reviews({ reviews }: { reviews: readonly AppointmentView[] }) {
  const t = useText()
  const may = useMay()('interview.review')
  const [open, setOpen] = useState<string>()
  if (reviews.length === 0) return null
  const chosen = reviews.find(({ appointmentId }) => appointmentId === open)
  return (
    <section className={css.part}>
      <h2 className={css.title}>{t('interviews.reviews')}</h2>
      <ul className={css.list}>
        {reviews.map((one) => (
          <li key={one.appointmentId} className={css.card}>
            <bdi className={css.strong}>{one.name}</bdi>
            {one.slot && <SlotWords slot={one.slot} />}
            {one.note && <bdi>{one.note}</bdi>}
            {may && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t('interviews.review')}, ${one.name}`}
                onClick={() => setOpen(one.appointmentId)}
              >
                {t('interviews.review')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Modal
        opened={chosen !== undefined}
        onClose={() => setOpen(undefined)}
        title={t('interviews.review')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {chosen && <Review one={chosen} onClose={() => setOpen(undefined)} />}
      </Modal>
    </section>
  )
}

function Review({ one, onClose }: { one: AppointmentView; onClose: () => void }) {
  const t = useText()
  const { review } = useAppointments()
  const [outcome, setOutcome] = useState<NoShowOutcome>('second_notice')
  const [reason, setReason] = useState('')
  const [short, setShort] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = reason.trim().length < 3
    setShort(missing)
    const { appointmentId } = one
    if (!missing) review.mutate({ appointmentId, outcome, reason: reason.trim() }, { onSuccess: onClose })
  }
  return (
    <form onSubmit={submit} data-decided={review.isPending || undefined}>
      <Stack>
        <Text>
          <bdi className={css.strong}>{one.name}</bdi>
        </Text>
        <Text c="dimmed" size="xs">
          {t('interviews.review_law')}
        </Text>
        <Radio.Group
          label={t('interviews.outcome')}
          value={outcome}
          onChange={(next) => setOutcome(noShowOutcomes.find((each) => each === next) ?? outcome)}
        >
          <Stack gap="xs" mt="xs">
            {noShowOutcomes.map((each) => (
              <Radio key={each} value={each} label={t(`interviews.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <TextArea
          label={t('common.reason')}
          help={t('common.reason_help')}
          error={short ? t('common.reason_short') : undefined}
          value={reason}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureNotice error={review.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={review.isPending}>
            {t('interviews.review')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
