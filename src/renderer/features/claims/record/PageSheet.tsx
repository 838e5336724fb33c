import { Group } from '@mantine/core'
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react'
import type { EvidenceView } from '../../../../shared/contract/views.ts'
import { useText } from '../../../app/language.tsx'
import { focusKeys } from '../../../components/focus-keys.ts'
import { Zoom } from '../../../components/Zoom.tsx'
import { PageImage } from './PageImage.tsx'
import css from './Reader.module.css'

interface Props {
  readonly piece: EvidenceView
  readonly page: number
  /** Clockwise; nothing but how it is drawn here. */
  readonly quarters: number
  readonly alt: string
  readonly onTurn: (by: 1 | -1) => void
  /** What more keys do while the focus is here. */
  readonly keys: Readonly<Record<string, () => void>>
  /** Buttons beside those of the size. */
  readonly children: ReactNode
}

const step = 1.5
const largest = 6

/** A page: whole, as wide as its place, or larger. Where it is larger than its place the arrows move it. */
export function PageSheet({ piece, page, quarters, alt, onTurn, keys, children }: Props) {
  const t = useText()
  /** Width of the sheet through that of its place; undefined: the whole page is seen. */
  const [zoom, setZoom] = useState<number>()
  const [upright, setUpright] = useState(3 / 4)
  const stage = useRef<HTMLElement>(null)
  // The keys act where the focus is: it stays when J goes to another piece, and a page begins at its top.
  useEffect(() => {
    stage.current?.focus({ preventScroll: true })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason
  useEffect(() => {
    stage.current?.scrollTo(0, 0)
  }, [page])
  const lying = quarters % 2 === 1
  const ratio = lying ? 1 / upright : upright
  const acts = {
    onLarger: () => setZoom(Math.min(largest, zoom === undefined ? 1 : zoom * step)),
    onSmaller: () => setZoom(zoom === undefined || zoom <= 1 ? undefined : zoom / step),
    onOther: () => setZoom(zoom === undefined ? 1 : undefined),
  }
  const turning = { ArrowRight: () => onTurn(1), ArrowLeft: () => onTurn(-1) }
  const onKeyDown = focusKeys({
    ...{ Plus: acts.onLarger, '-': acts.onSmaller, '0': acts.onOther, ...keys },
    ...(zoom === undefined ? turning : {}),
  })
  const width = zoom === undefined ? `min(100cqi, calc(100cqb * ${ratio}))` : `${zoom * 100}cqi`
  const style = {
    aspectRatio: ratio,
    width,
    '--across': lying ? `${100 / ratio}%` : '100%',
    '--turn': `${quarters * 90}deg`,
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: every key has its button
    <div className={css.pages} onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to move a page larger than its place */}
      <section ref={stage} className={css.stage} tabIndex={0} data-autofocus aria-label={t('record.page_region')}>
        <div className={css.sheet} style={style as CSSProperties}>
          <PageImage
            piece={piece}
            page={page}
            size="page"
            larger={zoom !== undefined && zoom > 1}
            alt={alt}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setUpright(naturalWidth / naturalHeight)}
          />
        </div>
      </section>
      <Group gap="xs">
        <Zoom
          {...acts}
          label={t('record.page_size')}
          other={t(zoom === undefined ? 'record.page_width' : 'record.page_whole')}
        />
        {children}
      </Group>
    </div>
  )
}
