import { z } from 'zod'
import type * as v from '../views.ts'
import { call, type File, id } from './call.ts'

/** Settling with the central service. */
export const syncContract = {
  sync: {
    enrol: call<v.SyncView>().takes({
      address: z.string().trim().min(1).max(500),
      code: z.string().trim().min(8).max(200),
      /** Certificates (PEM) of a central that signs its own. */
      ca: z.string().max(100_000).optional(),
    }),
    /** Desks of the office, asked of the central: those that wait for a second officer first. */
    desks: call<readonly v.OfficeDesk[]>().takesNothing(),
    /** A second officer lets another desk in. */
    approve: call<readonly v.OfficeDesk[]>().takes({ device: id }),
    /** Another desk is out for good; it wipes itself when it is next heard of. */
    revoke: call<readonly v.OfficeDesk[]>().takes({ device: id, reason: z.string().trim().min(3).max(500) }),
    now: call<v.SyncView>().takesNothing(),
    /** What the order of the stream made of this desk's work, and an officer took note of. */
    seen: call<null>().takes({ event: id }),
    /** Desks that a claim can be sealed to. */
    carriers: call<readonly v.DeskChoice[]>().takesNothing(),
    /** A claim as this desk knows it by its own work, sealed to another desk: a file for a stick. */
    carry: call<File>().takes({ applicationNumber: z.string().trim().min(1).max(40), device: id }),
    /** What another desk carried here. Taking it again changes nothing. */
    takeCarried: call<v.CarriedView>().takes({ file: z.file().max(200_000_000) }),
    /** What other desks took away, up to this place of the stream (`through` of sync.wipe_out), is right: it goes on. */
    letErase: call<v.SyncView>().takes({ through: z.int().positive() }),
    pause: call<v.SyncView>().takes({ paused: z.boolean() }),
    /** Photos wait for a better line; papers and small pictures travel on. */
    photosLater: call<v.SyncView>().takes({ later: z.boolean() }),
  },
}
