import { z } from 'zod'
import { templateIds } from '../portal/templates.ts'
import type { Action } from './authority.ts'
import { plainDate } from './field-types.ts'

/** What can be done to many claims at once: each claim for itself, by the command that does it to one. */

const id = z.uuid()
const reason = z.string().trim().min(3).max(2000).optional()
const item = z.string().trim().min(2).max(300).optional()

export const bulkAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('take'), reason }),
  z.strictObject({ do: z.literal('assign'), to: id, reason }),
  /** `item`: what the template leaves open; `due`: by when, where it asks for something. */
  z.strictObject({ do: z.literal('message'), template: z.enum(templateIds), item, due: plainDate.optional() }),
  /** Asks the person for the essential things that are missing. */
  z.strictObject({ do: z.literal('ask'), due: plainDate }),
  /** Books the first time that suits, for the whole family. */
  z.strictObject({ do: z.literal('book'), mode: z.enum(['in_person', 'video']).default('in_person') }),
])
export type BulkAct = z.infer<typeof bulkAct>

/** What an officer must hold to do it at all; whose claim it is, is asked claim by claim. */
export const actionOf = ({ do: name }: Pick<BulkAct, 'do'>): Action =>
  (
    ({
      take: 'claim.take',
      assign: 'claim.take',
      message: 'message.send',
      ask: 'message.send',
      book: 'interview.schedule',
    }) as const
  )[name]
