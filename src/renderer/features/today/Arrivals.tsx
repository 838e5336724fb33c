import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.layer.css'
import { Button } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import type { TodayView } from '../../../shared/contract/views.ts'
import { withWeekday } from '../../app/dates.ts'
import { useLanguage } from '../../app/language.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import css from './Today.module.css'

/** Claims of the last fourteen days: a chart with its sentence, and the same as a table. */
export function Arrivals({ arrivals }: { arrivals: TodayView['arrivals'] }) {
  const { t, language } = useLanguage()
  const [table, setTable] = useState(false)
  return (
    <section>
      <div className={css.headingLine}>
        <h2 className={css.heading}>{t('today.arrivals')}</h2>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={table ? <IconChartBar size={18} aria-hidden /> : <IconTable size={18} aria-hidden />}
          onClick={() => setTable(!table)}
        >
          {t(table ? 'today.as_chart' : 'today.as_table')}
        </Button>
      </div>
      {table ? (
        <DataTable
          label={t('today.arrivals')}
          rows={arrivals}
          rowKey={({ date }) => date}
          columns={[
            { key: 'day', header: t('today.day'), cell: ({ date }) => withWeekday(date, language) },
            { key: 'claims', header: t('today.claims_series'), align: 'right', cell: ({ claims }) => claims },
          ]}
        />
      ) : (
        <Chart arrivals={arrivals} />
      )}
    </section>
  )
}

function Chart({ arrivals }: { arrivals: TodayView['arrivals'] }) {
  const { t } = useLanguage()
  const total = arrivals.reduce((sum, { claims }) => sum + claims, 0)
  const most = arrivals.reduce((best, each) => (each.claims > best.claims ? each : best), { date: '', claims: 0 })
  const summary =
    total === 0 ? t('today.arrivals_none') : t('today.arrivals_summary', { total, day: most.date, most: most.claims })
  return (
    <figure className={css.figureBox}>
      <div aria-hidden>
        <BarChart
          h={180}
          data={arrivals.map(({ date, claims }) => ({ day: date.slice(5), claims }))}
          dataKey="day"
          series={[{ name: 'claims', label: t('today.claims_series'), color: 'var(--mantine-color-anchor)' }]}
          barChartProps={{ accessibilityLayer: false }}
          barProps={{ isAnimationActive: false, radius: [2, 2, 0, 0] }}
          xAxisProps={{ tickMargin: 8, interval: 'preserveStartEnd', minTickGap: 12 }}
          yAxisProps={{ allowDecimals: false, width: 28 }}
          tickLine="none"
          gridAxis="x"
        />
      </div>
      <figcaption className={css.quiet}>{summary}</figcaption>
    </figure>
  )
}
