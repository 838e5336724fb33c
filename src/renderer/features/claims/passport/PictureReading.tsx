import { Button, Loader } from '@mantine/core'
import { IconCamera, IconPhotoScan } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ZoneInPicture } from '../../../../shared/contract/views.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { FileDrop } from '../../../components/FileDrop.tsx'
import { firstPicture, wholeFrame } from '../../../components/use-camera.ts'
import { WatchingCamera } from '../../../components/WatchingCamera.tsx'
import { useClaim } from '../claim.tsx'
import css from './Picture.module.css'

/** The page as a file or before the camera, for when no reader is at hand. Nothing reaches the claim from here. */
export function PictureReading({ onZone }: { onZone: (zone: ZoneInPicture) => void }) {
  const t = useText()
  const { claimId } = useClaim()
  const [way, setWay] = useState<'closed' | 'file' | 'camera'>('closed')
  const reading = useMutation(
    useDesk().claims.zoneInPicture.mutationOptions({
      onSuccess: (zone) => {
        setWay('closed')
        announce(t('mrz.picture_read'))
        onZone(zone)
      },
    }),
  )
  const read = (file: File) => reading.mutate({ claimId, file })
  if (way === 'closed')
    return (
      <Button
        variant="default"
        leftSection={<IconPhotoScan size={18} aria-hidden />}
        onClick={() => {
          reading.reset()
          setWay('file')
        }}
      >
        {t('mrz.picture')}
      </Button>
    )
  return (
    <section className={css.picture} aria-label={t('mrz.picture')}>
      {way === 'camera' ? (
        <PageCamera pending={reading.isPending} onPage={read} onClose={() => setWay('file')} />
      ) : (
        <>
          <FileDrop
            accept="application/pdf,image/png,image/jpeg"
            label={t('mrz.picture_file')}
            help={t('mrz.picture_help')}
            pending={reading.isPending}
            onFile={read}
          />
          <div className={css.buttons}>
            <Button
              variant="default"
              leftSection={<IconCamera size={18} aria-hidden />}
              onClick={() => setWay('camera')}
            >
              {t('mrz.picture_camera')}
            </Button>
            <Button variant="subtle" onClick={() => setWay('closed')}>
              {t('common.cancel')}
            </Button>
          </div>
        </>
      )}
      {reading.isPending && (
        <p className={css.reading} role="status">
          <Loader size="sm" aria-hidden />
          {t('mrz.picture_reading')}
        </p>
      )}
      <FailureNotice error={reading.error} />
    </section>
  )
}

interface PageCameraProps {
  readonly pending: boolean
  readonly onPage: (file: File) => void
  readonly onClose: () => void
}

function PageCamera({ pending, onPage, onClose }: PageCameraProps) {
  const t = useText()
  const video = useRef<HTMLVideoElement>(null)
  const take = async () => {
    if (!video.current) return
    await firstPicture(video.current)
    const page = video.current && (await wholeFrame(video.current))
    if (page) onPage(page)
  }
  return (
    <WatchingCamera label={t('mrz.picture_live')} video={video} onClose={onClose}>
      <div className={css.buttons}>
        <Button
          loading={pending}
          leftSection={<IconCamera size={18} aria-hidden />}
          onClick={() => void take()}
          autoFocus
        >
          {t('mrz.picture_take')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.back')}
        </Button>
      </div>
    </WatchingCamera>
  )
}
