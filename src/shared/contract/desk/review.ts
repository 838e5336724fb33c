import { z } from 'zod'
import { plainDate } from '../../domain/field-types.ts'
import { longestAnswer } from '../../domain/interview-template.ts'
import { withdrawalWays } from '../../domain/vocabulary.ts'
import { partnerPurposes, partnerResults, partners, sharedFields } from '../../partners/names.ts'
import type * as v from '../views.ts'
import { call, type File, id, reason } from './call.ts'

/** The review of a claim: checklist, partners, notes of interviews, what the preliminary review opens, withdrawal. */
export const reviewContract = {
  review: {
    get: call<v.ClaimReviewView>().takes({ claimId: id }),
    /** Passes the preliminary review: one event opens work permit, study permit and health coverage. */
    pass: call<v.ClaimReviewView>().takes({ claimId: id }),
    takeBack: call<v.ClaimReviewView>().takes({ claimId: id, reason }),
    /** Gives these fields to a partner and asks for its check. More than the table allows is refused. */
    ask: call<v.ClaimReviewView>().takes({
      claimId: id,
      partner: z.enum(partners),
      purpose: z.enum(partnerPurposes),
      fields: z.array(z.enum(sharedFields)).min(1),
      /** An authority cited in place of consent. */
      cited: z.string().trim().min(3).max(300).optional(),
    }),
    answer: call<v.ClaimReviewView>().takes({
      claimId: id,
      request: id,
      result: z.enum(partnerResults),
      note: reason.optional(),
    }),
    /** Begins, keeps, suspends, resumes or closes the notes of an interview. */
    note: call<v.ClaimReviewView>().takes({
      claimId: id,
      notes: id.optional(),
      state: z.enum(['open', 'suspended', 'closed']),
      answers: z.array(z.object({ question: z.string().max(80), text: z.string().max(longestAnswer) })).max(200),
      reason: reason.optional(),
    }),
    /** Schedule 2 to the RPD Rules as JSON, noted in the ledger as given to the Board. */
    schedule2: call<File>().takes({ claimId: id }),
    withdraw: call<v.ClaimView>().takes({ claimId: id, on: plainDate, how: z.enum(withdrawalWays), reason }),
    /** Decisions of the random sample, those not looked at first. */
    samples: call<v.SampledDecision[]>().takesNothing(),
    judgeSample: call<v.SampledDecision[]>().takes({
      claimId: id,
      decidedAt: z.number().int(),
      verdict: z.enum(['sound', 'to_correct']),
      note: reason,
    }),
  },
}
