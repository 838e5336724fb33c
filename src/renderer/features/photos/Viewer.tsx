import { Group } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import type { PhotoReview, PhotoRow } from '../../../shared/contract/views.ts'
import type { Frame } from '../../../shared/photos/geometry.ts'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { Zoom } from '../../components/Zoom.tsx'
import { Overlay } from './Overlay.tsx'
import { Picture, useDecoded, useShownMark } from './Picture.tsx'
import css from './Viewer.module.css'
import { larger, needsEveryPixel, smaller } from './zoom.ts'

interface Props {
  readonly row: PhotoRow
  readonly view: PhotoReview | undefined
  readonly guides: boolean
  readonly regions: readonly Frame[]
  /** Buttons beside those of the size. */
  readonly tools?: ReactNode
  /** Drawn over the picture, in its place. */
  readonly children?: ReactNode
}

/** The picture, as large as its place or larger; each photo begins whole. */
export function Viewer({ row, view, guides, regions, tools, children }: Props) {
  const t = useText()
  const { photoId, picture: sha256, width, height } = row
  const [zoom, setZoom] = useZoom(photoId)
  const sheet = useRef<HTMLDivElement>(null)
  const whole = useDecoded({ photoId, sha256, size: 'screen' })
  const full = useDecoded(needsEveryPixel(zoom, row) ? { photoId, sha256, size: 'full' } : undefined)
  const shown = full.decoded ? full : whole
  useShownMark(photoId, shown)
  const now = () => ((sheet.current?.clientWidth ?? width) * devicePixelRatio) / width
  const size = zoom === undefined ? fitting(row) : { width: (width * zoom) / devicePixelRatio }
  const acts = {
    onLarger: () => setZoom(larger(now())),
    onSmaller: () => setZoom(smaller(now())),
    onOther: () => setZoom(zoom === undefined ? 1 : undefined),
  }
  useKeys([
    { keys: 'Plus', label: 'photos.larger', where: 'here', run: acts.onLarger },
    { keys: '-', label: 'photos.smaller', where: 'here', run: acts.onSmaller },
    { keys: '0', label: 'photos.whole_or_real', where: 'here', run: acts.onOther },
  ])
  return (
    <section className={css.viewer} aria-label={t('photos.picture_of', { name: row.name })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to move a picture larger than its place */}
      <section className={css.stage} tabIndex={0} aria-label={t('photos.picture_region')}>
        <div ref={sheet} className={css.sheet} style={{ aspectRatio: `${width} / ${height}`, ...size }}>
          <Picture shown={shown} alt={t('photos.picture_of', { name: row.name })} />
          {view && <Overlay view={view} guides={guides} regions={regions} />}
          {children}
        </div>
      </section>
      <Group className={css.tools} gap="xs">
        <Zoom
          {...acts}
          label={t('photos.zoom')}
          other={t(zoom === undefined ? 'photos.zoom_real' : 'photos.zoom_fit')}
        />
        {tools}
      </Group>
    </section>
  )
}

/** The size that was chosen for this photo, forgotten once another is shown: coming back, one sees it whole. */
function useZoom(photoId: string) {
  const [chosen, setChosen] = useState<{ readonly photoId: string; readonly zoom: number | undefined }>({
    photoId,
    zoom: undefined,
  })
  if (chosen.photoId !== photoId) setChosen({ photoId, zoom: undefined })
  return [
    chosen.photoId === photoId ? chosen.zoom : undefined,
    (zoom: number | undefined) => setChosen({ photoId, zoom }),
  ] as const
}

const fitting = ({ width, height }: PhotoRow) => ({ width: `min(100cqi, calc(100cqb * ${width / height}))` })
