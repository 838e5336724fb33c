import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import type { PhotoRow } from '../../../shared/contract/views.ts'
import type { Frame, Size } from '../../../shared/photos/geometry.ts'
import { photoPolicies } from '../../../shared/photos/policy.ts'
import { useText } from '../../app/language.tsx'
import { moved, resized } from './crop-moves.ts'
import type { Cropping } from './use-cropping.ts'
import css from './Viewer.module.css'

interface Props {
  readonly row: PhotoRow
  readonly frame: Frame
  readonly cropping: Cropping
}

/** The printed shape of a profile. */
const shapeOf = ({ profile }: PhotoRow): Size => {
  const { widthMm, heightMm } = photoPolicies[profile].print
  return { width: widthMm, height: heightMm }
}

/** The frame to print over the picture: moved by hand or by keys. */
export function CropFrame({ row, frame, cropping }: Props) {
  const t = useText()
  const box = useRef<HTMLElement>(null)
  const drag = useDrag(row, frame, cropping, box)
  useEffect(() => box.current?.focus({ preventScroll: true }), [])
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`
  return (
    <div className={css.clip}>
      <section
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by the arrow keys
        tabIndex={0}
        aria-label={t('photos.crop_frame')}
        className={css.cut}
        style={{
          left: share(frame.x, row.width),
          top: share(frame.y, row.height),
          width: share(frame.width, row.width),
          height: share(frame.height, row.height),
        }}
        onKeyDown={(event) => onKey(event, row, frame, cropping)}
        {...drag('move')}
      >
        <span className={css.corner} {...drag('size')} />
      </section>
    </div>
  )
}

function onKey(event: KeyboardEvent, row: PhotoRow, frame: Frame, cropping: Cropping): void {
  const step = Math.max(1, Math.round(row.width * (event.shiftKey ? 0.05 : 0.005)))
  const move = (x: number, y: number) => () => cropping.set(moved(frame, { x: x * step, y: y * step }, row))
  const size = (by: number) => () =>
    cropping.set(resized(frame, frame.width + by * step * 2, shapeOf(row), row, 'middle'))
  const acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: move(-1, 0),
    ArrowRight: move(1, 0),
    ArrowUp: move(0, -1),
    ArrowDown: move(0, 1),
    '+': size(1),
    '=': size(1),
    '-': size(-1),
    _: size(-1),
    Enter: cropping.keep,
    Escape: cropping.close,
  }
  const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : acts[event.key]
  if (!act) return
  event.preventDefault()
  event.stopPropagation()
  act()
}

/** Follows the pointer from where it was put down. */
function useDrag(row: PhotoRow, frame: Frame, cropping: Cropping, box: { readonly current: HTMLElement | null }) {
  const start = useRef<{ x: number; y: number; frame: Frame; what: 'move' | 'size' }>(undefined)
  const perPixel = () => frame.width / (box.current?.offsetWidth ?? frame.width)
  return (what: 'move' | 'size') => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      start.current = { x: event.clientX, y: event.clientY, frame, what }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const from = start.current
      if (from?.what !== what) return
      event.stopPropagation()
      const scale = perPixel()
      const [x, y] = [(event.clientX - from.x) * scale, (event.clientY - from.y) * scale]
      cropping.set(
        what === 'move'
          ? moved(from.frame, { x, y }, row)
          : resized(from.frame, from.frame.width + x, shapeOf(row), row, 'corner'),
      )
    },
    onPointerUp() {
      start.current = undefined
    },
  })
}
