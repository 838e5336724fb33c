import { useText } from '../app/language.tsx'
import { DateField } from './DateField.tsx'

export interface Period {
  readonly from: string
  readonly to: string
}

interface Props {
  readonly period: Period
  /** The last day that can be chosen. */
  readonly today: string
  readonly onPeriod: (period: Period) => void
}

/** The first and the last day of a period: one that is moved past the other takes it along. */
export function PeriodFields({ period: { from, to }, today, onPeriod }: Props) {
  const t = useText()
  return (
    <>
      <DateField
        label={t('numbers.from')}
        value={from}
        max={to}
        onValue={(value) => value && onPeriod({ from: value, to: value > to ? value : to })}
      />
      <DateField
        label={t('numbers.to')}
        value={to}
        max={today}
        onValue={(value) => value && onPeriod({ to: value, from: value < from ? value : from })}
      />
    </>
  )
}
