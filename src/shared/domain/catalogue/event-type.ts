import { z } from 'zod'
import type { SubjectKind, Visibility } from '../event.ts'

/** What one type of event is: its body, whom it is about, and who may see that it happened. */
export interface EventType {
  readonly version: number
  readonly about: SubjectKind
  readonly visibility: Visibility
  readonly body: z.ZodType
  /** The body's `fields` set multi-value registers of the subject. */
  readonly setsFields?: true
  /** Erases every earlier body about its subject; its own stays. */
  readonly erases?: true
}

/** Shapes that several bodies share. */
export const uuid = z.uuid()
export const digest = z.string().regex(/^[0-9a-f]{64}$/)
export const bilingual = z.object({ en: z.string(), fr: z.string() })
export const reason = z.string().trim().min(3).max(2000)

/** What every amendment says beside the new values: those before it (null where there was none), why, and what was seen. */
export const amendment = {
  was: z.record(z.string(), z.json()),
  reason: reason.optional(),
  evidence: z.string().trim().min(3).max(500).optional(),
  /** The correction that the person sent through the portal, of which an officer made it. */
  correction: uuid.optional(),
}
/** What orders an erasure: the law or the retention rule that it follows. Says nothing of whom it was about. */
export const erasure = z.object({ law: z.string().trim().min(3).max(500) })
