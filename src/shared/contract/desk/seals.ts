import { z } from 'zod'
import type * as v from '../views.ts'
import { call } from './call.ts'

/** Papers of anybody are verified by their seals, by what this desk believes. */
export const sealsContract = {
  seals: {
    /** PDF, PNG or JPEG; of a PDF the first pages. A comparison with what is printed can take seconds. */
    verify: call<v.SealVerdictView>().takes({ file: z.file().max(25_000_000) }),
    /** One picture of a camera, PNG or JPEG; null where no seal is to be seen. Asked again with the next picture. */
    look: call<v.SealVerdictView | null>().takes({ file: z.file().max(25_000_000) }),
    /** What a hand scanner read: the bytes of the seal in hex, or as the characters of the same numbers. */
    verifyText: call<v.SealVerdictView>().takes({ text: z.string().min(1).max(8000) }),
  },
}
