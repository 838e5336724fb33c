import { useEffect } from 'react'
import { useStatus } from './desk.tsx'
import { useText } from './language.tsx'

/** The window's title is its screen; in practice it says so, and the frame has another colour. */
export function useWindowTitle(screen: string): void {
  const t = useText()
  const practice = useStatus()?.demo === true
  useEffect(() => {
    document.title = t(practice ? 'shell.title_practice' : 'shell.title', { screen })
    document.documentElement.toggleAttribute('data-practice', practice)
  }, [screen, practice, t])
}
