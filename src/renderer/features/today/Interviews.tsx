import { useNavigate } from '@tanstack/react-router'
import type { AppointmentView } from '../../../shared/contract/views.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { StateWord } from '../interviews/AppointmentPanel.tsx'
import { spanText } from '../interviews/slot-words.tsx'
import css from './Today.module.css'

/** Who comes today, in the order of the hours. Opens the claim, or the person whose residence is to be confirmed. */
export function Interviews({ rows }: { rows: readonly AppointmentView[] }) {
  const t = useText()
  const open = useOpen()
  const columns: Column<AppointmentView>[] = [
    { key: 'time', header: t('interviews.time'), tight: true, cell: ({ slot }) => slot && spanText(slot) },
    { key: 'name', header: t('today.name'), cell: ({ name }) => <bdi>{name}</bdi> },
    { key: 'kind', header: t('interviews.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'with', header: t('today.with'), cell: (row) => withWhom(row) },
    { key: 'state', header: t('today.state'), tight: true, cell: (row) => <StateWord row={row} /> },
  ]
  return (
    <section>
      <h2 className={css.heading}>{t('today.interviews')}</h2>
      <DataTable
        label={t('today.interviews')}
        columns={columns}
        rows={rows}
        rowKey={({ appointmentId }) => appointmentId}
        onOpen={open}
      />
    </section>
  )
}

const withWhom = ({ slot }: AppointmentView): string =>
  [slot?.officerName, slot?.roomName ?? slot?.place].filter(Boolean).join(' · ') || '–'

function useOpen() {
  const navigate = useNavigate()
  const mayDo = useMay()
  return ({ about: { kind, id } }: AppointmentView) => {
    if (kind === 'claim') void navigate({ to: '/claims/$claimId', params: { claimId: id } })
    else if (mayDo('confirmation.view'))
      void navigate({ to: '/confirmations/$confirmationId', params: { confirmationId: id } })
  }
}
