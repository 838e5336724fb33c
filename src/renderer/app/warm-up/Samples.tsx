import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { CatchBoundary } from '@tanstack/react-router'
import { Activity, useState } from 'react'
import { queueNames } from '../../../shared/domain/queues.ts'
import { ClaimsScreen } from '../../features/claims/ClaimsScreen.tsx'
import { claimPages } from '../../features/claims/claim-pages.ts'
import { CalendarScreen } from '../../features/interviews/CalendarScreen.tsx'
import { calendarOf } from '../../features/interviews/calendar.ts'
import { QueuesScreen } from '../../features/queues/QueuesScreen.tsx'
import { queuePages } from '../../features/queues/use-queue-pages.ts'
import { TodayScreen } from '../../features/today/TodayScreen.tsx'
import { type Desk, useDesk, useStatus } from '../desk.tsx'
import { sampleCalendar, sampleClaims, sampleCounts, sampleQueue, sampleToday } from './answers.ts'

/**
 * The screens of the day's work with made-up answers. Hidden: no effect of theirs runs, so that they neither ask the desk
 * nor take a key or the focus, and React draws them only when there is nothing else to draw.
 */
export function Samples() {
  const desk = useDesk()
  const today = useStatus()?.today ?? '2026-01-01'
  const [queries] = useState(() => answered(desk, today))
  return (
    <Activity mode="hidden">
      <CatchBoundary getResetKey={() => 0} errorComponent={Nothing}>
        <QueryClientProvider client={queries}>
          <ClaimsScreen />
          <QueuesScreen />
          <CalendarScreen />
          <TodayScreen />
        </QueryClientProvider>
      </CatchBoundary>
    </Activity>
  )
}

/** Whatever was wrong with it, the officer did not ask for it. */
const Nothing = () => null

/** Answers to what the screens would ask, apart from those of the desk. */
function answered(desk: Desk, today: string): QueryClient {
  const queries = new QueryClient()
  const pages = <Page,>(page: Page) => ({ pages: [page], pageParams: [undefined] })
  queries.setQueryData(claimPages(desk, { state: 'all', mine: false }).queryKey, pages({ rows: sampleClaims(today) }))
  queries.setQueryData(desk.queues.counts.queryKey(), sampleCounts())
  for (const queue of queueNames)
    queries.setQueryData(queuePages(desk, queue, 'all').queryKey, pages({ rows: sampleQueue(today) }))
  queries.setQueryData(
    calendarOf(desk, { date: today, view: 'week', officer: undefined }).queryKey,
    sampleCalendar(today),
  )
  queries.setQueryData(desk.today.queryKey(), sampleToday(today))
  return queries
}
