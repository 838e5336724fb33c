import { Button } from '@mantine/core'
import { IconFrame, IconGridDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { PhotoReview, PhotoRow } from '../../../shared/contract/views.ts'
import type { CheckId } from '../../../shared/photos/checks.ts'
import { useAriaKeys, useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { ErrorState, Loading } from '../../components/states.tsx'
import { ComparedPicture, comparableOf, useCompared } from './Compare.tsx'
import { CropFrame } from './CropFrame.tsx'
import css from './Photos.module.css'
import { usePhoto } from './review.tsx'
import { Side } from './Side.tsx'
import { type Cropping, useCropping } from './use-cropping.ts'
import type { Decisions } from './use-decisions.ts'
import { Viewer } from './Viewer.tsx'

interface Props {
  readonly photoId: string
  /** As the queue has it: its picture is shown before the rest is known. */
  readonly row: PhotoRow | undefined
  /** The photo on which a key will fall when so many decisions are before it. */
  readonly aim: (ahead: number) => string | undefined
  readonly decisions: Decisions
  readonly onShow: (photoId: string) => void
  readonly onDecided: () => void
}

/** One photo: its picture, and beside it everything that is known and can be done. */
export function Workbench({ photoId, row: listed, aim, decisions, onShow, onDecided }: Props) {
  const query = usePhoto(photoId)
  const view = query.data
  const row = view?.row ?? listed
  const [check, setCheck] = useState<CheckId>()
  const cropping = useCropping(view)
  if (!row) return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
  return (
    <>
      <Pictures row={row} view={view} check={check} cropping={cropping} />
      {view ? (
        <Side
          view={view}
          stale={query.error}
          aim={aim}
          decisions={decisions}
          cropping={cropping}
          onCheck={setCheck}
          onShow={onShow}
          onDecided={onDecided}
        />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
    </>
  )
}

interface PicturesProps {
  readonly row: PhotoRow
  readonly view: PhotoReview | undefined
  readonly check: CheckId | undefined
  readonly cropping: Cropping
}

/** The picture, and beside it one that it is compared with. */
function Pictures({ row, view, check, cropping }: PicturesProps) {
  const [guides, setGuides] = useState(false)
  const compared = useCompared(row.photoId, view)
  const toggle = () => setGuides(!guides)
  useKeys([
    { keys: 'v', label: 'photos.guides', where: 'here', run: toggle },
    ...(view && comparableOf(view).length > 0
      ? [{ keys: 'e', label: 'photos.compare', where: 'here', run: compared.next } as const]
      : []),
    ...(cropping.may ? [{ keys: 'c', label: 'photos.crop', where: 'here', run: cropping.toggle } as const] : []),
  ])
  const regions = view?.report?.checks.find(({ id }) => id === check)?.regions ?? []
  const { frame } = cropping
  return (
    <div className={css.pictures} data-pair={compared.one !== undefined || undefined}>
      <Viewer
        row={row}
        view={view}
        guides={guides && frame === undefined}
        regions={regions}
        tools={<Tools view={view} guides={guides} onGuides={toggle} cropping={cropping} />}
      >
        {frame && <CropFrame row={row} cropping={cropping} frame={frame} />}
      </Viewer>
      {compared.one && <ComparedPicture photoId={row.photoId} one={compared.one} />}
    </div>
  )
}

interface ToolsProps {
  readonly view: PhotoReview | undefined
  readonly guides: boolean
  readonly onGuides: () => void
  readonly cropping: Cropping
}

function Tools({ view, guides, onGuides, cropping }: ToolsProps) {
  const t = useText()
  const look = { size: 'compact-sm', variant: 'default' } as const
  const keys = { guides: useAriaKeys('v'), crop: useAriaKeys('c') }
  return (
    <>
      <Button
        {...look}
        leftSection={<IconGridDots size={16} aria-hidden />}
        rightSection={<KeyHint keys="v" />}
        aria-pressed={guides}
        aria-keyshortcuts={keys.guides}
        onClick={onGuides}
      >
        {t('photos.guides')}
      </Button>
      {view && cropping.may && (
        <Button
          {...look}
          leftSection={<IconFrame size={16} aria-hidden />}
          rightSection={<KeyHint keys="c" />}
          aria-pressed={cropping.frame !== undefined}
          aria-keyshortcuts={keys.crop}
          onClick={cropping.toggle}
        >
          {t('photos.crop')}
        </Button>
      )}
    </>
  )
}
