import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeadlineView } from '../../../../shared/contract/views.ts'
import { lastDayToAsk } from '../../../../shared/rules/index.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { useClaim } from '../claim.tsx'
import { DayDialog } from './DayDialog.tsx'

/** A supervisor gives more time: asked for on a day before the limit, until a later day, with the reason. */
export function ExtendDialog({ deadline, onClose }: { deadline: DeadlineView; onClose: () => void }) {
  const { t, say } = useLanguage()
  const { claimId, take, inTurn } = useClaim()
  const today = useStatus()?.today ?? ''
  const { asked } = deadline
  const [askedOn, setAskedOn] = useState<string | undefined>(asked?.on ?? today)
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
      {...(asked?.to ? { wished: asked.to } : {})}
      pending={extend.isPending}
      error={extend.error}
      onClose={onClose}
      onDay={(to, reason) => askedOn && extend.mutate({ claimId, rule: deadline.rule, to, askedOn, reason })}
    >
      <Text fw={650}>{say(deadline.label)}</Text>
      <Text>{t('deadline.extend_ask', { due: deadline.due, last })}</Text>
      {asked && <Text>{asked.reason}</Text>}
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
