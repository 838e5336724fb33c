/**
 * The keyboard is never lost: when the element that had the focus goes from the screen (a dialog closes, a button did its
 * work and is gone), the focus returns to the last thing that is still there, else to the heading of the screen.
 */
export function keepFocus(): () => void {
  let trail: readonly HTMLElement[] = []
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) trail = [target, ...trail.filter((each) => each !== target)].slice(0, 12)
  }
  const look = () => {
    const [last] = trail
    // A click beside everything takes the focus away too: then nothing went, and nothing is put back.
    if (document.activeElement !== document.body || !last || canTake(last)) return
    returnTo(trail.slice(1))
  }
  const watcher = new MutationObserver(() => requestAnimationFrame(look))
  document.addEventListener('focusin', onFocus)
  watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  return () => {
    watcher.disconnect()
    document.removeEventListener('focusin', onFocus)
  }
}

function returnTo(trail: readonly HTMLElement[]) {
  const dialog = [...document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].at(-1)
  const place = trail.find((each) => canTake(each) && staysClosed(each) && (!dialog || dialog.contains(each)))
  const heading = document.querySelector<HTMLElement>('main h2[tabindex], main h1[tabindex]')
  const otherwise = dialog?.querySelector<HTMLElement>('button') ?? heading ?? document.getElementById('main')
  ;(place ?? otherwise)?.focus({ preventScroll: true })
}

const canTake = (element: HTMLElement): boolean =>
  element.isConnected && element.checkVisibility() && !element.matches(':disabled') && !element.closest('[inert]')

/** A field whose list opens with the focus would cover what the officer reads. */
const staysClosed = (element: HTMLElement): boolean => !element.matches('[aria-haspopup="listbox"]')
