import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { DateField } from '../DateField.tsx'
import { FailureNotice } from '../FailureNotice.tsx'
import css from './Statistics.module.css'

export interface Period {
  readonly from: string
  readonly to: string
}

/** The command that gives the numbers as a file. */
export interface Csv {
  readonly isPending: boolean
  readonly error: unknown
  readonly mutate: (asked: Period & { readonly language: 'en' | 'fr' }) => void
}

interface Props {
  readonly period: Period
  /** The last day that can be chosen. */
  readonly today: string
  readonly onPeriod: (period: Period) => void
  readonly csv: Csv
  /** Fields of what is asked beside the period. */
  readonly children?: ReactNode
}

/**
 * The first and the last day of statistics, of which one that is moved past the other takes it along; and the numbers as
 * CSV, but a kiosk saves no file.
 */
export function PeriodChoice({ period, today, onPeriod, csv, children }: Props) {
  const { t, language } = useLanguage()
  const kiosk = useStatus()?.kiosk === true
  const { from, to } = period
  return (
    <section className={css.choice} aria-label={t('numbers.period')}>
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
      {children}
      {!kiosk && (
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={csv.isPending}
          onClick={() => csv.mutate({ ...period, language })}
        >
          {t('numbers.csv')}
        </Button>
      )}
      <FailureNotice error={csv.error} />
    </section>
  )
}
