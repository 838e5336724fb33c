import type { TodayView } from '../../../shared/contract/views.ts'
import { backlogStates } from '../../../shared/domain/states.ts'
import { useText } from '../../app/language.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { BarFigure } from './BarFigure.tsx'

type Age = TodayView['backlog'][number]

/** More days than these are past the fifteen working days of the service standard. */
const standardDays = 21

/** How long the open claims have waited. */
export function Backlog({ view: { backlog, oldestDays } }: { view: Pick<TodayView, 'backlog' | 'oldestDays'> }) {
  const t = useText()
  const all = ({ claims }: Age) => backlogStates.reduce((sum, state) => sum + claims[state], 0)
  const labelOf = ({ from, to }: Age) =>
    to === undefined ? t('today.age_over', { from }) : t('today.age_range', { from, to })
  const total = backlog.reduce((sum, age) => sum + all(age), 0)
  const late = backlog.filter(({ from }) => from > standardDays).reduce((sum, age) => sum + all(age), 0)
  const columns: Column<Age>[] = [
    { key: 'age', header: t('today.age'), cell: labelOf },
    ...backlogStates.map((state) => ({
      key: state,
      header: t(`claim_state.${state}`),
      align: 'right' as const,
      cell: ({ claims }: Age) => claims[state],
    })),
  ]
  return (
    <BarFigure
      title={t('today.backlog')}
      summary={total === 0 ? t('today.backlog_none') : t('today.backlog_summary', { total, days: oldestDays, late })}
      bars={backlog.map((age) => ({ label: labelOf(age), claims: all(age) }))}
      everyLabel
      table={
        <DataTable label={t('today.backlog')} rows={backlog} rowKey={({ from }) => String(from)} columns={columns} />
      }
    />
  )
}
