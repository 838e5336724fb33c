import type { LoggedEvent } from '../../shared/domain/event.ts'
import type { Step } from '../../shared/ports.ts'
import type { Connection } from './connection.ts'
import { eraseBodies } from './erasures.ts'
import { isKnown } from './known.ts'
import type { Catalogue, Projection, ProjectionTx } from './types.ts'

export interface Projector {
  readonly projections: readonly Projection[]
  /**
   * Carries out an erasure, then lets every projection write what the event means, in the order of registration. One that
   * lost its place, or that only a newer program can read, means something only to those `ofAll`.
   */
  apply(event: LoggedEvent, tx: ProjectionTx): void
  /** Of an event that `apply` refused, and whose rows are taken back: what holds all the same. */
  unfit(event: LoggedEvent, tx: ProjectionTx): void
}

export function createProjector(
  connection: Connection,
  catalogue: Catalogue,
  projections: readonly Projection[],
  step: Step,
): Projector {
  refuseDoubles(projections)
  const listening = listeners(projections)
  const keeping = listeners(projections.filter(({ ofAll }) => ofAll))
  const erase = (order: LoggedEvent, tx: ProjectionTx) => {
    step('erase.bodies', () => eraseBodies(connection, catalogue, order))
    for (const projection of projections)
      if (projection.erase) step(`erase.${projection.name}`, () => projection.erase?.(order.subject, tx))
  }
  return {
    projections,
    apply(event, tx) {
      if (event.body === null) return
      const counts = keptItsPlace(event)
      const known = isKnown(catalogue, event)
      if (counts && !known) noteWaiting(connection, event)
      if (counts && known && catalogue[event.type]?.erases) erase(event, tx)
      const told = counts && known ? listening : keeping
      for (const { name, projection } of told(event.type)) step(name, () => projection.apply(event, tx))
    },
    unfit(event, tx) {
      if (!keptItsPlace(event)) return
      for (const projection of projections)
        if (projection.unfit) step(`unfit.${projection.name}`, () => projection.unfit?.(event, tx))
    },
  }
}

const keptItsPlace = ({ verdict }: LoggedEvent): boolean => verdict !== 'superseded' && verdict !== 'quarantined'

interface Listener {
  /** Of the step, for tests that crash there. */
  readonly name: string
  readonly projection: Projection
}

/** Those to which a type of event means something, in their order: few of the many. */
function listeners(projections: readonly Projection[]): (type: string) => readonly Listener[] {
  const known = new Map<string, readonly Listener[]>()
  return (type) => {
    let found = known.get(type)
    if (!found) {
      found = projections
        .filter(({ types }) => !types || types.has(type))
        .map((projection) => ({ name: `project.${projection.name}`, projection }))
      known.set(type, found)
    }
    return found
  }
}

/** Remembers what could not be read, so that the program that can asks for a rebuild (see `staleProjections`). */
function noteWaiting(connection: Connection, { type, version }: LoggedEvent): void {
  connection.prepare('INSERT OR IGNORE INTO waiting (type, version) VALUES (?, ?)').run(type, version)
}

function refuseDoubles(projections: readonly Projection[]): void {
  const owner = new Map<string, string>()
  for (const { name, tables } of projections)
    for (const table of tables) {
      if (owner.has(table)) throw new Error(`Table ${table} belongs to ${owner.get(table)} and to ${name}`)
      owner.set(table, name)
    }
}
