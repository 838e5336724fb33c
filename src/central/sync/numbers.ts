import type { Block } from '../../shared/domain/numbers.ts'
import type { numberSeries } from '../../shared/domain/vocabulary.ts'
import type { Verdict } from '../../shared/sync/wire.ts'
import type { Tx } from '../storage/database.ts'
import { claimNumbers, heldElsewhere, keepBlocks } from '../storage/numbers.ts'
import type { Examined } from './entitlement.ts'

interface Judged {
  readonly verdict: Verdict
  readonly why?: string
}

/**
 * Flags numbers that somebody else bears already, and blocks that another desk hands out: whoever comes second. What was
 * judged otherwise before keeps its verdict.
 */
export async function judgeNumbers(
  tx: Tx,
  device: string,
  events: readonly Examined[],
  judged: Judged[],
): Promise<void> {
  const stands = (i: number) => judged[i]?.verdict === 'ok' || judged[i]?.verdict === 'flagged'
  const flag = (i: number, why: string) => {
    if (judged[i]?.verdict === 'ok') judged[i] = { verdict: 'flagged', why }
  }
  const given = events.map((event, i) => (stands(i) ? numberOf(event) : undefined))
  const twice = await claimNumbers(
    tx,
    given.flatMap((one) => one ?? []),
  )
  for (const [i, number] of given.entries()) if (number && twice.has(number)) flag(i, 'sync.number_twice')
  for (const [i, { type, body }] of events.entries()) {
    if (type !== 'lease.granted' || !stands(i)) continue
    const block = body as Block
    if (await heldElsewhere(tx, [{ ...block, device }], device)) flag(i, 'sync.numbers_elsewhere')
    else await keepBlocks(tx, device, [block])
  }
}

/** A number that an event gives, and to whom: the same owner may bear it again (a sheet that jammed keeps its number). */
export interface GivenNumber {
  readonly series: (typeof numberSeries)[number]
  readonly number: string
  readonly owner: string
}

/** The number of a document, a client or an application that an event gives; undefined for the many that give none. */
function numberOf({ type, subject, body }: Examined): GivenNumber | undefined {
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
