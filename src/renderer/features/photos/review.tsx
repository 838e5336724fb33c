import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { PhotoReview, PhotoRow } from '../../../shared/contract/views.ts'
import { undoMs } from '../../../shared/domain/photo-states.ts'
import { type Desk, useDesk } from '../../app/desk.tsx'
import { makeShelf, type Shelf } from './shelf.ts'

/** The photos at hand: what the desk says of each, and its picture decoded. */

const ShelfContext = createContext<Shelf | undefined>(undefined)

/** Decoded pictures live as long as the screen. */
export function ShelfProvider({ children }: { children: ReactNode }) {
  const [shelf] = useState(makeShelf)
  useEffect(() => () => shelf.clear(), [shelf])
  return <ShelfContext value={shelf}>{children}</ShelfContext>
}

export function useShelf(): Shelf {
  const shelf = useContext(ShelfContext)
  if (!shelf) throw new Error('useShelf outside ShelfProvider')
  return shelf
}

const pictureOptions = (desk: Desk, input: PictureInput) => ({
  ...desk.photoReview.picture.queryOptions({ input }),
  // Asked for by its hash: it never changes.
  staleTime: Number.POSITIVE_INFINITY,
})

export interface PictureInput {
  readonly photoId: string
  readonly sha256: string
  readonly size: 'screen' | 'small' | 'full'
}

export const keyOf = ({ sha256, size }: PictureInput): string => `${size} ${sha256}`

/** The bytes of a picture. */
export const usePictureFile = (input: PictureInput | undefined) => {
  const desk = useDesk()
  return useQuery({
    ...pictureOptions(desk, input ?? { photoId: '', sha256: '', size: 'screen' }),
    enabled: input !== undefined,
  })
}

/** One photo as the desk has it; what was fetched ahead is shown meanwhile. */
export function usePhoto(photoId: string) {
  const desk = useDesk()
  const queries = useQueryClient()
  return useQuery({
    ...desk.photoReview.get.queryOptions({ input: { photoId } }),
    // Asked again at every look: that somebody looks is noted by the desk, and what they may do depends on who they are.
    staleTime: 0,
    // An undo is over by time alone, of which the desk says nothing.
    refetchInterval: ({ state }) => (state.data?.decision?.undoUntil ? undoMs : false),
    initialData: () => queries.getQueryData(desk.photoReview.get.queryKey({ input: { photoId, ahead: true } })),
    initialDataUpdatedAt: 0,
  })
}

/** Fetches report and picture of photos that come next, and decodes the picture. */
export function useAhead(rows: readonly PhotoRow[]): void {
  const desk = useDesk()
  const queries = useQueryClient()
  const shelf = useShelf()
  const ids = rows.map(({ photoId }) => photoId).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids stand for the rows
  useEffect(() => {
    for (const row of rows) void fetchAhead(desk, queries, shelf, row)
  }, [desk, queries, shelf, ids])
}

async function fetchAhead(desk: Desk, queries: QueryClient, shelf: Shelf, { photoId, picture }: PhotoRow) {
  const input = { photoId, sha256: picture, size: 'screen' } as const
  void queries.prefetchQuery(desk.photoReview.get.queryOptions({ input: { photoId, ahead: true } }))
  // What cannot be fetched ahead is fetched when it is shown, and says so there.
  const file = await queries.fetchQuery(pictureOptions(desk, input)).catch(() => undefined)
  if (file) await shelf.put(keyOf(input), file).catch(() => undefined)
}

/** Takes what a command answered. */
export function useTakeReview() {
  const desk = useDesk()
  const queries = useQueryClient()
  return (view: PhotoReview) =>
    queries.setQueryData(desk.photoReview.get.queryKey({ input: { photoId: view.row.photoId } }), view)
}

/** Reads a photo again, which is no look at it; where that fails, its screen says so when it is shown. */
export function useReread() {
  const desk = useDesk()
  const queries = useQueryClient()
  const take = useTakeReview()
  return async (photoId: string): Promise<void> => {
    const reading = desk.photoReview.get.queryOptions({ input: { photoId, ahead: true } })
    await queries.fetchQuery({ ...reading, staleTime: 0 }).then(take, () => undefined)
  }
}
