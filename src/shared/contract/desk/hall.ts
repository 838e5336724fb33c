import { z } from 'zod'
import { familyGroupNames } from '../../domain/family.ts'
import { arrivalChanges, arrivalFields } from '../../domain/fields.ts'
import type * as v from '../views.ts'
import { call, id, reason } from './call.ts'

const { arrivedAt, adults, children, minorAlone, vulnerable, language, name, note } = arrivalFields

/** The waiting room, families and lanes. */
export const hallContract = {
  hall: {
    list: call<v.HallView>().takesNothing(),
    /** Without a time of arrival: now. */
    note: call<v.HallView>().takes({
      arrivedAt: arrivedAt.optional(),
      adults,
      children,
      minorAlone: minorAlone.default(false),
      vulnerable: vulnerable.default([]),
      language: language.optional(),
      name: name.optional(),
      note: note.optional(),
    }),
    set: call<v.HallView>().takes({ arrivalId: id, fields: arrivalChanges, bases: z.array(id).max(200) }),
    take: call<v.HallView>().takes({ arrivalId: id, over: z.boolean().default(false) }),
    /** The party whose turn it is; `arrivalId` says which. */
    takeNext: call<{ arrivalId: string; view: v.HallView }>().takesNothing(),
    handBack: call<v.HallView>().takes({ arrivalId: id }),
    handOver: call<v.HallView>().takes({ arrivalId: id, officerId: id }),
    openClaim: call<v.ClaimView>().takes({ arrivalId: id }),
    left: call<v.HallView>().takes({ arrivalId: id, reason }),
    done: call<v.HallView>().takes({ arrivalId: id }),
    returned: call<v.HallView>().takes({ arrivalId: id }),
  },

  families: {
    /** Opens a claim for one more member of the family of `claimId`. */
    openMember: call<v.ClaimView>().takes({ claimId: id }),
    link: call<v.ClaimView>().takes({ claimId: id, to: id, reason }),
    unlink: call<v.ClaimView>().takes({ claimId: id, reason }),
    principal: call<v.ClaimView>().takes({ claimId: id }),
    /** For `memberId`, seen from `claimId`: both of one family. */
    differs: call<v.ClaimView>().takes({
      claimId: id,
      memberId: id,
      group: z.enum(familyGroupNames as [v.FamilyGroup, ...v.FamilyGroup[]]),
      as: z.enum(['differs', 'same']),
    }),
  },

  lanes: {
    triage: call<v.ClaimView>().takes({ claimId: id, lowRisk: z.boolean(), lowNeed: z.boolean(), reason }),
    leave: call<v.ClaimView>().takes({ claimId: id, reason }),
  },
}
