import { z } from 'zod'
import { checkNames } from '../../domain/vocabulary.ts'
import { deadlineChange } from '../../rules/index.ts'
import type * as v from '../views.ts'
import { call, cursor, limit, reason } from './call.ts'

/** What the office sees and sets: today, attention, settings, the store. */
export const officeContract = {
  today: call<v.TodayView>().takesNothing(),

  attention: call<v.AttentionItem[]>().takesNothing(),
  attentionCount: call<number>().takesNothing(),

  settings: {
    get: call<v.SettingsView>().takesNothing(),
    set: call<v.SettingsView>().takes({
      idleLockMinutes: z.number().int().min(1).max(60).optional(),
      pullMinutes: z.number().int().min(1).max(60).optional(),
      shiftHours: z.number().int().min(1).max(24).optional(),
      bocRule: z.enum(['boc.poe.practice', 'boc.poe.statutory']).optional(),
      backupFolder: z.string().max(1000).optional(),
      /** Watched for photos with their sidecars (docs/photo-import.md); empty: none. */
      photoImportFolder: z.string().max(1000).optional(),
      stockWarnAt: z.number().int().min(0).max(10_000).optional(),
      requireSearchBeforeDocument: z.boolean().optional(),
      checksBeforeDocument: z.array(z.enum(checkNames)).max(checkNames.length).optional(),
      unavailableChecksAllowed: z.boolean().optional(),
      secondOfficerForIneligible: z.boolean().optional(),
      reusePortalAccounts: z.boolean().optional(),
      incompleteDelay: z
        .strictObject({ from: z.number().int().min(1).max(52), to: z.number().int().min(1).max(52) })
        .refine(({ from, to }) => from <= to, { message: 'order' })
        .optional(),
      qualitySample: z
        .strictObject({ percent: z.number().min(0).max(100), seed: z.string().trim().min(1).max(60) })
        .optional(),
      /** All of them: a list without one takes that change back. */
      deadlineChanges: z.array(deadlineChange).max(200).optional(),
      ecoprDays: z.number().int().min(1).max(365).optional(),
      cardFacilityKey: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable()
        .optional(),
      interviewWithinDays: z.number().int().min(1).max(120).optional(),
      offerHoldHours: z.number().int().min(1).max(336).optional(),
    }),
  },

  /** Country guides from a file, in the place of those imported before. */
  guides: { import: call<v.SettingsView>().takes({ file: z.file().max(2_000_000) }) },

  store: {
    backup: call<{ folder: string; events: number; ms: number }>().takesNothing(),
    check: call<v.StoreHealth>().takesNothing(),
    /** After a database was copied back by hand (warning `store.behind`): numbers in doubt are voided for good. */
    settle: call<v.DeskStatus>().takes({ reason }),
    verify: call<v.AuditReport>().takesNothing(),
    accesses: call<v.Page<v.AccessEntry>>().takes({ after: cursor, limit }),
  },
}
