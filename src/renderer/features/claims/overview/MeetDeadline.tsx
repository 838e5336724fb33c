import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DeadlineView } from '../../../../shared/contract/views.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { useClaim } from '../claim.tsx'

interface Props {
  readonly deadline: DeadlineView
  readonly onClose: () => void
}

/** On which day what a deadline waits for came in: today, unless the officer says another. */
export function MeetDialog({ deadline, onClose }: Props) {
  const { t, say } = useLanguage()
  const { claimId, take, inTurn } = useClaim()
  const today = useStatus()?.today ?? ''
  const [on, setOn] = useState<string | undefined>(today)
  const meet = useMutation(
    useDesk().claims.meetDeadline.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (on) meet.mutate({ claimId, rule: deadline.rule, on })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('overview.met_title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text fw={650}>{say(deadline.label)}</Text>
          <DateField label={t('overview.met_on')} value={on} onValue={setOn} max={today} />
          <FailureNotice error={meet.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={meet.isPending} disabled={!on} data-autofocus>
              {t('overview.met_do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** The note was a mistake: the deadline counts again, and the record keeps why. */
export function ReopenDialog({ deadline, onClose }: Props) {
  const { t, say } = useLanguage()
  const { claimId, take, inTurn } = useClaim()
  const reopen = useMutation(
    useDesk().claims.reopenDeadline.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('overview.reopen_title')}
      body={t('overview.reopen_body', { deadline: say(deadline.label), due: deadline.due })}
      confirmLabel={t('overview.reopen_do')}
      withReason
      pending={reopen.isPending}
      error={reopen.error}
      onConfirm={(reason) => reopen.mutate({ claimId, rule: deadline.rule, reason })}
    />
  )
}
