import type { EventBody } from '../../shared/domain/catalogue.ts'
import { withoutEffect } from '../../shared/domain/confirmation/facts.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { lastPosition } from '../claims/timeline.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import type { Reader } from '../store/types.ts'
import { append, send } from './say.ts'
import { onConfirmation } from './work.ts'

/** The legal moment, and what a supervisor does about one that was recorded by mistake. */

export interface Confirming {
  readonly source: string
  readonly passport: EventBody<'confirmation.confirmed'>['passport']
  readonly passportNote?: string | undefined
  readonly presence?: string | undefined
}

/**
 * IRPA s. 21(1): from this moment the person is a permanent resident. The officer says that inadmissibility was checked
 * at that instant, where, and how the passport compares with the data. Fails with what the state table says.
 */
export function confirmResidence(tools: Tools, officer: Officer, id: Uuid, checks: Confirming): Result<null> {
  return onConfirmation(tools, officer, id, 'confirm', (tx, person, on) => {
    const { source, ...rest } = checks
    if (rest.passport !== 'agrees' && !rest.passportNote) return fail('confirmations.passport_note')
    append(tx, id, 'confirmation.confirmed', { on, notInadmissible: { checked: true, source }, ...rest }, [
      ...residenceBases(tx, id),
      ...withoutEffect(person.facts, 'confirmation.confirmed'),
    ])
    send(tx, person, { message: 'confirmed', key: `confirmed ${on}`, on })
    return ok(null)
  })
}

/** Recorded by mistake; before anything was issued upon it. */
export function setAside(tools: Tools, officer: Officer, id: Uuid, reason: string): Result<null> {
  return onConfirmation(tools, officer, id, 'set_aside', (tx, { facts }, on) => {
    append(tx, id, 'confirmation.residence_set_aside', { on, reason }, facts.residence ? [facts.residence.event] : [])
    return ok(null)
  })
}

export function reopen(tools: Tools, officer: Officer, id: Uuid, reason: string): Result<null> {
  return onConfirmation(tools, officer, id, 'reopen', (tx) => {
    append(tx, id, 'confirmation.reopened', { on: today(tools), reason })
    return ok(null)
  })
}

/** What a new decision builds on: the setting aside of the one before, if there was one. */
function residenceBases(reader: Reader, id: Uuid): string[] {
  const position = lastPosition(reader, { kind: 'confirmation', id }, ['confirmation.residence_set_aside'])
  if (position === 0) return []
  const [event] = reader.timeline({ kind: 'confirmation', id }, { after: position - 1, limit: 1 })
  return event ? [event.id] : []
}
