import { z } from 'zod'
import { bulkAct } from '../../domain/bulk.ts'
import { plainDate } from '../../domain/field-types.ts'
import { queueNames } from '../../domain/queues.ts'
import { searchFilter, searchName } from '../../domain/saved-search.ts'
import { roles } from '../../domain/vocabulary.ts'
import type { Bilingual } from '../../language.ts'
import type * as v from '../views.ts'
import { call, cursor, type File, id, limit, reason } from './call.ts'

const period = { from: plainDate, to: plainDate }
const whose = z.enum(['all', 'mine', 'nobody']).default('all')

/** A caseworker's day: the queues, whose a claim is, what is done to many at once. */
export const caseworkContract = {
  queues: {
    /** The queues that the officer may work, with how many stand in each. */
    counts: call<v.QueueCount[]>().takesNothing(),
    /** The officer’s saved searches and those shared with the office. */
    saved: call<v.SavedSearch[]>().takesNothing(),
    save: call<v.SavedSearch[]>().takes({ name: searchName, filter: searchFilter, shared: z.boolean() }),
    drop: call<v.SavedSearch[]>().takes({ search: id }),
    page: call<v.QueuePage>().takes({ queue: z.enum(queueNames), whose, after: cursor, limit }),
  },
  casework: {
    /** Officers with how many open claims each has; those who left and left some come first. */
    officers: call<v.OfficerCases[]>().takesNothing(),
    /** What it would do to each, without doing it. */
    preview: call<v.BulkPreview>().takes({ claimIds: z.array(id).min(1).max(200), act: bulkAct }),
    /** Does it to one claim; says what was done. */
    act: call<{ readonly text: Bilingual }>().takes({ claimId: id, act: bulkAct }),
    /** Everything open that an officer has, to others. */
    handOverAll: call<{ readonly moved: number }>().takes({ from: id, to: z.array(id).min(1).max(50), reason }),
    /** Gives the claim, with the open claims of its family, to another office. */
    move: call<v.ClaimView>().takes({ claimId: id, to: z.string().min(1).max(60), reason }),
    /** What others did since the officer last looked, and the one thing that is next. */
    head: call<v.ClaimHead>().takes({ claimId: id }),
    /** Notes that the officer reads: of a claim, or those in which words stand. */
    notes: call<v.NoteView[]>().takes({ claimId: id }),
    findNotes: call<v.FoundNote[]>().takes({ text: z.string().trim().min(2).max(200) }),
    addNote: call<v.NoteView[]>().takes({
      claimId: id,
      text: z.string().trim().min(1).max(4000),
      readers: z.array(z.enum(roles)).max(6),
    }),
    statistics: call<v.CaseworkStatistics>().takes(period),
    statisticsCsv: call<File>().takes({ ...period, language: z.enum(['en', 'fr']) }),
    startWork: call<null>().takes({ claimId: id, reason: reason.optional() }),
    stopWork: call<null>().takes({ claimId: id }),
  },
}
