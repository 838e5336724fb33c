import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { withdrawalWays } from '../../../../shared/domain/vocabulary.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { TextArea } from '../../../components/fields.tsx'
import { useClaim } from '../claim.tsx'

/** The person takes the claim back: on which day, how, and in whose words. */
export function WithdrawDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { claimId, take, inTurn } = useClaim()
  const today = useStatus()?.today ?? ''
  const [on, setOn] = useState<string | undefined>(today)
  const [how, setHow] = useState<(typeof withdrawalWays)[number]>('in_writing')
  const [reason, setReason] = useState('')
  const withdraw = useMutation(
    useDesk().review.withdraw.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        onClose()
      },
    }),
  )
  const whole = on !== undefined && reason.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (whole) withdraw.mutate({ claimId, on, how, reason: reason.trim() })
  }
  return (
    <Modal opened onClose={onClose} title={t('withdraw.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit}>
        <Stack>
          <Text>{t('withdraw.body')}</Text>
          <DateField label={t('withdraw.on')} value={on} onValue={setOn} max={today} />
          <Radio.Group
            label={t('withdraw.how')}
            value={how}
            onChange={(value) => setHow(withdrawalWays.find((each) => each === value) ?? 'in_writing')}
          >
            <Stack gap="xs" mt={4}>
              {withdrawalWays.map((each) => (
                <Radio key={each} value={each} label={t(`withdraw.${each}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <TextArea
            label={t('common.reason')}
            help={t('common.reason_help')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FailureNotice error={withdraw.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" color="red.9" loading={withdraw.isPending} disabled={!whole}>
              {t('withdraw.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
