import { ActionIcon, Group } from '@mantine/core'
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import type { PhotoReview, PhotoRow } from '../../../shared/contract/views.ts'
import type { Frame } from '../../../shared/photos/geometry.ts'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
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

/** The picture, as large as its place or larger. One for each photo: its size begins whole. */
export function Viewer({ row, view, guides, regions, tools, children }: Props) {
  const t = useText()
  const { photoId, picture: sha256, width, height } = row
  const [zoom, setZoom] = useState<number>()
  const sheet = useRef<HTMLDivElement>(null)
  const whole = useDecoded({ photoId, sha256, size: 'screen' })
  const full = useDecoded(needsEveryPixel(zoom, row) ? { photoId, sha256, size: 'full' } : undefined)
  const shown = full.decoded ? full : whole
  useShownMark(photoId, shown)
  const now = () => ((sheet.current?.clientWidth ?? width) * devicePixelRatio) / width
  const size = zoom === undefined ? fitting(row) : { width: (width * zoom) / devicePixelRatio }
  const acts = {
    larger: () => setZoom(larger(now())),
    smaller: () => setZoom(smaller(now())),
    other: () => setZoom(zoom === undefined ? 1 : undefined),
  }
  useKeys([
    { keys: 'Plus', label: 'photos.larger', where: 'here', run: acts.larger },
    { keys: '-', label: 'photos.smaller', where: 'here', run: acts.smaller },
    { keys: '0', label: 'photos.whole_or_real', where: 'here', run: acts.other },
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
        <Zoom acts={acts} whole={zoom === undefined} />
        {tools}
      </Group>
    </section>
  )
}

const fitting = ({ width, height }: PhotoRow) => ({ width: `min(100cqi, calc(100cqb * ${width / height}))` })

function Zoom({ acts, whole }: { acts: Record<'larger' | 'smaller' | 'other', () => void>; whole: boolean }) {
  const t = useText()
  const look = { variant: 'default', size: 26 } as const
  return (
    <ActionIcon.Group role="group" aria-label={t('photos.zoom')}>
      <ActionIcon {...look} aria-label={t('photos.smaller')} aria-keyshortcuts="-" onClick={acts.smaller}>
        <IconZoomOut size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon {...look} w="4rem" aria-keyshortcuts="0" onClick={acts.other}>
        {t(whole ? 'photos.zoom_real' : 'photos.zoom_fit')}
      </ActionIcon>
      <ActionIcon {...look} aria-label={t('photos.larger')} aria-keyshortcuts="+" onClick={acts.larger}>
        <IconZoomIn size={18} aria-hidden />
      </ActionIcon>
    </ActionIcon.Group>
  )
}
