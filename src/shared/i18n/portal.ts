import type { Texts } from './types.ts'

/** What comes through the portal, and the messages with claimants. */
export const portalTexts = {
  'portal.channel': { en: 'Portal', fr: 'Portail' },
} as const satisfies Texts
