import type { Place } from '../../../../shared/rules/finding.ts'

/** Where a finding is mended, as the address of a screen. */
export function linkTo(claimId: string, place: Place) {
  if (place.in === 'step')
    return { to: '/claims/$claimId/intake/$step', params: { claimId, step: place.step }, search: {} } as const
  if (place.in === 'evidence')
    return { to: '/claims/$claimId/$tab', params: { claimId, tab: 'evidence' }, search: {} } as const
  const { form, item, row } = place
  return {
    to: '/claims/$claimId/$tab',
    params: { claimId, tab: 'forms' },
    search: { form, item, ...(row ? { row } : {}) },
  } as const
}
