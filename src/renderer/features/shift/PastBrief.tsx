import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { HandoverRow } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { Loaded } from '../../components/states.tsx'
import { Brief } from './Brief.tsx'
import css from './Shift.module.css'

/** A brief as it stood when it was signed. */
export function PastBrief({ row, onClose }: { row: HandoverRow; onClose: () => void }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const query = useQuery(useDesk().shift.handover.queryOptions({ input: { handoverId: row.handoverId } }))
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('shift.brief_of', { time: instantText(row.at, zone) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {row.note && <p className={css.note}>{row.note}</p>}
      <Loaded query={query}>{({ brief }) => <Brief brief={brief} />}</Loaded>
    </Modal>
  )
}
