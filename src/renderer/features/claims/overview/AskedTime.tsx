import { Button, Group, Radio, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeadlineView } from '../../../../shared/contract/views.ts'
import { type ExtensionAsker, extensionAskers } from '../../../../shared/domain/vocabulary.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { StatePill } from '../../../components/StatePill.tsx'
import { useClaim } from '../claim.tsx'
import { DayDialog } from './DayDialog.tsx'
import css from './Overview.module.css'

/** Takes down that the person, or who represents them, asked for more time. */
export function AskDialog({ deadline: { rule, label }, onClose }: { deadline: DeadlineView; onClose: () => void }) {
  const { t, say } = useLanguage()
  const { claimId, take, inTurn } = useClaim()
  const today = useStatus()?.today ?? ''
  const [by, setBy] = useState<ExtensionAsker>('claimant')
  const [to, setTo] = useState<string>()
  const ask = useMutation(
    useDesk().claims.askExtension.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        onClose()
      },
    }),
  )
  return (
    <DayDialog
      title={t('deadline.ask_title')}
      day={t('deadline.asked_on')}
      wished={today}
      latest={today}
      verb={t('deadline.ask_do')}
      pending={ask.isPending}
      error={ask.error}
      onClose={onClose}
      onDay={(on, reason) => ask.mutate({ claimId, rule, by, on, reason, ...(to ? { to } : {}) })}
    >
      <Text fw={650}>{say(label)}</Text>
      <Radio.Group label={t('deadline.ask_by')} value={by} onChange={(value) => setBy(value as ExtensionAsker)}>
        <Group mt="xs">
          {extensionAskers.map((asker) => (
            <Radio key={asker} value={asker} label={t(`deadline.ask_${asker}`)} />
          ))}
        </Group>
      </Radio.Group>
      <DateField label={t('deadline.ask_until')} value={to} onValue={setTo} />
    </DayDialog>
  )
}

/** More time that was asked for, in words. A supervisor who gives none says why. */
export function AskedFor({ asked, answers }: { asked: NonNullable<DeadlineView['asked']>; answers: boolean }) {
  const t = useText()
  const { claimId, take, inTurn } = useClaim()
  const [declining, setDeclining] = useState(false)
  const decline = useMutation(
    useDesk().claims.declineExtension.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        setDeclining(false)
      },
    }),
  )
  const { request, by, on, to, reason } = asked
  return (
    <div className={css.askedFor}>
      <StatePill tone="attention">{t('deadline.ask')}</StatePill>
      <span>
        {[t(`deadline.asked_by_${by}`, { date: on }), to && t('deadline.asked_until', { date: to }), reason]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {answers && (
        <Button size="compact-sm" variant="default" onClick={() => setDeclining(true)}>
          {t('deadline.decline')}
        </Button>
      )}
      {declining && (
        <ConfirmDialog
          opened
          onClose={() => setDeclining(false)}
          title={t('deadline.decline_title')}
          body={t('deadline.decline_body')}
          confirmLabel={t('deadline.decline')}
          withReason
          pending={decline.isPending}
          error={decline.error}
          onConfirm={(why) => decline.mutate({ claimId, request, reason: why })}
        />
      )}
    </div>
  )
}
