import { z } from 'zod'
import { actNames, recordedAct } from '../../domain/acts.ts'
import { plainDate } from '../../domain/field-types.ts'
import { claimChanges, personChanges } from '../../domain/fields.ts'
import { readBack } from '../../domain/read-back.ts'
import { claimStates } from '../../domain/states.ts'
import { checkNames, checkResults, decisionOutcomes, extensionAskers } from '../../domain/vocabulary.ts'
import type * as v from '../views.ts'
import { call, cursor, digest, type File, factValues, id, limit, reason } from './call.ts'

/** Claims, their photos and their eligibility. */
export const claimsContract = {
  claims: {
    page: call<v.Page<v.ClaimRow>>().takes({
      states: z.array(z.enum(claimStates)).optional(),
      mine: z.boolean().default(false),
      after: cursor,
      limit,
    }),
    search: call<v.SearchPage>().takes({ text: z.string().max(200), after: cursor, limit }),
    open: call<v.ClaimView>().takes({ channel: z.enum(['port_of_entry', 'inland']) }),
    get: call<v.ClaimView>().takes({ claimId: id }),
    set: call<v.ClaimView>().takes({ claimId: id, fields: claimChanges, bases: z.array(id).max(200) }),
    setPerson: call<v.ClaimView>().takes({ claimId: id, fields: personChanges, bases: z.array(id).max(200) }),
    /** Records an act of law (a seizure, an order, a detention ...), whole. */
    recordAct: call<v.ClaimView>().takes({ claimId: id, act: recordedAct, bases: z.array(id).max(200) }),
    /** Sets an act aside that was recorded by mistake. */
    withdrawAct: call<v.ClaimView>().takes({
      claimId: id,
      act: z.enum(actNames),
      reason,
      bases: z.array(id).max(200),
    }),
    /** Corrects what a decision or a document rests on; both values stay. Reason and evidence unless only contact changes. */
    correct: call<v.ClaimView>().takes({
      claimId: id,
      person: personChanges.optional(),
      claim: claimChanges.optional(),
      reason: reason.optional(),
      evidence: z.string().trim().min(3).max(500).optional(),
      bases: z.array(id).max(200),
    }),
    /** A supervisor takes the decision back; `document` says what becomes of the one that was issued on it. */
    reopen: call<v.ClaimView>().takes({
      claimId: id,
      reason,
      document: z.enum(['keep', 'revoke']).optional(),
      returned: z.boolean().optional(),
    }),
    /** Keeps half-typed text that is not yet a value; one row a field, overwritten; an empty text removes it. */
    keepDraft: call<null>().takes({ claimId: id, field: z.string().max(80), text: z.string().max(50_000) }),
    /** MRZ text as a reader or a hand typed it. Fills the person's empty fields; says which ones differ. */
    readDocument: call<{ view: v.ClaimView; filled: string[]; differs: string[]; warnings: string[] }>().takes({
      claimId: id,
      text: z.string().max(1000),
    }),
    /** Reads the zone in a picture of a page (PDF, PNG or JPEG) and keeps nothing: what an officer confirmed is read after. */
    zoneInPicture: call<v.ZoneInPicture>().takes({ claimId: id, file: z.file().max(25_000_000) }),
    candidates: call<v.Candidates>().takes({ claimId: id }),
    notSamePerson: call<v.Candidates>().takes({ claimId: id, personId: id, reason }),
    samePerson: call<v.ClaimView>().takes({ claimId: id, personId: id, reason }),
    /** What the claimant said when the screen was turned to them; `bases` are the events that the screen showed. */
    readBack: call<v.ClaimView>().takes({ claimId: id, bases: z.array(id).max(200), ...readBack.shape }),
    /** What a check said: done (something found or not), unavailable with the reason, or pending. */
    setCheck: call<v.ClaimView>().takes({
      claimId: id,
      check: z.enum(checkNames),
      result: z.enum(checkResults),
      found: z.boolean().optional(),
      note: reason.optional(),
    }),
    /** What a deadline waits for was received or done on that day; it counts no more. */
    meetDeadline: call<v.ClaimView>().takes({ claimId: id, rule: z.string().max(80), on: plainDate }),
    /** Takes that back. */
    reopenDeadline: call<v.ClaimView>().takes({ claimId: id, rule: z.string().max(80), reason }),
    /** A supervisor gives more time that was asked for in time. */
    extendDeadline: call<v.ClaimView>().takes({
      claimId: id,
      rule: z.string().max(80),
      to: plainDate,
      askedOn: plainDate,
      reason,
    }),
    /** Takes down that more time was asked for; a supervisor gives it or declines. */
    askExtension: call<v.ClaimView>().takes({
      claimId: id,
      rule: z.string().max(80),
      to: plainDate.optional(),
      by: z.enum(extensionAskers),
      on: plainDate,
      reason,
    }),
    declineExtension: call<v.ClaimView>().takes({ claimId: id, request: id, reason }),
    /** Until when the Basis of Claim Form of a claim made inland is due: the officer's own day, with the reason. */
    setBocDate: call<v.ClaimView>().takes({ claimId: id, due: plainDate, reason }),
    timeline: call<v.TimelineEntry[]>().takes({ claimId: id }),
  },

  photos: {
    add: call<v.ClaimView>().takes({ claimId: id, file: z.file().max(25_000_000), source: z.enum(['file', 'camera']) }),
    /** Bytes of a stored picture, for the screen: `print` crops are small, originals are scaled to 1600 px. */
    picture: call<File>().takes({ sha256: digest, claimId: id }),
  },

  eligibility: {
    worksheet: call<v.EligibilityWorksheet>().takes({ claimId: id }),
    answer: call<v.ClaimView>().takes({ claimId: id, facts: factValues, bases: z.array(id).max(200) }),
    override: call<v.ClaimView>().takes({
      claimId: id,
      rule: z.string().max(80),
      to: z.enum(['met', 'not_met']),
      reason,
    }),
    decide: call<v.ClaimView>().takes({
      claimId: id,
      outcome: z.enum(decisionOutcomes),
      reason: reason.optional(),
      /** Digest of the worksheet that the officer looked at: if it is no longer that one, nothing is decided. */
      seen: digest.optional(),
    }),
    /** A second officer confirms that the claim is ineligible, on the worksheet seen. */
    confirm: call<v.ClaimView>().takes({ claimId: id, seen: digest }),
    /** A second officer does not confirm, or the first one thinks again: the claim is open again. */
    returnProposal: call<v.ClaimView>().takes({ claimId: id, reason }),
  },
}
