import { Button } from '@mantine/core'
import { IconHandGrab } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { inBacklog } from '../../../../shared/domain/states.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { useClaim } from '../claim.tsx'

/** Makes a claim that nobody has the officer's own, with the open claims of its family. */
export function Take({ claimId }: { claimId: string }) {
  const t = useText()
  const may = useMay()
  const { view, inTurn } = useClaim()
  const taking = useMutation(useDesk().casework.act.mutationOptions(inTurn))
  if (!inBacklog(view.row.state) || !may('claim.take')) return null
  return (
    <>
      <Button
        size="compact-sm"
        leftSection={<IconHandGrab size={16} aria-hidden />}
        loading={taking.isPending}
        onClick={() => taking.mutate({ claimId, act: { do: 'take' } })}
      >
        {t('bulk.take')}
      </Button>
      <FailureNotice error={taking.error} />
    </>
  )
}
