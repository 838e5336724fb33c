import { z } from 'zod'
import { policeReport } from '../../domain/catalogue/papers.ts'
import { documentKinds, replacementReasons, stockStates } from '../../domain/vocabulary.ts'
import type * as v from '../views.ts'
import { call, cursor, digest, type File, id, limit, reason } from './call.ts'

/** Papers, the sheets that they are printed on and their numbers. */
export const documentsContract = {
  documents: {
    /** The page as it would be printed now, SPECIMEN across it; nothing is reserved. */
    preview: call<{ file: File; findings: v.FindingView[] }>().takes({ claimId: id, kind: z.enum(documentKinds) }),
    issue: call<v.ClaimView>().takes({
      claimId: id,
      kind: z.enum(documentKinds),
      stockSerial: z.string().max(20).optional(),
    }),
    /** The stored bytes, byte for byte. */
    pdf: call<File>().takes({ documentId: id }),
    /** The appointment of an interview notice for the person's own calendar: `text/calendar`. */
    calendar: call<File>().takes({ documentId: id }),
    /** `window`: this host has no printer of its own; the window opens the address, prints, and then calls `sent`. */
    print: call<v.DeliveryView>().takes({ documentId: id, printer: z.string().max(200).optional() }),
    sent: call<v.ClaimView>().takes({ documentId: id }),
    /** `scanned`: the number or serial on the sheet, or its seal as a hand scanner types it. */
    confirm: call<v.ClaimView>().takes({ documentId: id, scanned: z.string().max(4000).optional() }),
    /** A document in doubt stands: the decision that it rests on came second, and an officer says why that is right. */
    uphold: call<v.ClaimView>().takes({ documentId: id, reason }),
    /** Spoils the sheet, which stays spoiled; with `reissue` its replacement follows, on the given serial or the next. */
    spoil: call<v.ClaimView>().takes({
      documentId: id,
      reason,
      nextSerial: z.string().max(20).optional(),
      reissue: z.boolean(),
    }),
    /** Revokes the document in the person's hand; with `reissue` its replacement gets a new number in the same step. */
    replace: call<v.ClaimView>().takes({
      documentId: id,
      why: z.enum(replacementReasons),
      note: reason.optional(),
      police: policeReport.optional(),
      returned: z.boolean(),
      reissue: z.boolean(),
      stockSerial: z.string().max(20).optional(),
    }),
    reprint: call<File>().takes({ documentId: id, reason }),
    /** The papers of the claim's family in the order of the sheets, as the log knows them. */
    pack: call<v.PackView>().takes({ claimId: id }),
    /** Issues everything that is due and may be issued; one paper that is refused does not stop the others. */
    issuePack: call<v.PackIssuedView>().takes({ claimId: id }),
    /** Prints papers of the pack in its order; what the printer does not take is noted with the reason. */
    printPack: call<v.PackPrintedView>().takes({
      claimId: id,
      documentIds: z.array(id).min(1).max(200),
      printer: z.string().max(200).optional(),
    }),
    /** Confirms the paper of this pack that bears the number or serial; a sheet in hand was printed, whatever the log says. */
    confirmInPack: call<v.PackView & { readonly documentId: string }>().takes({
      claimId: id,
      scanned: z.string().min(1).max(4000),
    }),
    /** Keeps a picture of the sheet as it came back with a signature. */
    addSignedCopy: call<v.ClaimView>().takes({
      documentId: id,
      file: z.file().max(25_000_000),
      source: z.enum(['file', 'camera']),
    }),
    /** The picture of a signed sheet, JPEG, for the screen. */
    signedCopy: call<File>().takes({ documentId: id, sha256: digest }),
    printers: call<string[]>().takesNothing(),
  },

  stock: {
    /** Counts and this desk's pile. */
    ledger: call<v.StockView>().takesNothing(),
    /** Sheets that left the office's pile, by serial, a page at a time; of one state only, where one is named. */
    page: call<v.Page<v.StockSerialView>>().takes({ state: z.enum(stockStates).optional(), after: cursor, limit }),
    receive: call<v.StockView>().takes({ first: z.string().max(20), last: z.string().max(20) }),
    checkOut: call<v.StockView>().takes({ first: z.string().max(20), last: z.string().max(20) }),
    end: call<v.StockView>().takes({
      serial: z.string().max(20),
      state: z.enum(['spoiled', 'lost', 'returned']),
      reason,
    }),
  },

  numbers: {
    blocks: call<v.NumberBlockView[]>().takesNothing(),
    import: call<v.NumberBlockView[]>().takes({ text: z.string().max(100_000) }),
  },
}
