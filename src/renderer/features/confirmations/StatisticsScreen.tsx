import { Button } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import type { ConfirmationStatistics } from '../../../shared/contract/views.ts'
import { stepWords } from '../../../shared/domain/confirmation/words.ts'
import { takeFile } from '../../app/delivery.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PeriodChoice } from '../../components/PeriodChoice.tsx'
import type { Period } from '../../components/PeriodFields.tsx'
import { Empty, Loaded, NoPermission } from '../../components/states.tsx'
import css from './Confirmations.module.css'

/** How long people stand at each step, who answers, which photos are returned and which cards are late. */
export function StatisticsScreen() {
  const t = useText()
  const today = useStatus()?.today
  if (!useMay()('confirmation.view')) return <NoPermission />
  return (
    <>
      <PageHeader
        title={t('confirm.statistics')}
        actions={
          <Button component={Link} to="/confirmations" variant="default">
            {t('cards.back')}
          </Button>
        }
      />
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
    ...useDesk().confirmations.statistics.queryOptions({ input: period }),
    placeholderData: keepPreviousData,
  })
  const csv = useMutation(useDesk().confirmations.statisticsCsv.mutationOptions({ onSuccess: takeFile }))
  return (
    <>
      <PeriodChoice period={period} today={today} onPeriod={setPeriod} csv={csv} />
      <Loaded query={query}>
        {(view) => (
          <div className={css.stack}>
            <StepTimes view={view} />
            <Rates view={view} />
          </div>
        )}
      </Loaded>
    </>
  )
}

interface Props {
  readonly view: ConfirmationStatistics
}

function StepTimes({ view: { steps } }: Props) {
  const { t, say } = useLanguage()
  type Row = ConfirmationStatistics['steps'][number]
  const longest = Math.max(1, ...steps.map(({ p90 }) => p90))
  const length = ({ unit }: Row, count: number) =>
    t(unit === 'day' ? 'numbers.days' : 'numbers.working_days', { count })
  const right = { align: 'right', tight: true } as const
  return (
    <section>
      <h2>{t('confirm.step_times')}</h2>
      <p className={css.quiet}>{t('confirm.step_times_about')}</p>
      <DataTable<Row>
        label={t('confirm.step_times')}
        columns={[
          { key: 'step', header: t('confirm.step'), tight: true, cell: ({ step }) => say(stepWords[step]) },
          { key: 'chart', header: t('confirm.chart'), cell: (row) => <Bar {...row} longest={longest} /> },
          { key: 'count', header: t('confirm.people'), ...right, cell: ({ count }) => count },
          { key: 'median', header: t('confirm.median'), ...right, cell: (row) => length(row, row.median) },
          { key: 'p90', header: t('confirm.p90'), ...right, cell: (row) => length(row, row.p90) },
        ]}
        rows={steps}
        rowKey={({ step }) => step}
        empty={<Empty title={t('confirm.no_numbers')} next={t('confirm.no_numbers_next')} />}
      />
    </section>
  )
}

/** The numbers beside it say the same in words. */
function Bar({ median, p90, longest }: { median: number; p90: number; longest: number }) {
  const width = (days: number) => `${(100 * days) / longest}%`
  return (
    <div className={css.timeBar} aria-hidden>
      <span style={{ width: width(median) }} />
      <span style={{ width: width(p90 - median) }} />
    </div>
  )
}

function Rates({ view: { invitations, photos, cards } }: Props) {
  const { t, language } = useLanguage()
  const percent = new Intl.NumberFormat(`${language}-CA`, { style: 'percent', maximumFractionDigits: 1 })
  const of = (n: number, all: number) => (all === 0 ? '–' : t('numbers.of', { n, all, share: percent.format(n / all) }))
  const rows = [
    { key: 'answered', value: of(invitations.answered, invitations.sent) },
    { key: 'returned', value: of(photos.returned, photos.accepted + photos.returned) },
    { key: 'late', value: of(cards.late, cards.mailed) },
    { key: 'came_back', value: String(cards.cameBack) },
    { key: 'late_now', value: String(cards.lateNow) },
  ] as const
  return (
    <section>
      <h2>{t('confirm.rates')}</h2>
      <DataTable<(typeof rows)[number]>
        label={t('confirm.rates')}
        columns={[
          { key: 'what', header: t('confirm.rate'), cell: ({ key }) => t(`confirm.rate_${key}`) },
          { key: 'value', header: t('confirm.rate_value'), align: 'right', cell: ({ value }) => value },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </section>
  )
}
