import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { useTakeStatus } from '../../app/seat.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import css from './Administration.module.css'

/** Only while the data are older than what the desk has done: what that means, and an administrator's way on. */
export function Settle() {
  const t = useText()
  const mayDo = useMay()
  const [asking, setAsking] = useState(false)
  const takeStatus = useTakeStatus()
  const settle = useMutation(
    useDesk().store.settle.mutationOptions({
      onSuccess: (status) => {
        setAsking(false)
        takeStatus(status)
        notifications.show({ message: t('checks.settled'), color: 'green.9' })
      },
    }),
  )
  const behind = useStatus()?.warnings.some(({ code }) => code === 'store.behind')
  if (!behind) return null
  return (
    <section className={css.part}>
      <h2>{t('checks.behind')}</h2>
      <Notice tone="bad" title={t('checks.behind_about')}>
        {t('checks.behind_first')}
      </Notice>
      {mayDo('store.restore') && (
        <Button variant="default" mt="sm" onClick={() => setAsking(true)}>
          {t('checks.settle')}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('checks.settle_title')}
        body={t('checks.settle_body')}
        confirmLabel={t('checks.settle')}
        tone="bad"
        withReason
        pending={settle.isPending}
        error={settle.error}
        onConfirm={(reason) => settle.mutate({ reason })}
      />
    </section>
  )
}
