import { irpr, serviceStandard } from '../citation.ts'
import type { DeadlineRule } from './types.ts'

const base = { direction: 'after', unit: 'day', standing: 'default' } as const

/** The confirmation of permanent residence. */
export const residenceDeadlines = {
  'pr.address_photo': {
    ...base,
    purpose: 'pr.address_photo',
    title: { en: 'Address and photo for the card', fr: 'Adresse et photo pour la carte' },
    trigger: 'became_resident',
    count: 180,
    calendar: 'statute',
    source: 'LAW',
    citation: irpr('58'),
  },
  'pr.temp_password': {
    ...base,
    purpose: 'pr.temp_password',
    title: { en: 'Temporary password expires', fr: 'Expiration du mot de passe temporaire' },
    trigger: 'account_created',
    count: 14,
    calendar: 'none',
    source: 'SEED',
    citation: serviceStandard,
  },
  'pr.card.delivery': {
    ...base,
    purpose: 'pr.card.delivery',
    title: { en: 'Card delivered', fr: 'Livraison de la carte' },
    trigger: 'photo_accepted',
    count: 1,
    unit: 'week',
    calendar: 'none',
    source: 'SEED',
    citation: serviceStandard,
  },
} as const satisfies Record<string, DeadlineRule>
