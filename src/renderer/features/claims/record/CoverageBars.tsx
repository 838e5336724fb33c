import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { recordOf } from '../../../../shared/record/record.ts'
import { coverage } from '../../../../shared/rules/completeness/gaps.ts'
import { type MonthSpan, monthText } from '../../../../shared/rules/months.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { useClaim } from '../claim.tsx'
import css from './Record.module.css'
import { useRegisters } from './use-row-names.ts'

/** Ten years as a bar: what is covered, and each gap with its months, while it is typed. */
export function CoverageBars({ list }: { readonly list: 'addresses' | 'activities' }) {
  const t = useText()
  const { view } = useClaim()
  const registers = useRegisters()
  const today = useStatus()?.today ?? ''
  const birthDate = view.person.birthDate?.value
  const person = birthDate ? { birthDate } : {}
  const { wanted, rows, gaps } = coverage({ person, record: recordOf(registers), today }, list)
  if (!wanted) return <p className={css.covered}>{t('record.under_18')}</p>
  const whole = wanted.to - wanted.from + 1
  const place = ({ from, to }: MonthSpan) => {
    const [start, end] = [Math.max(from, wanted.from), Math.min(to, wanted.to)]
    return {
      insetInlineStart: `${((start - wanted.from) / whole) * 100}%`,
      width: `${((end - start + 1) / whole) * 100}%`,
    }
  }
  const text = (gap: MonthSpan) =>
    gap.from === gap.to ? monthText(gap.from) : `${monthText(gap.from)} – ${monthText(gap.to)}`
  return (
    <div className={css.coverage}>
      <div className={css.bar} aria-hidden>
        {rows
          .filter(({ span }) => span.to >= wanted.from && span.from <= wanted.to)
          .map(({ id, span }) => (
            <span key={id} className={css.filled} style={place(span)} />
          ))}
        {gaps.map((gap) => (
          <span key={gap.from} className={css.gap} style={place(gap)} />
        ))}
      </div>
      <div className={css.ends} aria-hidden>
        <span>{monthText(wanted.from)}</span>
        <span>{monthText(wanted.to)}</span>
      </div>
      <p className={css.covered} data-open={gaps.length > 0 || undefined} role="status">
        {gaps.length === 0 ? (
          <>
            <IconCircleCheck size={16} aria-hidden /> {t('record.no_gaps')}
          </>
        ) : (
          <>
            <IconAlertTriangle size={16} aria-hidden /> {t('record.gaps', { what: gaps.map(text).join(', ') })}
          </>
        )}
      </p>
    </div>
  )
}
