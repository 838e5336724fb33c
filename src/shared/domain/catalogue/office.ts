import { z } from 'zod'
import { roles } from '../vocabulary.ts'
import { bilingual, type EventType, reason } from './event-type.ts'

/** Events: the office, its desks and its officers. */

export const officeEvents = {
  'office.founded': {
    version: 1,
    about: 'office',
    visibility: 'internal',
    body: z.object({ name: bilingual, code: z.string(), zone: z.string() }),
  },
  'device.started': {
    version: 1,
    about: 'device',
    visibility: 'internal',
    body: z.object({
      publicKey: z.string(),
      restoredFrom: z.string().optional(),
      /** Why an administrator gave the desk a new identity. */
      reason: reason.optional(),
      demo: z.boolean().optional(),
      /** No desk: the central, writing what people send through the portal. */
      as: z.literal('portal').optional(),
    }),
  },
  'policy.set': {
    version: 1,
    about: 'office',
    visibility: 'internal',
    body: z.object({ settings: z.record(z.string(), z.json()) }),
  },
  'officer.enrolled': {
    version: 1,
    about: 'officer',
    visibility: 'internal',
    body: z.object({
      userName: z.string(),
      displayName: z.string(),
      roles: z.array(z.enum(roles)).min(1),
      jurisdiction: z.enum(['office', 'all']),
    }),
  },
  'officer.roles_set': {
    version: 1,
    about: 'officer',
    visibility: 'internal',
    body: z.object({ roles: z.array(z.enum(roles)).min(1), reason: reason.optional() }),
  },
  'officer.disabled': { version: 1, about: 'officer', visibility: 'internal', body: z.object({ reason }) },
  'officer.password_reset': { version: 1, about: 'officer', visibility: 'restricted', body: z.object({}) },
  /** The badge that stands for the officer at a kiosk; null: none any more. */
  'officer.badge_set': {
    version: 1,
    about: 'officer',
    visibility: 'internal',
    body: z.object({ badge: z.string().max(20).nullable() }),
  },
} as const satisfies Record<string, EventType>
