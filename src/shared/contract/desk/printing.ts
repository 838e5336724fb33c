import { z } from 'zod'
import type * as v from '../views.ts'
import { call, id } from './call.ts'

/** The print queue of this desk. Sheets with a number of their own are printed one by one at the counter. */
export const printingContract = {
  printQueue: {
    view: call<v.PrintQueueView>().takesNothing(),
    /** Puts issued papers at the end of the queue. */
    add: call<v.PrintQueueView>().takes({ documentIds: z.array(id).min(1).max(1000) }),
    /** Prints what waits; where the window prints, up to fifty papers come as one file and are then unsure. */
    resume: call<v.PrintResumedView>().takes({ printer: z.string().max(200).optional() }),
    /** The sheet under way is still printed. */
    pause: call<v.PrintQueueView>().takesNothing(),
    /** What became of papers that failed or are unsure: to be printed again, or in hand. */
    settle: call<v.PrintQueueView>().takes({
      documentIds: z.array(id).min(1).max(1000),
      as: z.enum(['again', 'printed']),
    }),
    /** Reminders that are to go by post to people without an account at the portal. */
    lettersDue: call<readonly v.LetterDueView[]>().takesNothing(),
    /** Makes the next of the day's reminders beyond `after`, each noted as posted today, until no `next` comes. */
    postLetters: call<v.PostedReminders>().takes({ after: z.string().min(1).max(200).optional() }),
    /** The letters made today, up to two hundred from the one numbered `from` on, as one PDF. */
    lettersFile: call<v.LettersFileView>().takes({ from: z.int().min(0) }),
    /** Confirms the printed sheet with this number or seal. */
    confirm: call<v.PrintQueueView>().takes({ scanned: z.string().min(1).max(4000) }),
  },
}
