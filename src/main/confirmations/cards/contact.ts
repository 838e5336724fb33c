import type { EventBody } from '../../../shared/domain/catalogue.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Officer, Tools } from '../../claims/tools.ts'
import { append } from '../say.ts'
import { onConfirmation } from '../work.ts'

/** Calls to people whose card went wrong: opened, tried by some channel, closed with what came of it. */
type Said<N extends 'opened' | 'attempted' | 'closed'> = Omit<EventBody<`confirmation.contact_${N}`>, 'on'>
export type Contact =
  | ({ readonly act: 'open_contact' } & Said<'opened'>)
  | ({ readonly act: 'attempt_contact' } & Said<'attempted'>)
  | ({ readonly act: 'close_contact' } & Said<'closed'>)

/** Notes one of them. Fails with what the state table says. */
export function noteContact(tools: Tools, officer: Officer, id: Uuid, contact: Contact): Result<null> {
  return onConfirmation(tools, officer, id, contact.act, (tx, _person, on) => {
    if (contact.act === 'open_contact') {
      const { act: _act, ...body } = contact
      append(tx, id, 'confirmation.contact_opened', { on, ...body })
    } else if (contact.act === 'attempt_contact') {
      const { act: _act, ...body } = contact
      append(tx, id, 'confirmation.contact_attempted', { on, ...body })
    } else {
      const { act: _act, ...body } = contact
      append(tx, id, 'confirmation.contact_closed', { on, ...body })
    }
    return ok(null)
  })
}
