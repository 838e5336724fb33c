import { useEffect, useState } from 'react'
import { useStatus } from '../app/desk.tsx'

export type CameraState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'live'; readonly stream: MediaStream }
  | { readonly kind: 'denied' | 'no_camera' | 'busy' }

const sizes = {
  face: { width: { ideal: 1920 }, height: { ideal: 1440 } },
  /** The dots of a seal are a third of a millimetre wide, and the page is to be seen whole. */
  paper: { width: { ideal: 3840 }, height: { ideal: 2160 } },
} as const

/**
 * Opens the camera for as long as the component is on the screen and its officer at the desk: with the lock, with the
 * screen and with the officer the light goes out. After the lock it starts anew.
 */
export function useCamera(of: keyof typeof sizes): CameraState {
  const [state, setState] = useState<CameraState>({ kind: 'starting' })
  const status = useStatus()
  const attendedBy = status?.phase === 'active' ? status.officer?.id : undefined
  useEffect(() => {
    if (!attendedBy) return
    let stream: MediaStream | undefined
    let gone = false
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    // Absent where the page is not trusted; then there is no camera either.
    const devices: MediaDevices | undefined = navigator.mediaDevices
    const asked =
      devices?.getUserMedia({ video: sizes[of], audio: false }) ?? Promise.reject(new DOMException('', 'NotFoundError'))
    asked.then(
      (opened) => {
        stream = opened
        if (gone) stop()
        else setState({ kind: 'live', stream: opened })
      },
      (error: unknown) => {
        if (!gone) setState({ kind: troubleWith(error) })
      },
    )
    return () => {
      gone = true
      stop()
      setState({ kind: 'starting' })
    }
  }, [attendedBy, of])
  return state
}

function troubleWith(error: unknown): 'denied' | 'no_camera' | 'busy' {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'no_camera' : 'busy'
}

/** What the camera sees now, whole, as a JPEG file; undefined while it sees nothing. */
export const wholeFrame = (video: HTMLVideoElement, quality = 0.95): Promise<File | undefined> =>
  drawn(video, { left: 0, width: video.videoWidth }, video.videoHeight, quality)

/** Resolves once the camera has given its first picture: a press before that must not go for nothing. */
export const firstPicture = (video: HTMLVideoElement): Promise<void> =>
  video.videoWidth > 0
    ? Promise.resolve()
    : new Promise((resolve) => video.addEventListener('loadeddata', () => resolve(), { once: true }))

/** The picture in the video now, as a JPEG file, upright and not mirrored, with every pixel that the camera gives. */
export const capture = (video: HTMLVideoElement): Promise<File | undefined> => cut(video, video.videoHeight, 0.95)

/**
 * What the frame on the screen shows, as JPEG: the middle of the video in the shape of the printed photo, `height` pixels
 * high. Undefined while the video has no picture.
 */
export function cut(video: HTMLVideoElement, height: number, quality: number): Promise<File | undefined> {
  const width = Math.min(video.videoWidth, Math.round((video.videoHeight * 7) / 9))
  return drawn(video, { left: (video.videoWidth - width) / 2, width }, height, quality)
}

async function drawn(
  video: HTMLVideoElement,
  { left, width }: { left: number; width: number },
  height: number,
  quality: number,
): Promise<File | undefined> {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0 || videoHeight === 0) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = Math.round((width * height) / videoHeight)
  canvas.height = height
  const context = canvas.getContext('2d')
  context?.drawImage(video, left, 0, width, videoHeight, 0, 0, canvas.width, height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
  return blob ? new File([blob], 'camera.jpg', { type: 'image/jpeg' }) : undefined
}
