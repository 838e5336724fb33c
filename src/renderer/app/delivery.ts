import type { DeliveryView } from '../../shared/contract/views.ts'

/** What the desk made where the host has no dialog or printer of its own: the window takes it from its address. */

let kiosk = false
export const setKiosk = (next: boolean): void => {
  kiosk = next
}

/** The address of the paper that a kiosk shows in its own page. */
let shown: string | undefined
const listeners = new Set<() => void>()

export const shownPaper = {
  get: (): string | undefined => shown,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  show(address: string | undefined): void {
    shown = address
    for (const listener of listeners) listener()
  },
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
