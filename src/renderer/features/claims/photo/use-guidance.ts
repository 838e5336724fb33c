import { type RefObject, useEffect, useState } from 'react'
import { useClient } from '../../../app/desk.tsx'
import { cut } from '../../../components/use-camera.ts'
import { nextShown, type Shown } from './guidance.ts'

/** A frame a fifth of a second: what a slow computer does not manage is left out, never queued. */
const everyMs = 200
const frameHeight = 320

/** Sends small frames of the camera to the desk while it runs, and gives what to say. Without an engine it says nothing. */
export function useGuidance(video: RefObject<HTMLVideoElement | null>, live: boolean): Shown['hint'] | undefined {
  const client = useClient()
  const [shown, setShown] = useState<Shown>()
  useEffect(() => {
    if (!live) return
    const gone = new AbortController()
    let busy = false
    const look = async () => {
      const frame = video.current && (await cut(video.current, frameHeight, 0.7))
      if (!frame) return
      const reading = await client.photoReview.guide({ frame }, { signal: gone.signal })
      if (!gone.signal.aborted) setShown((before) => nextShown(before, reading, Date.now()))
    }
    const stop = () => {
      clearInterval(timer)
      setShown(undefined)
    }
    const timer = setInterval(() => {
      if (busy) return
      busy = true
      look().then(
        () => {
          busy = false
        },
        // Guidance is a help, not a condition: without it the picture is taken by eye.
        stop,
      )
    }, everyMs)
    return () => {
      gone.abort()
      clearInterval(timer)
    }
  }, [client, video, live])
  return live ? shown?.hint : undefined
}
