import { Button, UnstyledButton } from '@mantine/core'
import { IconRepeat } from '@tabler/icons-react'
import { type KeyboardEvent, memo, useLayoutEffect, useRef } from 'react'
import type { PhotoRow } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import css from './Photos.module.css'
import { SuggestionPill } from './SuggestionPill.tsx'
import type { Queue } from './use-queue.ts'

interface Props {
  readonly queue: Queue
  readonly current: string
  readonly onShow: (photoId: string) => void
}

/** The photos in their turn; the one that is looked at stays in sight and is the only stop of the Tab key. */
export function QueueList({ queue: { rows, query, filter, more }, current, onShow }: Props) {
  const t = useText()
  const list = useRef<HTMLUListElement>(null)
  const focused = useRef(false)
  const stop = rows.some(({ photoId }) => photoId === current) ? current : rows[0]?.photoId
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another photo is looked at
  useLayoutEffect(() => {
    const button = list.current?.querySelector<HTMLElement>('[aria-current]')
    button?.scrollIntoView({ block: 'nearest' })
    if (focused.current) button?.focus({ preventScroll: true })
  }, [current])
  const all = query.data?.counts[filter.stage] ?? 0
  return (
    <section className={css.queue} aria-label={t('photos.list')}>
      <ul
        ref={list}
        className={css.rows}
        onKeyDown={(event) => moveWithin(event, rows, current, onShow)}
        onFocus={() => {
          focused.current = true
        }}
        onBlur={({ relatedTarget }) => {
          // One that goes from the list takes the focus with it, to nowhere.
          if (relatedTarget !== null) focused.current = false
        }}
      >
        {rows.map((row) => (
          <Item
            key={row.photoId}
            row={row}
            isCurrent={row.photoId === current}
            isStop={row.photoId === stop}
            onShow={onShow}
          />
        ))}
      </ul>
      {rows.length < all && <p className={css.quiet}>{t('photos.shown_of', { n: rows.length, all })}</p>}
      {more && (
        <Button size="compact-xs" variant="default" onClick={more}>
          {t('photos.more')}
        </Button>
      )}
    </section>
  )
}

function moveWithin(
  event: KeyboardEvent,
  rows: readonly PhotoRow[],
  current: string,
  onShow: (photoId: string) => void,
): void {
  const at = rows.findIndex(({ photoId }) => photoId === current)
  const last = rows.length - 1
  const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key]
  const row = to === undefined ? undefined : rows[to]
  if (!row) return
  event.preventDefault()
  onShow(row.photoId)
}

interface ItemProps {
  readonly row: PhotoRow
  readonly isCurrent: boolean
  readonly isStop: boolean
  readonly onShow: (photoId: string) => void
}

/** Drawn anew only for what changes in itself: from photo to photo two of them. */
const Item = memo(function Item({ row, isCurrent, isStop, onShow }: ItemProps) {
  return (
    <li>
      <UnstyledButton
        className={css.row}
        aria-current={isCurrent || undefined}
        tabIndex={isStop ? 0 : -1}
        onClick={() => onShow(row.photoId)}
      >
        <Row row={row} />
      </UnstyledButton>
    </li>
  )
})

function Row({ row }: { row: PhotoRow }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  return (
    <>
      <bdi className={css.name}>{row.name || row.applicationNumber}</bdi>
      <span className={css.quiet}>{instantText(row.decidedAt ?? row.submittedAt, zone)}</span>
      <span className={css.marks}>
        <SuggestionPill suggestion={row.suggestion} />
        {row.again && (
          <span className={css.again}>
            <IconRepeat size={14} aria-hidden /> {t('photos.again')}
          </span>
        )}
      </span>
    </>
  )
}
