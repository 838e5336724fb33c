import { Button, Group } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { guideReady, guideTexts } from '../../../../shared/photos/guide-texts.ts'
import { useKeys } from '../../../app/keyboard.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { useObjectUrl } from '../../../components/Picture.tsx'
import { Loading } from '../../../components/states.tsx'
import { capture, useCamera } from '../../../components/use-camera.ts'
import { CameraTrouble } from '../../../components/WatchingCamera.tsx'
import type { Shown } from './guidance.ts'
import css from './Photo.module.css'
import { useGuidance } from './use-guidance.ts'

interface Props {
  readonly pending: boolean
  readonly onPhoto: (file: File) => void
  readonly onClose: () => void
}

/** The camera: live picture with guides, take, look, use or take again. */
export function Camera({ pending, onPhoto, onClose }: Props) {
  const [taken, setTaken] = useState<File>()
  if (taken)
    return <Taken file={taken} pending={pending} onUse={() => onPhoto(taken)} onAgain={() => setTaken(undefined)} />
  return <Live onTaken={setTaken} onClose={onClose} />
}

function Live({ onTaken, onClose }: { onTaken: (file: File) => void; onClose: () => void }) {
  const t = useText()
  const state = useCamera('face')
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (state.kind === 'live' && video.current) video.current.srcObject = state.stream
  }, [state])
  const take = async () => {
    const file = video.current ? await capture(video.current) : undefined
    if (file) onTaken(file)
  }
  const live = state.kind === 'live'
  const hint = useGuidance(video, live)
  useKeys(live ? [{ keys: 'ctrl+Enter', label: 'photo.take', where: 'here', run: () => void take() }] : [])
  if (state.kind === 'starting') return <Loading />
  if (!live) return <CameraTrouble kind={state.kind} onClose={onClose} />
  return (
    <div className={css.camera}>
      <div className={css.viewer}>
        <video ref={video} autoPlay playsInline muted aria-label={t('photo.live')} />
        <Guides />
      </div>
      <Hint hint={hint} />
      <p className={css.guide}>{t('photo.guide')}</p>
      <Group>
        <Button
          leftSection={<IconCamera size={18} aria-hidden />}
          rightSection={<KeyHint keys="ctrl+Enter" />}
          onClick={() => void take()}
          autoFocus
        >
          {t('photo.take')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('photo.stop')}
        </Button>
      </Group>
    </div>
  )
}

/** What the person should do, in the officer's language and below in the other: the screen may be turned to them. */
function Hint({ hint }: { hint: Shown['hint'] | undefined }) {
  const { language } = useLanguage()
  const text = hint && (hint === 'ready' ? guideReady : guideTexts[hint])
  const other = language === 'en' ? 'fr' : 'en'
  return (
    <p className={css.hint} data-ready={hint === 'ready' || undefined} role="status" aria-live="polite">
      {text && (
        <>
          <strong>{text[language]}</strong>
          <span lang={`${other}-CA`}>{text[other]}</span>
        </>
      )}
    </p>
  )
}

/** Where head and eyes belong; 35 x 45 mm with a head of 31 to 36 mm. */
function Guides() {
  return (
    <svg className={css.guides} viewBox="0 0 350 450" aria-hidden>
      <ellipse cx="175" cy="215" rx="118" ry="165" />
      <line x1="70" y1="205" x2="280" y2="205" />
      <line x1="175" y1="30" x2="175" y2="60" />
      <line x1="175" y1="372" x2="175" y2="402" />
    </svg>
  )
}

interface TakenProps {
  readonly file: File
  readonly pending: boolean
  readonly onUse: () => void
  readonly onAgain: () => void
}

function Taken({ file, pending, onUse, onAgain }: TakenProps) {
  const t = useText()
  const url = useObjectUrl(file)
  useKeys([{ keys: 'ctrl+Enter', label: 'photo.use', where: 'here', run: onUse }])
  return (
    <div className={css.camera}>
      <div className={css.viewer}>{url && <img src={url} alt={t('photo.taken')} />}</div>
      <Group>
        <Button loading={pending} rightSection={<KeyHint keys="ctrl+Enter" />} onClick={onUse} autoFocus>
          {t('photo.use')}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t('photo.retake')}
        </Button>
      </Group>
    </div>
  )
}
