import { Button, SegmentedControl } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { QueuedClaim, Whose } from '../../../shared/contract/views.ts'
import { type QueueName, queueOf } from '../../../shared/domain/queues.ts'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { Empty, ErrorState, Loading } from '../../components/states.tsx'
import { BulkBar } from './BulkBar.tsx'
import type { Listed } from './QueueLinks.tsx'
import css from './Queues.module.css'
import { QueueTable } from './QueueTable.tsx'
import { type Choice, useChoice } from './use-choice.ts'
import { useQueuePages } from './use-queue-pages.ts'

interface Props {
  readonly count: Listed
  readonly whose: Whose
  readonly onWhose: (whose: Whose) => void
}

/** The claims of one queue, what presses most first. */
export function QueueClaims({ count, whose, onWhose }: Props) {
  const t = useText()
  const { queue } = count
  const query = useQueuePages(queue, whose)
  const pages = query.data?.pages
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages])
  const choice = useChoice(rows)
  return (
    <section aria-label={t(`queue.${queue}`)}>
      <h2 className={css.heading}>{t(`queue.${queue}`)}</h2>
      <Order count={count} />
      <SegmentedControl
        size="sm"
        mb="sm"
        aria-label={t('queues.whose')}
        value={whose}
        onChange={onWhose}
        data={(['all', 'mine', 'nobody'] as const).map((value) => ({ value, label: t(`queues.${value}`) }))}
      />
      <BulkBar choice={choice} />
      {query.data ? (
        <Rows queue={queue} rows={rows} choice={choice} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
      {query.data && <FailureNotice error={query.error} />}
      {query.hasNextPage && (
        <Button variant="default" mt="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('queues.more')}
        </Button>
      )}
    </section>
  )
}

function Rows(props: { queue: QueueName; rows: readonly QueuedClaim[]; choice: Choice }) {
  const t = useText()
  if (props.rows.length === 0)
    return <Empty icon={<IconInbox aria-hidden />} title={t('queues.none')} next={t('queues.none_next')} />
  return <QueueTable {...props} />
}

/** In what order, and from when on a claim is red. */
function Order({ count: { queue, patience, count } }: { count: Listed }) {
  const t = useText()
  // The office's own patience comes with the numbers: its line keeps its place till then.
  if (count === undefined && queueOf(queue).red === 'interviewWithinDays')
    return <p className={css.quiet}>{'\u00a0'}</p>
  if (queueOf(queue).red === 'passed') return <p className={css.quiet}>{t('queues.red_passed')}</p>
  const days = patience ?? queueOf(queue).red
  if (typeof days !== 'number') return <p className={css.quiet}>{t('queues.red_never')}</p>
  return <p className={css.quiet}>{t('queues.red_days', { count: days })}</p>
}
