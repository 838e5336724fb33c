import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PhotoQueue, PhotoRow, PhotoStage, PhotoSuggestion } from '../../../shared/contract/views.ts'
import type { PhotoProfile } from '../../../shared/photos/profiles.ts'
import { useDesk } from '../../app/desk.tsx'

export interface Filter {
  readonly stage: PhotoStage
  readonly profile?: PhotoProfile
  readonly suggestion?: PhotoSuggestion
  readonly again: boolean
  readonly mine: boolean
}

const page = 50
const largest = 200

/** The queue under its filters, without photos that were just decided here. */
export function useQueue(decided: ReadonlySet<string>) {
  const [filter, setFilter] = useState<Filter>({ stage: 'waiting', again: false, mine: false })
  const [limit, setLimit] = useState(page)
  const query = useQuery({
    ...useDesk().photoReview.queue.queryOptions({ input: { ...filter, limit } }),
    placeholderData: keepPreviousData,
  })
  const rows = query.data ? shownRows(query.data, filter.stage, decided) : []
  return {
    query,
    rows,
    /** The rows are those of the filters. */
    settled: !query.isPlaceholderData,
    filter,
    setFilter: useCallback((next: Filter) => {
      setLimit(page)
      setFilter(next)
    }, []),
    more: query.data?.next !== undefined && limit < largest ? () => setLimit(largest) : undefined,
  }
}
export type Queue = ReturnType<typeof useQueue>

/** What was decided a moment ago goes from the waiting list before the desk has answered. */
export const shownRows = (queue: PhotoQueue, stage: PhotoStage, decided: ReadonlySet<string>): readonly PhotoRow[] =>
  stage === 'waiting' ? queue.rows.filter(({ photoId }) => !decided.has(photoId)) : queue.rows

/** The photo beside another one; from one that is not in the list to its first. Undefined where the list ends. */
export function beside(rows: readonly PhotoRow[], current: string | undefined, by: 1 | -1): PhotoRow | undefined {
  const at = rows.findIndex(({ photoId }) => photoId === current)
  return at < 0 ? rows[0] : rows[at + by]
}

/** Where one goes once this photo is decided: to the next oldest, else back to one that was passed over. */
export const following = (rows: readonly PhotoRow[], current: string): PhotoRow | undefined =>
  beside(rows, current, 1) ?? rows.find(({ photoId }) => photoId !== current)

/**
 * The photo that is looked at. It is drawn at once and the address follows: the router would take its time, and keys that
 * were typed ahead with it.
 */
export function useCurrent({ rows, settled }: Pick<Queue, 'rows' | 'settled'>) {
  const { photoId: address } = useParams({ strict: false })
  const navigate = useNavigate()
  const [current, setCurrent] = useState(address)
  const told = useRef(address)
  const show = useCallback(
    (photoId: string | undefined) => {
      setCurrent(photoId)
      told.current = photoId
      void navigate({ to: '/photos/{-$photoId}', params: { photoId }, replace: true })
    },
    [navigate],
  )
  // What stands there stays, whatever happens to the list: a key must never fall on a photo that just slid into its place.
  const first = current === undefined && settled ? rows[0]?.photoId : undefined
  useEffect(() => {
    if (first) show(first)
  }, [first, show])
  // By a link or the browser's own buttons.
  useEffect(() => {
    if (address === told.current) return
    told.current = address
    setCurrent(address)
  }, [address])
  return { current: current ?? first, show }
}
