import type { DeliveryView } from '../../shared/contract/views.ts'

/**
 * Takes what the desk made where the host has no dialog or printer of its own: the window opens the address, and the
 * browser saves or shows the file.
 */
export function takeDelivery(delivery: DeliveryView) {
  if (delivery.by !== 'window') return
  const link = document.createElement('a')
  link.href = delivery.address
  link.target = '_blank'
  link.rel = 'noopener'
  link.click()
}
