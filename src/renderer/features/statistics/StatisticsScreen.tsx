import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { takeFile } from '../../app/delivery.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PeriodChoice } from '../../components/PeriodChoice.tsx'
import type { Period } from '../../components/PeriodFields.tsx'
import { Loaded, NoPermission } from '../../components/states.tsx'
import { Charts } from './Charts.tsx'

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
  const csv = useMutation(useDesk().casework.statisticsCsv.mutationOptions({ onSuccess: takeFile }))
  return (
    <>
      <PeriodChoice period={period} today={today} onPeriod={setPeriod} csv={csv} />
      <Loaded query={query}>{(view) => <Charts view={view} />}</Loaded>
    </>
  )
}
