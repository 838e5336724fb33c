import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { takeFile } from '../../app/delivery.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { type Period, PeriodFields } from '../../components/PeriodFields.tsx'
import { Loaded, NoPermission } from '../../components/states.tsx'
import { Charts } from './Charts.tsx'
import css from './Statistics.module.css'

/** What came, what was decided and what waits, in a period: each chart with its table. */
export function StatisticsScreen() {
  const t = useText()
  const today = useStatus()?.today
  if (!useMay()('claim.statistics')) return <NoPermission />
  return (
    <>
      <PageHeader title={t('statistics.title')} />
      {today && <Numbers today={today} />}
    </>
  )
}

/** Days before today that are shown first. */
const days = 29

function Numbers({ today }: { today: string }) {
  const from = Temporal.PlainDate.from(today).subtract({ days }).toString()
  const [period, setPeriod] = useState<Period>({ from, to: today })
  const query = useQuery({
    ...useDesk().casework.statistics.queryOptions({ input: period }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Choice period={period} today={today} onPeriod={setPeriod} />
      <Loaded query={query}>{(view) => <Charts view={view} />}</Loaded>
    </>
  )
}

interface ChoiceProps {
  readonly period: Period
  readonly today: string
  readonly onPeriod: (period: Period) => void
}

function Choice({ period, today, onPeriod }: ChoiceProps) {
  const { t, language } = useLanguage()
  const kiosk = useStatus()?.kiosk === true
  const csv = useMutation(useDesk().casework.statisticsCsv.mutationOptions({ onSuccess: takeFile }))
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
