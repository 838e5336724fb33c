import type { numberSeries } from '../../shared/domain/vocabulary.ts'
import type { Examined } from './entitlement.ts'

/** A number that an event gives, and to whom: the same owner may bear it again (a sheet that jammed keeps its number). */
export interface GivenNumber {
  readonly series: (typeof numberSeries)[number]
  readonly number: string
  readonly owner: string
}

/** The number of a document, a client or an application that an event gives; undefined for the many that give none. */
export function numberOf({ type, subject, body }: Examined): GivenNumber | undefined {
  const said = body as Record<string, unknown> | null
  if (!said) return undefined
  if (type === 'document.reserved') return given('document', said.number, said.claim)
  if (type === 'claim.opened') return given('application', said.applicationNumber, subject.id)
  if (type === 'person.client_id_given')
    return given('client', (said.fields as Record<string, unknown> | undefined)?.clientId, subject.id)
  return undefined
}

const given = (series: GivenNumber['series'], number: unknown, owner: unknown): GivenNumber | undefined =>
  typeof number === 'string' && number !== '' && typeof owner === 'string' ? { series, number, owner } : undefined
