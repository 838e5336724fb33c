import { VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'

/** What a screen reader should hear though nothing takes the focus: saved, found, unlocked. */
const channel = new EventTarget()

export const announce = (text: string) => channel.dispatchEvent(new CustomEvent('say', { detail: text }))

/** The one live region of the window. */
export function Announcer() {
  const [text, setText] = useState('')
  useEffect(() => {
    const hear = (event: Event) => {
      setText('')
      // The same words twice are heard twice only if the region was empty between.
      requestAnimationFrame(() => setText(event instanceof CustomEvent ? String(event.detail) : ''))
    }
    channel.addEventListener('say', hear)
    return () => channel.removeEventListener('say', hear)
  }, [])
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
    </VisuallyHidden>
  )
}
