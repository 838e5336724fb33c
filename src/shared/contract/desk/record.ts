import { z } from 'zod'
import { plainDate } from '../../domain/field-types.ts'
import { asideReasonIds } from '../../record/evidence.ts'
import { recordChanges } from '../../record/registers.ts'
import type * as v from '../views.ts'
import { call, type File, id, reason } from './call.ts'

const bases = z.array(id).max(400)

/** The record of a claim: what the forms ask, evidence, completeness and consistency. */
export const recordContract = {
  record: {
    get: call<v.RecordView>().takes({ claimId: id }),
    /** Sets answers and rows; `null` clears one and removes a row. What the person sent is corrected instead. */
    set: call<v.RecordView>().takes({
      claimId: id,
      fields: recordChanges,
      source: z.enum(['typed', 'paper']),
      form: z.string().max(40).optional(),
      bases,
    }),
    /** Corrects what the person sent, or what a decision rests on: both values stay. */
    correct: call<v.RecordView>().takes({
      claimId: id,
      fields: recordChanges,
      reason,
      evidence: z.string().trim().min(3).max(500).optional(),
      bases,
    }),
    /** A paper claim came in on a day: the clock of the review starts. */
    receive: call<v.RecordView>().takes({ claimId: id, on: plainDate, by: z.enum(['paper', 'counter']) }),
    /** Nothing needs to be done about a finding, for a reason; without one it counts again. */
    dismiss: call<v.RecordView>().takes({ claimId: id, finding: z.string().max(200), reason: reason.optional() }),
    /** Prints a form, blank or with what the claim holds; `large` for large print. */
    printForm: call<v.DeliveryView>().takes({
      claimId: id,
      form: z.string().max(40),
      language: z.enum(['en', 'fr']),
      filled: z.boolean(),
      large: z.boolean(),
    }),
    addEvidence: call<v.RecordView>().takes({
      claimId: id,
      file: z.file().max(30_000_000),
      source: z.enum(['file', 'paper']),
      replaces: id.optional(),
    }),
    /** Sets a piece of evidence aside; without `why` it counts again. */
    setAside: call<v.RecordView>().takes({
      claimId: id,
      evidence: id,
      why: z.enum(asideReasonIds).optional(),
      /** Of a duplicate: the piece that stays. */
      of: id.optional(),
      reason,
    }),
    /** A page of a piece of evidence as a picture for the screen; `thumbnail` is small, `full` for reading it larger. */
    evidencePage: call<File>().takes({
      claimId: id,
      evidence: id,
      page: z.number().int().min(0).max(999),
      size: z.enum(['thumbnail', 'page', 'full']),
    }),
  },
}
