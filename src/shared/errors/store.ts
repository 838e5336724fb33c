import type { ErrorSpecs } from '../language.ts'

export const storeErrors = {} as const satisfies ErrorSpecs
