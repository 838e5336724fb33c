import type { Texts } from './types.ts'

/** Documents: preview, issue, print, confirm. */
export const documentTexts = {} as const satisfies Texts
