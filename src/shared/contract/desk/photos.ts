import { z } from 'zod'
import { plainDate } from '../../domain/field-types.ts'
import { checkIds } from '../../photos/checks.ts'
import { frame } from '../../photos/geometry.ts'
import type { GuideReading } from '../../photos/guide.ts'
import { metricIds } from '../../photos/metrics.ts'
import { photoProfiles } from '../../photos/profiles.ts'
import { reasonCodeIds, returnReasons } from '../../photos/reasons.ts'
import { bounds } from '../../photos/report.ts'
import type * as v from '../views.ts'
import { call, cursor, digest, type File, id, limit, reason } from './call.ts'

/** The review of photos: queue, one photo, decisions, statistics. A decision answers with the photo as it then stands. */

const filter = {
  profile: z.enum(photoProfiles).optional(),
  suggestion: z.enum(['accept', 'review', 'return', 'none']).optional(),
  /** Only those that answer a return. */
  again: z.boolean().default(false),
  /** Waiting: of claims that are the officer's; decided: those that the officer decided. */
  mine: z.boolean().default(false),
}
const words = z.object({ en: z.string().trim().max(2000).optional(), fr: z.string().trim().max(2000).optional() })

export const photosContract = {
  photoReview: {
    queue: call<v.PhotoQueue>().takes({
      stage: z.enum(['waiting', 'approved', 'returned', 'replaced']).default('waiting'),
      ...filter,
      after: cursor,
      limit,
    }),
    /** Looking at a photo is noted in the access log; `ahead` (the next ones, not shown yet) is not. */
    get: call<v.PhotoReview>().takes({ photoId: id, ahead: z.boolean().default(false) }),
    /**
     * A picture of the photo's own, of an earlier submission or of a likeness that `get` named, as JPEG: `screen` is at
     * most 1600 pixels a side, `small` 320, `full` is every pixel of it (for 1:1).
     */
    picture: call<File>().takes({
      photoId: id,
      sha256: digest,
      size: z.enum(['screen', 'small', 'full']).default('screen'),
    }),

    approve: call<v.PhotoReview>().takes({ photoId: id, report: id.optional() }),
    /** The text for the applicant is made of reasons and codes by `returnText` (shared/photos), with the officer's words. */
    return: call<v.PhotoReview>().takes({
      photoId: id,
      report: id.optional(),
      reasons: z.array(z.enum(returnReasons)).min(1).max(returnReasons.length),
      codes: z.array(z.enum(reasonCodeIds)).max(reasonCodeIds.length).default([]),
      words: words.optional(),
    }),
    /** Within ten seconds, by whoever decided. */
    undo: call<v.PhotoReview>().takes({ photoId: id }),
    /** A supervisor, later. */
    reopen: call<v.PhotoReview>().takes({ photoId: id, reason }),
    /** The officer's own word on a check; `as_found` takes it back. */
    override: call<v.PhotoReview>().takes({
      photoId: id,
      check: z.enum(checkIds),
      says: z.enum(['fine', 'fault', 'as_found']),
      note: reason.optional(),
    }),
    /** Another frame to print, pixels of the upright picture, in the printed shape. */
    crop: call<v.PhotoReview>().takes({ photoId: id, frame }),

    /** Asks the machine again, at once. */
    check: call<v.PhotoReview>().takes({ photoId: id }),

    /**
     * The letter that returns the photo, PDF, ten seconds after the return; made with the first asking and kept. In the
     * applicant's language first unless another is asked for.
     */
    letter: call<File>().takes({ photoId: id, language: z.enum(['en', 'fr']).optional() }),

    statistics: call<v.PhotoStatistics>().takes({
      from: plainDate,
      to: plainDate,
      profile: z.enum(photoProfiles).optional(),
    }),
    /** The same as CSV, UTF-8 with a mark for spreadsheets. */
    statisticsCsv: call<File>().takes({
      from: plainDate,
      to: plainDate,
      profile: z.enum(photoProfiles).optional(),
      language: z.enum(['en', 'fr']).default('en'),
    }),
    /** What other limits would have done to the last 500 photos of a profile; nothing is changed. */
    whatIf: call<v.PhotoWhatIf>().takes({
      profile: z.enum(photoProfiles),
      limits: z
        .array(
          z.strictObject({
            check: z.enum(checkIds),
            metric: z.enum(metricIds),
            review: bounds.optional(),
            return: bounds.optional(),
          }),
        )
        .max(200),
    }),

    /**
     * One small frame of the camera (about 320 pixels a side, JPEG), some five times a second: where the head is and
     * what to change. Nothing of it is kept.
     */
    guide: call<GuideReading>().takes({ frame: z.file().max(500_000) }),

    /** The watched folder: what was taken and refused, what waits. */
    importFolder: call<v.PhotoImportView>().takesNothing(),
    /** Looks into it now. */
    importNow: call<v.PhotoImportView>().takesNothing(),
  },
}
