import type { TodayView } from '../../../shared/contract/views.ts'
import { useText } from '../../app/language.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { BarFigure } from './BarFigure.tsx'

type Age = TodayView['backlog'][number]

/** More days than these are past the fifteen working days of the service standard. */
const standardDays = 21

/** How long the open claims have waited. */
export function Backlog({ view: { backlog, oldestDays } }: { view: Pick<TodayView, 'backlog' | 'oldestDays'> }) {
  const t = useText()
  const labelOf = ({ from, to }: Age) =>
    to === undefined ? t('today.age_over', { from }) : t('today.age_range', { from, to })
  const sum = (ages: readonly Age[]) => ages.reduce((all, { claims }) => all + claims, 0)
  const total = sum(backlog)
  const late = sum(backlog.filter(({ from }) => from > standardDays))
  const table = (
    <DataTable
      label={t('today.backlog')}
      rows={backlog}
      rowKey={({ from }) => String(from)}
      columns={[
        { key: 'age', header: t('today.age'), cell: labelOf },
        { key: 'claims', header: t('today.claims_series'), align: 'right', cell: ({ claims }) => claims },
      ]}
    />
  )
  return (
    <BarFigure
      title={t('today.backlog')}
      summary={total === 0 ? t('today.backlog_none') : t('today.backlog_summary', { total, days: oldestDays, late })}
      bars={backlog.map((age) => ({ label: labelOf(age), claims: age.claims }))}
      everyLabel
      table={table}
    />
  )
}
