import type { EventBody, EventName } from '../../shared/domain/catalogue.ts'
import type { ConfirmationMessage } from '../../shared/domain/confirmation/vocabulary.ts'
import type { Uuid } from '../../shared/ports.ts'
import type { Tx } from '../store/types.ts'
import type { Confirmation } from './rows.ts'

/** How commands say what happened to a person, and note what goes out to them. */

/** Appends an event about the person. */
export const append = <N extends EventName>(
  tx: Tx,
  id: Uuid,
  type: N,
  body: EventBody<N>,
  bases: readonly string[] = [],
) =>
  tx.append({ subject: { kind: 'confirmation', id }, type, body: JSON.parse(JSON.stringify(body)) as unknown, bases })

/** Notes a message that goes out, once for its key. */
export function send(
  tx: Tx,
  { id, facts }: Confirmation,
  { message, key, on, to }: { message: ConfirmationMessage; key: string; on: string; to?: string | undefined },
): void {
  if (facts.sent.includes(key)) return
  const address = to ?? facts.identity.email
  append(tx, id, 'confirmation.message_sent', {
    on,
    message,
    key,
    by: address ? 'email' : 'letter',
    language: facts.identity.language,
    to: address,
  })
}
