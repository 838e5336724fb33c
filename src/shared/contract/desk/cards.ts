import { z } from 'zod'
import {
  contactAttempts,
  contactChannels,
  contactOutcomes,
  contactReasons,
} from '../../domain/confirmation/vocabulary.ts'
import type * as v from '../views.ts'
import { call, type File, id, reason } from './call.ts'

const file = z.file().max(8_000_000)
const note = z.string().trim().min(1).max(2000).optional()
const via = z.enum(contactChannels)

/** Electronic confirmations, orders of cards, and calls to people whose card went wrong. */
export const cardsContract = {
  ecopr: {
    /** `checkedNow`: the officer checked at this instant that the person is not inadmissible; needed on a later day than the confirmation. */
    issue: call<v.ConfirmationView>().takes({ confirmationId: id, checkedNow: z.boolean().default(false) }),
    renew: call<v.ConfirmationView>().takes({ confirmationId: id }),
    withdraw: call<v.ConfirmationView>().takes({ confirmationId: id, reason }),
    /** The paper, handed over at the counter: noted as such. */
    take: call<File>().takes({ confirmationId: id }),
  },
  cards: {
    orders: call<v.CardOrders>().takesNothing(),
    /** One signed file for all of them; answers with the batch. */
    order: call<{ batch: string; orders: v.CardOrders }>().takes({ confirmationIds: z.array(id).min(1).max(200) }),
    /** A file as it was written or came: the same bytes, however often. */
    file: call<File>().takes({ fileId: id }),
    /** Tells the facility to keep a card, or to send it to the address on file. */
    instruct: call<{ file: string; orders: v.CardOrders }>().takes({
      confirmationId: id,
      told: z.discriminatedUnion('instruction', [
        z.strictObject({ instruction: z.literal('hold'), reason }),
        z.strictObject({ instruction: z.literal('send') }),
      ]),
    }),
    /** What taking the facility's file in would do; changes nothing. */
    previewAnswer: call<v.CardAnswer>().takes({ file }),
    takeAnswer: call<v.CardAnswer>().takes({ file }),
    contact: call<v.CardOrders>().takes({
      confirmationId: id,
      contact: z.discriminatedUnion('act', [
        z.strictObject({ act: z.literal('open_contact'), why: z.enum(contactReasons), note }),
        z.strictObject({ act: z.literal('attempt_contact'), via, outcome: z.enum(contactAttempts), note }),
        z.strictObject({ act: z.literal('close_contact'), outcome: z.enum(contactOutcomes), note }),
      ]),
    }),
  },
}
