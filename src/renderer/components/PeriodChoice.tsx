import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useStatus } from '../app/desk.tsx'
import { useLanguage } from '../app/language.tsx'
import { FailureNotice } from './FailureNotice.tsx'
import css from './PeriodChoice.module.css'
import { type Period, PeriodFields } from './PeriodFields.tsx'

interface Props {
  readonly period: Period
  /** The last day that can be chosen. */
  readonly today: string
  readonly onPeriod: (period: Period) => void
  /** The command that gives the numbers as a file. */
  readonly csv: {
    readonly isPending: boolean
    readonly error: unknown
    readonly mutate: (asked: Period & { readonly language: 'en' | 'fr' }) => void
  }
}

/** The period of statistics, and its numbers as CSV; a kiosk saves no file. */
export function PeriodChoice({ period, today, onPeriod, csv }: Props) {
  const { t, language } = useLanguage()
  const kiosk = useStatus()?.kiosk === true
  return (
    <section className={css.choice} aria-label={t('numbers.period')}>
      <PeriodFields period={period} today={today} onPeriod={onPeriod} />
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
