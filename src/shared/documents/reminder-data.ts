import { z } from 'zod'
import { posted } from './data.ts'

/** What the letter says that reminds a person of a limit, by post: whoever has no account at the portal reads no message there. */
export const reminderLetterData = z.strictObject({
  ...posted,
  address: z.string().min(1).max(400),
  /** What is due, in that language, and when. */
  item: z.string().min(1).max(200),
  due: z.iso.date(),
  /** The limit has passed. */
  passed: z.boolean(),
  /** What is said of it, and how to answer, in that language. */
  text: z.string().min(1).max(2000),
  answer: z.string().min(1).max(2000),
})
export type ReminderLetterData = z.infer<typeof reminderLetterData>
