import { Alert, Button, Group } from '@mantine/core'
import { IconCameraOff } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useEffect } from 'react'
import { useText } from '../app/language.tsx'
import { Loading } from './states.tsx'
import { useCamera } from './use-camera.ts'
import css from './WatchingCamera.module.css'

interface Props {
  /** What the picture is called. */
  readonly label: string
  readonly video: RefObject<HTMLVideoElement | null>
  readonly onClose: () => void
  /** What stands below the picture while there is one. */
  readonly children: ReactNode
}

/** The camera as it sees papers: whole, not mirrored. It stops when this goes from the screen. */
export function WatchingCamera({ label, video, onClose, children }: Props) {
  const state = useCamera('paper')
  useEffect(() => {
    if (state.kind === 'live' && video.current) video.current.srcObject = state.stream
  }, [state, video])
  if (state.kind === 'starting') return <Loading />
  if (state.kind !== 'live') return <CameraTrouble kind={state.kind} onClose={onClose} />
  return (
    <div className={css.camera}>
      <video ref={video} autoPlay playsInline muted aria-label={label} className={css.video} />
      {children}
    </div>
  )
}

export function CameraTrouble({ kind, onClose }: { kind: 'denied' | 'no_camera' | 'busy'; onClose: () => void }) {
  const t = useText()
  return (
    <Alert role="alert" color="yellow" icon={<IconCameraOff aria-hidden />} title={t(`photo.${kind}`)} mt="md">
      {t(`photo.${kind}_next`)}
      <Group mt="sm">
        <Button variant="default" onClick={onClose}>
          {t('common.back')}
        </Button>
      </Group>
    </Alert>
  )
}
