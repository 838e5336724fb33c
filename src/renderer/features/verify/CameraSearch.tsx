import { Button } from '@mantine/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { SealVerdictView } from '../../../shared/contract/views.ts'
import { useClient } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { wholeFrame } from '../../components/use-camera.ts'
import { WatchingCamera } from '../../components/WatchingCamera.tsx'
import css from './Verify.module.css'
import { wasCompared } from './verdict-words.ts'

/** From picture to picture, in milliseconds; the desk's answer may take longer. */
const pause = 250
/** So many pictures of a seal that holds are waited for one on which the whole paper can be compared. */
const patience = 4

interface Props {
  readonly onVerdict: (verdict: SealVerdictView) => void
  readonly onClose: () => void
}

/** Looks for a sealed paper before the camera, a few times a second, until there is a verdict. */
export function CameraSearch({ onVerdict, onClose }: Props) {
  const t = useText()
  const video = useRef<HTMLVideoElement>(null)
  const { seen, error } = useSearch(video, onVerdict)
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  })
  return (
    <WatchingCamera label={t('verify.camera_live')} video={video} onClose={onClose}>
      <p role="status">{t(seen ? 'verify.camera_closer' : 'verify.camera_hold')}</p>
      <FailureNotice error={error} />
      <Button
        variant="default"
        rightSection={<KeyHint keys="Escape" />}
        onClick={onClose}
        className={css.stop}
        autoFocus
      >
        {t('verify.camera_stop')}
      </Button>
    </WatchingCamera>
  )
}

function useSearch(video: RefObject<HTMLVideoElement | null>, onVerdict: (verdict: SealVerdictView) => void) {
  const client = useClient()
  const [seen, setSeen] = useState(false)
  const [error, setError] = useState<unknown>()
  const tell = useRef(onVerdict)
  tell.current = onVerdict
  useEffect(() => {
    const gone = new AbortController()
    let waited = 0
    const look = async () => {
      const frame = video.current ? await wholeFrame(video.current, 0.92) : undefined
      const verdict =
        frame && !gone.signal.aborted ? await client.seals.look({ file: frame }, { signal: gone.signal }) : null
      if (gone.signal.aborted || !verdict) return
      waited++
      setSeen(true)
      if (isFinal(verdict) || waited >= patience) {
        gone.abort()
        tell.current(verdict)
      }
    }
    const run = async () => {
      while (!gone.signal.aborted) {
        try {
          await look()
          setError(undefined)
        } catch (failure) {
          // One picture that could not be looked at: said, and the next one tried.
          if (!gone.signal.aborted) setError(failure)
        }
        await new Promise((next) => setTimeout(next, pause))
      }
    }
    void run()
    return () => gone.abort()
  }, [client, video])
  return { seen, error }
}

/** Where a hand shakes or half the paper is outside, it differs from its seal, or cannot be compared: the next one tells. */
const waitsForBetter = new Set(['SEAL_DOCUMENT_MISMATCH', 'INVALID_PRINTED_MRZ', 'PORTRAIT_MISMATCH', 'WRONG_FORMAT'])
const isFinal = (verdict: SealVerdictView): boolean =>
  verdict.status === 'VALID' ? wasCompared(verdict) : !waitsForBetter.has(verdict.status)
