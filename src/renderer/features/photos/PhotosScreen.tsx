import { useCallback } from 'react'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Empty, ErrorState, Loading, NoPermission } from '../../components/states.tsx'
import { Filters } from './Filters.tsx'
import css from './Photos.module.css'
import { PhotoTabs } from './PhotoTabs.tsx'
import { QueueList } from './QueueList.tsx'
import { ShelfProvider, useAhead } from './review.tsx'
import { RefusedNotice, UndoBar } from './UndoBar.tsx'
import { useDecisions } from './use-decisions.ts'
import { beside, type Filter, following, type Queue, useCurrent, useQueue } from './use-queue.ts'
import { Workbench } from './Workbench.tsx'

/** The review of photos: a queue, one large picture, and what the machine found. */
export function PhotosScreen() {
  if (!useMay()('photo.view')) return <NoPermission />
  return (
    <ShelfProvider>
      <Room />
    </ShelfProvider>
  )
}

/** So many next ones are fetched while one is looked at. */
const ahead = 2

function Room() {
  const t = useText()
  const decisions = useDecisions()
  const queue = useQueue(new Set(decisions.taken.map(({ row }) => row.photoId)))
  const { rows } = queue
  const { current, show } = useCurrent(queue)
  const at = rows.findIndex(({ photoId }) => photoId === current)
  useAhead(rows.slice(at + 1, at + 1 + ahead))
  const { setFilter } = queue
  // Another list is asked for: its first photo is looked at.
  const onFilter = useCallback(
    (filter: Filter) => {
      setFilter(filter)
      show(undefined)
    },
    [setFilter, show],
  )
  const go = (by: 1 | -1) => {
    const next = beside(rows, current, by)
    if (next) show(next.photoId)
  }
  useKeys([
    { keys: 'j', label: 'photos.key_next', where: 'here', run: () => go(1) },
    { keys: 'k', label: 'photos.key_previous', where: 'here', run: () => go(-1) },
  ])
  return (
    <div className={css.screen}>
      <PageHeader
        title={t('photos.title')}
        actions={
          <>
            <UndoBar decisions={decisions} onShow={show} />
            <PhotoTabs current="queue" />
          </>
        }
      />
      <RefusedNotice decisions={decisions} onShow={show} />
      <Filters filter={queue.filter} counts={queue.query.data?.counts} onFilter={onFilter} />
      {current ? (
        <div className={css.room}>
          <QueueList queue={queue} current={current} onShow={show} />
          <Workbench
            photoId={current}
            row={rows[at]}
            aim={(ahead) => rows[Math.max(at, 0) + ahead]?.photoId}
            decisions={decisions}
            onShow={show}
            onDecided={() => show(following(rows, current)?.photoId)}
          />
        </div>
      ) : (
        <Nothing queue={queue} />
      )}
    </div>
  )
}

/** No photo to show: not yet, none any more, or none under these filters. */
function Nothing({ queue: { query, rows, filter } }: { queue: Queue }) {
  const t = useText()
  const { stage, profile, suggestion, again, mine } = filter
  const filtered = stage !== 'waiting' || profile !== undefined || suggestion !== undefined || again || mine
  if (query.data === undefined)
    return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
  if (rows.length > 0) return <Loading />
  return filtered ? (
    <Empty title={t('photos.none_here')} next={t('photos.none_here_next')} />
  ) : (
    <Empty title={t('photos.none_waiting')} next={t('photos.none_waiting_next')} />
  )
}
