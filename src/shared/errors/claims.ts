import type { ErrorSpecs } from '../language.ts'

export const claimErrors = {} as const satisfies ErrorSpecs
