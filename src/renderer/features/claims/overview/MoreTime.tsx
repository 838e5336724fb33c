import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { DeadlineView } from '../../../../shared/contract/views.ts'
import { lastDayToAsk } from '../../../../shared/rules/index.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { TextArea } from '../../../components/fields.tsx'
import { useClaim } from '../claim.tsx'

/** A supervisor gives more time: asked for on a day before the limit, until a later day, with the reason. */
export function ExtendDialog({ deadline, onClose }: { deadline: DeadlineView; onClose: () => void }) {
  const { t, say } = useLanguage()
  const { claimId, take, inTurn } = useClaim()
  const today = useStatus()?.today ?? ''
  const [askedOn, setAskedOn] = useState<string | undefined>(today)
  const extend = useMutation(useDesk().claims.extendDeadline.mutationOptions({ ...inTurn, onSuccess: done }))
  async function done(view: Parameters<typeof take>[0]) {
    await take(view)
    onClose()
  }
  const last = lastDayToAsk(deadline.rule, deadline.due)
  return (
    <DayDialog
      title={t('deadline.extend_title')}
      day={t('deadline.new_day')}
      verb={t('deadline.extend')}
      pending={extend.isPending}
      error={extend.error}
      onClose={onClose}
      onDay={(to, reason) => askedOn && extend.mutate({ claimId, rule: deadline.rule, to, askedOn, reason })}
    >
      <Text fw={650}>{say(deadline.label)}</Text>
      <Text>{t('deadline.extend_ask', { due: deadline.due, last })}</Text>
      <DateField label={t('deadline.asked_on')} value={askedOn} onValue={setAskedOn} max={today} />
    </DayDialog>
  )
}

/** Inland the officer sets until when the Basis of Claim Form is due. */
export function SetBocButton() {
  const t = useText()
  const { claimId, take, inTurn } = useClaim()
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  const set = useMutation(
    useDesk().claims.setBocDate.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        close()
      },
    }),
  )
  return (
    <>
      <Button variant="default" size="compact-sm" mt="xs" onClick={() => setOpened(true)}>
        {t('deadline.set_boc')}
      </Button>
      {opened && (
        <DayDialog
          title={t('deadline.set_boc')}
          day={t('deadline.new_day')}
          verb={t('deadline.set_do')}
          pending={set.isPending}
          error={set.error}
          onClose={close}
          onDay={(due, reason) => set.mutate({ claimId, due, reason })}
        >
          <Text>{t('deadline.set_boc_body')}</Text>
        </DayDialog>
      )}
    </>
  )
}

interface DayProps {
  readonly title: string
  readonly day: string
  readonly verb: string
  readonly pending: boolean
  readonly error: unknown
  readonly onClose: () => void
  readonly onDay: (day: string, reason: string) => void
  readonly children: ReactNode
}

/** Asks for a day and the reason. */
function DayDialog({ title, day, verb, pending, error, onClose, onDay, children }: DayProps) {
  const t = useText()
  const [chosen, setChosen] = useState<string>()
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
          <DateField label={day} value={chosen} onValue={setChosen} />
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
