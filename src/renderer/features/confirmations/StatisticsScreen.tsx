import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ConfirmationStatistics } from '../../../shared/contract/views.ts'
import { stepWords } from '../../../shared/domain/confirmation/words.ts'
import { takeFile } from '../../app/delivery.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { useShare } from '../../app/share.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Empty } from '../../components/states.tsx'
import { NumbersSection, NumbersSections } from '../../components/statistics/NumbersSection.tsx'
import { PeriodStatistics } from '../../components/statistics/PeriodStatistics.tsx'
import css from './Confirmations.module.css'

/** How long people stand at each step, who answers, which photos are returned and which cards are late. */
export function StatisticsScreen() {
  const t = useText()
  const desk = useDesk()
  return (
    <PeriodStatistics
      title={t('confirm.statistics')}
      name="confirmations"
      allowed={useMay()('confirmation.view')}
      actions={
        <Button component={Link} to="/confirmations" variant="default">
          {t('cards.back')}
        </Button>
      }
      numbers={(input) => desk.confirmations.statistics.queryOptions({ input })}
      csv={useMutation(desk.confirmations.statisticsCsv.mutationOptions({ onSuccess: takeFile }))}
    >
      {(view) => (
        <NumbersSections>
          <StepTimes view={view} />
          <Rates view={view} />
        </NumbersSections>
      )}
    </PeriodStatistics>
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
    <NumbersSection title={t('confirm.step_times')} about={t('confirm.step_times_about')}>
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
    </NumbersSection>
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
  const t = useText()
  const share = useShare()
  const of = (n: number, all: number) => (all === 0 ? '–' : t('numbers.of', { n, all, share: share(n, all) }))
  const rows = [
    { key: 'answered', value: of(invitations.answered, invitations.sent) },
    { key: 'returned', value: of(photos.returned, photos.accepted + photos.returned) },
    { key: 'late', value: of(cards.late, cards.mailed) },
    { key: 'came_back', value: String(cards.cameBack) },
    { key: 'late_now', value: String(cards.lateNow) },
  ] as const
  return (
    <NumbersSection title={t('confirm.rates')}>
      <DataTable<(typeof rows)[number]>
        label={t('confirm.rates')}
        columns={[
          { key: 'what', header: t('confirm.rate'), cell: ({ key }) => t(`confirm.rate_${key}`) },
          { key: 'value', header: t('confirm.rate_value'), align: 'right', cell: ({ value }) => value },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </NumbersSection>
  )
}
