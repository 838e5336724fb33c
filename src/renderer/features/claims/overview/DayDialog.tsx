import { Button, Group, Modal, Stack } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useText } from '../../../app/language.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { TextArea } from '../../../components/fields.tsx'

interface DayProps {
  readonly title: string
  readonly day: string
  /** The day that stands there at first. */
  readonly wished?: string
  /** No later day can be chosen. */
  readonly latest?: string
  readonly verb: string
  readonly pending: boolean
  readonly error: unknown
  readonly onClose: () => void
  readonly onDay: (day: string, reason: string) => void
  readonly children: ReactNode
}

/** Asks for a day and the reason. */
export function DayDialog({ title, day, wished, latest, verb, pending, error, onClose, onDay, children }: DayProps) {
  const t = useText()
  const [chosen, setChosen] = useState(wished)
  const [reason, setReason] = useState('')
  const whole = chosen !== undefined && reason.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (whole) onDay(chosen, reason.trim())
  }
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit}>
        <Stack>
          {children}
          <DateField label={day} value={chosen} onValue={setChosen} max={latest} />
          <TextArea
            label={t('common.reason')}
            help={t('common.reason_help')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FailureNotice error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={pending} disabled={!whole}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
