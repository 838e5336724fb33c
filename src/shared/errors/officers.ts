import type { ErrorSpecs } from '../language.ts'

export const officerErrors = {} as const satisfies ErrorSpecs
