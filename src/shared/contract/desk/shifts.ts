import { z } from 'zod'
import { packPages, packsAtOnce } from '../../domain/paper-pack.ts'
import type * as v from '../views.ts'
import { call, digest, type File, id } from './call.ts'

/** What one shift leaves to the next, and the paper packs of when everything is down. */
export const shiftsContract = {
  shift: {
    view: call<v.ShiftView>().takesNothing(),
    /** A brief of before, as it stood. */
    handover: call<v.HandoverView>().takes({ handoverId: id }),
    handOver: call<v.ShiftView>().takes({ note: z.string().trim().min(1).max(2000).optional() }),
    /** With `takeOver`, the half-done intakes of whoever handed over become the officer's. */
    accept: call<{ tookOver: number; view: v.ShiftView }>().takes({ handoverId: id, takeOver: z.boolean() }),
    /** Claims become the officer's, whoever had them; gives how many. */
    takeOver: call<{ tookOver: number }>().takes({ claimIds: z.array(id).min(1).max(200) }),
  },

  paperPacks: {
    /** Packs printed at this desk, the newest first. */
    list: call<v.PackRow[]>().takesNothing(),
    print: call<v.DeliveryView>().takes({
      count: z.number().int().min(1).max(packsAtOnce),
      language: z.enum(['en', 'fr']),
    }),
    /** Opens the claim that took the pack, or a new one for it. */
    take: call<v.PackTaken>().takes({
      text: z.string().min(1).max(500),
      channel: z.enum(['port_of_entry', 'inland']),
    }),
    ofClaim: call<v.ClaimPackView[]>().takes({ claimId: id }),
    /** `text`: the number on the page, so that a page of another case is noticed. */
    addPage: call<v.ClaimPackView[]>().takes({
      claimId: id,
      text: z.string().min(1).max(500),
      page: z.number().int().min(1).max(packPages),
      file: z.file().max(25_000_000),
    }),
    picture: call<File>().takes({ claimId: id, sha256: digest }),
  },
}
