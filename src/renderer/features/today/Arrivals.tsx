import type { TodayView } from '../../../shared/contract/views.ts'
import { withWeekday } from '../../app/dates.ts'
import { useLanguage } from '../../app/language.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { BarFigure } from './BarFigure.tsx'

/** Claims of the last fourteen days. */
export function Arrivals({ arrivals }: { arrivals: TodayView['arrivals'] }) {
  const { t, language } = useLanguage()
  const total = arrivals.reduce((sum, { claims }) => sum + claims, 0)
  const most = arrivals.reduce((best, each) => (each.claims > best.claims ? each : best), { date: '', claims: 0 })
  const table = (
    <DataTable
      label={t('today.arrivals')}
      rows={arrivals}
      rowKey={({ date }) => date}
      columns={[
        { key: 'day', header: t('today.day'), cell: ({ date }) => withWeekday(date, language) },
        { key: 'claims', header: t('today.claims_series'), align: 'right', cell: ({ claims }) => claims },
      ]}
    />
  )
  return (
    <BarFigure
      title={t('today.arrivals')}
      summary={
        total === 0
          ? t('today.arrivals_none')
          : t('today.arrivals_summary', { total, day: most.date, most: most.claims })
      }
      bars={arrivals.map(({ date, claims }) => ({ label: date.slice(5), claims }))}
      table={table}
    />
  )
}
