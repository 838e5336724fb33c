import { Progress } from '@mantine/core'
import type { BulkPreview } from '../../../shared/contract/views.ts'
import { useLanguage } from '../../app/language.tsx'
import { groupSerial } from '../../app/numbers.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { useFailureWords } from '../../components/FailureNotice.tsx'
import { StatePill } from '../../components/StatePill.tsx'
import css from './Queues.module.css'
import type { BulkRun, Done } from './use-bulk-run.ts'

type Row = BulkPreview['rows'][number]

/** Each claim with what will happen to it, or with what was done. */
export function BulkRows({ rows, run }: { rows: readonly Row[]; run: BulkRun }) {
  const { t } = useLanguage()
  const columns: Column<Row>[] = [
    {
      key: 'number',
      header: t('bulk.number'),
      cell: ({ name, number }) => (
        <span className={css.two}>
          <bdi>{name || t('claims.no_name')}</bdi>
          <span className={css.quiet}>{groupSerial(number)}</span>
        </span>
      ),
    },
    {
      key: 'what',
      header: t(run.state === 'idle' ? 'bulk.what' : 'bulk.done_what'),
      cell: (row) => <What row={row} run={run} />,
    },
  ]
  const outcomes = [...run.done.values()]
  const done = outcomes.filter((each) => 'done' in each).length
  return (
    <>
      {run.state === 'running' && (
        <Progress
          value={(100 * outcomes.length) / run.all}
          aria-label={t('bulk.progress', { done: outcomes.length, all: run.all })}
        />
      )}
      <p className={css.quiet} role="status">
        {run.state === 'ended' && t('bulk.report', { done, refused: outcomes.length - done })}
        {run.state === 'running' && t('bulk.progress', { done: outcomes.length, all: run.all })}
        {run.state === 'idle' && !rows.some((row) => 'will' in row) && t('bulk.none')}
      </p>
      <div className={css.preview}>
        <DataTable label={t('bulk.what')} columns={columns} rows={rows} rowKey={({ claimId }) => claimId} />
      </div>
    </>
  )
}

function What({ row, run }: { row: Row; run: BulkRun }) {
  const { t, say } = useLanguage()
  if ('along' in row) return t('bulk.along', { number: groupSerial(row.along) })
  if ('refused' in row) return <Refused done={{ error: undefined }} failure={row.refused} />
  const done = run.done.get(row.claimId)
  if (done && 'error' in done) return <Refused done={done} />
  if (done) return <StatePill tone="good">{say(done.done)}</StatePill>
  return run.state === 'ended' ? t('bulk.stopped') : say(row.will)
}

function Refused({
  done,
  failure,
}: {
  done: Extract<Done, { error: unknown }>
  failure?: Parameters<typeof useFailureWords>[0]
}) {
  const { t } = useLanguage()
  const words = useFailureWords(failure, done.error)
  return (
    <span className={css.two}>
      <StatePill tone="bad">{t('bulk.refused')}</StatePill>
      <span>{words?.message}</span>
      <span className={css.quiet}>{words?.next}</span>
    </span>
  )
}
