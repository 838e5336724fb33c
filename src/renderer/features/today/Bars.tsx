import css from './Bars.module.css'
import { ticksUpTo } from './ticks.ts'

export interface Bar {
  readonly label: string
  readonly claims: number
}

/**
 * A few bars over their labels, with lines at round numbers. Drawn by the browser's own layout: the library of the
 * statistics takes longer to load and measure than all else on the first screen of a shift.
 */
export function Bars({ bars, everyLabel }: { bars: readonly Bar[]; everyLabel: boolean }) {
  const ticks = ticksUpTo(Math.max(...bars.map(({ claims }) => claims), 0))
  const top = ticks.at(-1) ?? 1
  const share = (value: number) => `${(100 * value) / top}%`
  return (
    <div className={css.chart} aria-hidden>
      <div className={css.axis}>
        {ticks.map((tick) => (
          <span key={tick} style={{ bottom: share(tick) }}>
            {tick}
          </span>
        ))}
      </div>
      <div className={css.field}>
        {ticks.map((tick) => (
          <i key={tick} className={css.line} style={{ bottom: share(tick) }} />
        ))}
        <div className={css.bars}>
          {bars.map(({ label, claims }) => (
            <span key={label} className={css.slot} title={`${label}: ${claims}`}>
              <b className={css.bar} style={{ height: share(claims) }} />
            </span>
          ))}
        </div>
      </div>
      <div className={css.labels} data-every={everyLabel || undefined}>
        {bars.map(({ label }) => (
          <span key={label}>{label}</span>
        ))}
      </div>
    </div>
  )
}
