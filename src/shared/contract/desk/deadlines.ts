import { z } from 'zod'
import type * as v from '../views.ts'
import { call, type File } from './call.ts'

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** What became of the deadlines of an office. */
export const deadlinesContract = {
  deadlines: {
    report: call<v.DeadlineReport>().takes({ month }),
    reportCsv: call<File>().takes({ month, language: z.enum(['en', 'fr']) }),
  },
}
