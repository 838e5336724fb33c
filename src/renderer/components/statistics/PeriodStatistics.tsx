import { keepPreviousData, type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Temporal } from 'temporal-polyfill'
import { useStatus } from '../../app/desk.tsx'
import { useKept } from '../../app/kept.ts'
import { PageHeader } from '../PageHeader.tsx'
import { Loaded, NoPermission } from '../states.tsx'
import { type Csv, type Period, PeriodChoice } from './PeriodChoice.tsx'

interface Props<View, Key extends QueryKey> {
  readonly title: string
  /** Under which the period is kept. */
  readonly name: string
  readonly actions?: ReactNode
  /** Whether this officer sees these numbers. */
  readonly allowed: boolean
  /** What is asked beside the period. */
  readonly filter?: ReactNode
  readonly numbers: (period: Period) => UseQueryOptions<View, Error, View, Key>
  readonly csv: Csv
  /** The numbers of the period as sections, charts and tables. */
  readonly children: (view: View) => ReactNode
}

/** A screen of statistics: its period, kept while the officer is at the desk, the numbers of it, and all of it as CSV. */
export function PeriodStatistics<View, Key extends QueryKey>({ allowed, title, actions, ...rest }: Props<View, Key>) {
  const today = useStatus()?.today
  if (!allowed) return <NoPermission />
  return (
    <>
      <PageHeader title={title} actions={actions} />
      {today && <Numbers today={today} {...rest} />}
    </>
  )
}

/** Days before today that are shown first. */
const days = 29

type NumbersProps<View, Key extends QueryKey> = Omit<Props<View, Key>, 'allowed' | 'title' | 'actions'> & {
  readonly today: string
}

function Numbers<View, Key extends QueryKey>(props: NumbersProps<View, Key>) {
  const { name, today, filter, numbers, csv, children } = props
  const from = Temporal.PlainDate.from(today).subtract({ days }).toString()
  const [period, setPeriod] = useKept<Period>(`statistics ${name}`, { from, to: today })
  const query = useQuery({ ...numbers(period), placeholderData: keepPreviousData })
  return (
    <>
      <PeriodChoice period={period} today={today} onPeriod={setPeriod} csv={csv}>
        {filter}
      </PeriodChoice>
      <Loaded query={query}>{children}</Loaded>
    </>
  )
}
