import { useEffect, useState } from 'react'
import { useStatus } from '../../../app/desk.tsx'

export type CameraState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'live'; readonly stream: MediaStream }
  | { readonly kind: 'denied' | 'no_camera' | 'busy' }

const size = { width: { ideal: 1920 }, height: { ideal: 1440 } }

/**
 * Opens the camera for as long as the component is on the screen and its officer at the desk: with the lock, with the
 * screen and with the officer the light goes out. After the lock it starts anew.
 */
export function useCamera(): CameraState {
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
      devices?.getUserMedia({ video: size, audio: false }) ?? Promise.reject(new DOMException('', 'NotFoundError'))
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
  }, [attendedBy])
  return state
}

function troubleWith(error: unknown): 'denied' | 'no_camera' | 'busy' {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'no_camera' : 'busy'
}

/** The picture in the video now, as a JPEG file, upright and not mirrored. */
export async function capture(video: HTMLVideoElement): Promise<File | undefined> {
  const canvas = document.createElement('canvas')
  // What the frame on the screen shows: the middle of the picture in the shape of the printed photo.
  const height = video.videoHeight
  const width = Math.min(video.videoWidth, Math.round((height * 7) / 9))
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(video, (video.videoWidth - width) / 2, 0, width, height, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.95))
  return blob ? new File([blob], 'camera.jpg', { type: 'image/jpeg' }) : undefined
}
