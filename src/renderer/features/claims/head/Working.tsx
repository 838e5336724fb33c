import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserEdit } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ClaimHead } from '../../../../shared/contract/views.ts'
import { instantText } from '../../../app/dates.ts'
import { useDesk, useOfficer, useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { StatePill } from '../../../components/StatePill.tsx'
import css from './Head.module.css'

interface Props {
  readonly claimId: string
  readonly working: ClaimHead['working']
}

/** Who says that they are at work on the claim. It stops nobody; taking over asks why and is kept. */
export function Working({ claimId, working }: Props) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const officer = useOfficer()
  const mayTake = useMay()('claim.take')
  const [asking, ask] = useDisclosure(false)
  const start = useMutation(useDesk().casework.startWork.mutationOptions({ onSuccess: ask.close }))
  const stop = useMutation(useDesk().casework.stopWork.mutationOptions())
  if (!working)
    return (
      mayTake && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconUserEdit size={16} aria-hidden />}
          loading={start.isPending}
          onClick={() => start.mutate({ claimId })}
        >
          {t('working.start')}
        </Button>
      )
    )
  const mine = working.id === officer.id
  const since = t('working.since', { at: instantText(working.since, zone) })
  return (
    <span className={css.working}>
      <StatePill tone={mine ? 'info' : 'attention'}>
        {mine ? t('working.you') : t('working.on', { name: working.name })}
      </StatePill>
      <span className={css.quiet}>{since}</span>
      {mayTake && (
        <Button size="compact-sm" variant="subtle" onClick={mine ? () => stop.mutate({ claimId }) : ask.open}>
          {t(mine ? 'working.stop' : 'working.take_over')}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title={t('working.take_over')}
        body={t('working.take_over_about', { name: working.name, at: since })}
        confirmLabel={t('working.take_over')}
        withReason
        pending={start.isPending}
        error={start.error}
        onConfirm={(reason) => start.mutate({ claimId, reason })}
      />
    </span>
  )
}
