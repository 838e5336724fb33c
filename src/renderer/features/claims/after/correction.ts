import { createContext } from 'react'
import type { AnyField } from '../use-field.ts'

/**
 * A correction under way. Inside its form the fields of the claim are the same controls as everywhere, but what is
 * entered goes into the form and not to the desk: nothing changes before the officer says why.
 */
export interface Correction {
  /** New values by field; a field that is cleared holds undefined. */
  readonly values: ReadonlyMap<AnyField, unknown>
  readonly put: (name: AnyField, value: unknown) => void
  /** What is typed is no value, or not yet: the form waits for it. */
  readonly refuse: (name: AnyField) => void
  /** Nothing half typed is left in the field. */
  readonly accept: (name: AnyField) => void
}

export const CorrectionContext = createContext<Correction | undefined>(undefined)
