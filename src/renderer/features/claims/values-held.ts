import { useMemo } from 'react'
import type { ClaimValues, PersonValues } from '../../../shared/domain/fields.ts'
import { useClaim } from './claim.tsx'

/** What the desk confirmed of the person and the claim, without what surrounds each value. */
export function useValues(): { readonly person: PersonValues; readonly claim: ClaimValues } {
  const { view } = useClaim()
  return useMemo(() => ({ person: plain(view.person), claim: plain(view.claim) }), [view])
}

const plain = (fields: Readonly<Record<string, { readonly value?: unknown }>>): object =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { value }]) =>
      value === undefined || value === null ? [] : [[name, value]],
    ),
  )
