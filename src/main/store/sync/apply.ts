import type { LoggedEvent } from '../../../shared/domain/event.ts'
import type { Step } from '../../../shared/ports.ts'
import type { Connection } from '../connection.ts'
import type { Projector } from '../projector.ts'
import type { ProjectionTx } from '../types.ts'
import { noteUnfit } from './unfit.ts'

interface Parts {
  readonly connection: Connection
  readonly projector: Projector
  readonly tx: ProjectionTx
  readonly step: Step
}

/** How an event that is in the log takes effect. */
export type Apply = (parts: Parts, event: LoggedEvent) => void

/** It does not fit what stands there: the page is done again, more carefully. Seldom, so that no other page pays for it. */
export class Unfit extends Error {}

export const applyPlain: Apply = ({ projector, tx }, event) => {
  try {
    projector.apply(event, tx)
  } catch (error) {
    throw doesNotFit(error) ? new Unfit() : error
  }
}

/**
 * Applies an event that is in the log for good. One that does not fit what stands there (it speaks of somebody who was
 * erased meanwhile, say) must not keep all that follow from arriving: it is noted, and officers see it. What it used up
 * stays used.
 */
export function applyKept({ connection, projector, tx, step }: Parts, event: LoggedEvent): void {
  connection.prepare('SAVEPOINT one_event').run()
  try {
    projector.apply(event, tx)
  } catch (error) {
    if (!doesNotFit(error)) throw error
    step('settle.unfit', () => {
      connection.prepare('ROLLBACK TO one_event').run()
      noteUnfit(connection, event.position)
      projector.unfit(event, tx)
    })
  }
  connection.prepare('RELEASE one_event').run()
}

/** A row that is missing or there already; a full or broken disk is another matter. */
function doesNotFit(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  return code === undefined ? error.constructor === Error : String(code).startsWith('SQLITE_CONSTRAINT')
}
