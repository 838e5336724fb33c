import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.layer.css'
import { useText } from '../../app/language.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { NumbersSection } from '../../components/statistics/NumbersSection.tsx'
import css from './Chart.module.css'

/** Numbers by a heading, one or two series of them. */
export interface Bars {
  /** What the rows are by: the heading of the table's first column. */
  readonly by: string
  readonly series: readonly string[]
  readonly rows: readonly { readonly label: string; readonly short: string; readonly values: readonly number[] }[]
}

interface Props {
  readonly title: string
  /** The chart in one sentence. */
  readonly summary: string
  readonly bars: Bars
}

const colors = ['var(--mantine-color-anchor)', 'var(--mantine-color-gray-6)']

/** A chart for the eye and the same numbers in a table beside it, which a screen reader reads in its place. */
export function ChartWithTable({ title, summary, bars: { by, series, rows } }: Props) {
  const t = useText()
  type Row = Props['bars']['rows'][number]
  const columns: Column<Row>[] = [
    { key: 'label', header: by, cell: ({ label }) => label },
    ...series.map((name, at) => ({
      ...{ key: name, header: name, align: 'right' as const, tight: true },
      cell: ({ values }: Row) => values[at] ?? 0,
    })),
  ]
  return (
    <NumbersSection title={title} about={summary}>
      <div className={css.pair}>
        <div aria-hidden>
          <BarChart
            h={200}
            type="stacked"
            data={rows.map(({ short, values }) => ({
              label: short,
              ...Object.fromEntries(series.map((name, at) => [name, values[at] ?? 0])),
            }))}
            dataKey="label"
            series={series.map((name, at) => ({ name, color: colors[at] ?? 'gray.6' }))}
            withLegend={series.length > 1}
            barChartProps={{ accessibilityLayer: false }}
            barProps={{ isAnimationActive: false }}
            xAxisProps={{ tickMargin: 8, minTickGap: 12 }}
            yAxisProps={{ allowDecimals: false, width: 36 }}
            tickLine="none"
            gridAxis="x"
          />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll a long period */}
        <section className={css.table} tabIndex={0} aria-label={t('statistics.in_numbers', { title })}>
          <DataTable label={title} columns={columns} rows={rows} rowKey={({ label }) => label} />
        </section>
      </div>
    </NumbersSection>
  )
}
