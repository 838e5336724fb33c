import type { Texts } from './types.ts'

/** Claims: the list, the intake and the claim itself. */
export const claimTexts = {} as const satisfies Texts
