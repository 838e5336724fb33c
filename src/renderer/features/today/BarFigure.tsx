import { Button } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useLanguage } from '../../app/language.tsx'
import { type Bar, Bars } from './Bars.tsx'
import css from './Today.module.css'

interface Props {
  readonly title: string
  /** The chart in one sentence: what a screen reader hears, and what stands below it. */
  readonly summary: string
  readonly bars: readonly Bar[]
  /** Every bar has its label: for a few bars of unlike width in time. */
  readonly everyLabel?: boolean
  readonly table: ReactNode
}

/** Claims as bars with their sentence, and the same as a table. */
export function BarFigure({ title, summary, bars, everyLabel = false, table }: Props) {
  const { t } = useLanguage()
  const [asTable, setAsTable] = useState(false)
  const chart = (
    <figure className={css.figureBox}>
      <Bars bars={bars} everyLabel={everyLabel} />
      <figcaption className={css.quiet}>{summary}</figcaption>
    </figure>
  )
  return (
    <section>
      <div className={css.headingLine}>
        <h2 className={css.heading}>{title}</h2>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${t(asTable ? 'today.as_chart' : 'today.as_table')} (${title})`}
          leftSection={asTable ? <IconChartBar size={18} aria-hidden /> : <IconTable size={18} aria-hidden />}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'today.as_chart' : 'today.as_table')}
        </Button>
      </div>
      {asTable ? table : chart}
    </section>
  )
}
