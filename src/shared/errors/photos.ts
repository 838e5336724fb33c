import type { ErrorSpecs } from '../language.ts'

export const photoErrors = {} as const satisfies ErrorSpecs
