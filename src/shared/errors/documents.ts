import type { ErrorSpecs } from '../language.ts'

export const documentErrors = {} as const satisfies ErrorSpecs
