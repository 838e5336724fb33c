import type { DeliveryView } from '../../shared/contract/views.ts'

/** What the desk made where the host has no dialog or printer of its own: the window takes it from its address. */

let kiosk = false
export const setKiosk = (next: boolean): void => {
  kiosk = next
}

/** A paper at the desk's address, or one that the window has already. */
export type Paper = string | Blob

/** A paper that a kiosk shows in its own page; `n` tells it from every other. */
interface Shown {
  readonly paper: Paper
  readonly n: number
}

/** The first is shown. What comes while it is (the day's letters are several files) has its turn when it is closed. */
let papers: readonly Shown[] = []
let last = 0
const listeners = new Set<() => void>()
const set = (next: readonly Shown[]) => {
  papers = next
  for (const listener of listeners) listener()
}

export const shownPaper = {
  get: (): Shown | undefined => papers[0],
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  show(paper: Paper): void {
    last += 1
    set([...papers, { paper, n: last }])
  },
  /** The one that is shown was done with. */
  close: (): void => set(papers.slice(1)),
  /** None of them is for whoever comes now. */
  forget: (): void => set([]),
}

/**
 * Opens the address, so that the browser saves or shows the file. A kiosk opens no other page and saves nothing: the
 * paper is shown in the window and printed from there.
 */
export function takeDelivery(delivery: DeliveryView) {
  if (delivery.by !== 'window') return
  if (kiosk) return shownPaper.show(delivery.address)
  const link = document.createElement('a')
  link.href = delivery.address
  link.target = '_blank'
  link.rel = 'noopener'
  link.click()
}

/** How long an address stays good: the browser reads the file when it saves it, not before. */
const lifetime = 60_000

/**
 * Hands a file of the desk to the officer: the browser or the desktop asks where it is to be saved. A kiosk saves
 * nothing: it shows a PDF in the window, to be printed; other files are not offered there.
 */
export function takeFile(file: File): void {
  if (kiosk) {
    if (file.type === 'application/pdf') shownPaper.show(file)
    return
  }
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), lifetime)
}
