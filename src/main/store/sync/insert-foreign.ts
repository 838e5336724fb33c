import { fail, ok, type Result } from '../../../shared/result.ts'
import { packIds } from '../../../shared/sync/event-header.ts'
import type { TakenEvent } from '../../../shared/sync/page.ts'
import type { Connection } from '../connection.ts'
import { endOfChain } from '../log/chain.ts'
import { eventHash } from '../log/header.ts'
import type { Surrogates } from '../log/surrogates.ts'
import { uuidBytes } from '../log/uuid.ts'
import { bytesOf, type Said, saidBy } from './wire-event.ts'

export interface Foreign {
  readonly stream: string
  readonly device: string
  readonly event: TakenEvent
  /** What `saidBy` gives of it, where the caller has that already. */
  readonly said?: Said | undefined
}

/**
 * Writes another desk's event into the log, at the end of its chain: the hash is computed here, never believed. Gives
 * its position. Fails with sync.hole when an earlier one of that chain is missing, sync.forked when this place of the
 * chain already holds another event. 0 where its id stands in the log already, in whichever chain.
 */
export function insertForeign(
  connection: Connection,
  surrogates: Surrogates,
  { stream, device, event, said = saidBy(event) }: Foreign,
  ends: ChainEnds = chainEnds(connection, surrogates, stream),
): Result<number> {
  const streamN = surrogates.party(stream)
  const deviceN = surrogates.party(device)
  const end = ends.of(device)
  if (event.sequence <= end.sequence) return fail('sync.forked', { device, sequence: event.sequence })
  if (event.sequence !== end.sequence + 1) return fail('sync.hole', { device, sequence: event.sequence })
  const commitment = said?.commitment ?? bytesOf(event.commitment ?? '')
  const [ms, counter] = event.hlc
  const bases = packIds(event.bases)
  const hash = eventHash(end.hash, { ...event, stream, device, bases, hlc: { ms, counter } }, commitment)
  const { changes, lastInsertRowid } = connection
    .prepare(`INSERT INTO event (id, stream, device, sequence, actor, subject, type, version, visibility,
      at_ms, hlc_ms, hlc_counter, bases, salt, body, commitment, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING`)
    .run(
      uuidBytes(event.id),
      streamN,
      deviceN,
      event.sequence,
      surrogates.party(event.actor),
      // A newer program may know kinds of subject that this one does not: its events wait in the log.
      surrogates.subject(event.subject as Parameters<Surrogates['subject']>[0]),
      event.type,
      event.version,
      event.visibility,
      event.at,
      ms,
      counter,
      bases,
      said?.salt ?? null,
      said?.body ?? null,
      commitment,
      hash,
    )
  if (changes === 0) return ok(0)
  ends.grew(device, { sequence: event.sequence, hash })
  return ok(Number(lastInsertRowid))
}

type End = ReturnType<typeof endOfChain>

/** The ends of the chains of a stream, each read once; while nothing else writes to them. */
export interface ChainEnds {
  of(device: string): End
  grew(device: string, end: End): void
  forget(): void
}

export function chainEnds(connection: Connection, { party }: Surrogates, stream: string): ChainEnds {
  const known = new Map<string, End>()
  return {
    of(device) {
      const end = known.get(device) ?? endOfChain(connection, party(stream), party(device))
      known.set(device, end)
      return end
    },
    grew: (device, end) => void known.set(device, end),
    forget: () => known.clear(),
  }
}
