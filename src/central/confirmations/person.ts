import { type ConfirmationFacts, stateOf } from '../../shared/domain/confirmation/facts.ts'
import { fold } from '../../shared/domain/confirmation/fold.ts'
import type { ConfirmationState } from '../../shared/domain/confirmation/table.ts'
import { officeOf } from '../../shared/domain/ports-of-entry.ts'
import { dateIn } from '../../shared/rules/dates.ts'
import { openBodies } from '../portal/open-bodies.ts'
import { countedEvents, ownedBy } from '../storage/confirmations.ts'
import type { Db } from '../storage/database.ts'
import type { SubjectKeys, SubjectName } from '../storage/subject-keys.ts'

/** Where somebody's confirmation stands in the record. */
export interface PersonPlace {
  readonly confirmation: string
  readonly stream: string
  /** Slug of the office. */
  readonly office: string
}

/** An event of somebody's confirmation, with what was known after it. */
export interface PersonEvent {
  readonly id: string
  readonly type: string
  readonly subject: SubjectName
  readonly visibility: string
  readonly at: number
  readonly body: unknown
  readonly after: ConfirmationFacts
}

export interface Person extends PersonPlace {
  readonly facts: ConfirmationFacts
  readonly state: ConfirmationState
  readonly events: readonly PersonEvent[]
}

/**
 * One person's confirmation by the same fold as the desks', over what the stream holds of it, its photos and its
 * appointments. Undefined once it is erased, or while it is not here.
 */
export async function personOf(
  parts: { readonly keys: SubjectKeys },
  db: Db,
  { confirmation, stream, office }: PersonPlace,
): Promise<Person | undefined> {
  const itself = { kind: 'confirmation', id: confirmation }
  const own = await read(parts, db, stream, [itself])
  // Photos that came before the person was joined to their application are theirs too.
  const applications = own.flatMap(({ body }) => {
    const { photos, application } = (body ?? {}) as { photos?: string; application?: string }
    return [photos ?? [], application ?? []].flat()
  })
  const others = await ownedBy(db, stream, [confirmation, ...applications])
  const all = others.length > 0 ? await read(parts, db, stream, [itself, ...others]) : own
  const events: PersonEvent[] = []
  let facts: ConfirmationFacts | undefined
  for (const { id, type, actor, kind, subject, visibility, at_ms, body } of all) {
    if (body === null) continue
    facts = fold(facts, { id, type, actor, subject, body })
    if (facts) events.push({ id, type, subject: { kind, id: subject }, visibility, at: at_ms, body, after: facts })
  }
  return facts && { confirmation, stream, office, facts, state: stateOf(facts), events }
}

async function read(parts: { readonly keys: SubjectKeys }, db: Db, stream: string, subjects: readonly SubjectName[]) {
  return openBodies(parts, db, { stream, subjects }, await countedEvents(db, stream, subjects))
}

/** The day of an office. */
export const dayAt = (office: string, now: number): string => dateIn(officeOf(office)?.zone ?? 'America/Toronto', now)
