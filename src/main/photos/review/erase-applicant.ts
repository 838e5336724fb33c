import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { eraseAppointments } from '../../appointments/book.ts'
import { eraseCardFilesOf } from '../../confirmations/cards/erase-files.ts'
import { query } from '../../store/query.ts'
import type { Reader, Tx } from '../../store/types.ts'
import { forgetRefusals } from '../import/last-look.ts'

/**
 * Erases whoever applied for a permanent resident card: every application of that number or of the same client, with
 * every photo, in the caller's transaction. Pictures and letters go with the next removal of unnamed blobs. What lies
 * in the import folder is outside the record: `docs/photo-import.md` says who removes it.
 * @param law the law or the retention rule that orders it; stays in the record, so it names nobody
 * Errors: desk.not_found.
 */
export function eraseApplicant(tx: Tx, applicationId: Uuid, law: string): Result<null> {
  const application = tx.first(query.selectFrom('photo_application').selectAll().where('id', '=', applicationId))
  if (!application) return fail('desk.not_found')
  const { application_number: number, client_id: client } = application
  const same = tx.all(
    query
      .selectFrom('photo_application')
      .select('id')
      .where((is) => is.or([is('application_number', '=', number), ...(client ? [is('client_id', '=', client)] : [])])),
  )
  orderErasure(
    tx,
    same.map(({ id }) => id),
    law,
  )
  return ok(null)
}

/** Applications of these clients; client numbers without spaces, as the import keeps them. */
export const applicationsOf = (reader: Reader, clients: readonly string[]): Uuid[] =>
  reader.all(query.selectFrom('photo_application').select('id').where('client_id', 'in', clients)).map(({ id }) => id)

/** Orders the erasure of applications with their photos. */
export function orderErasure(tx: Tx, applications: readonly Uuid[], law: string): void {
  if (applications.length === 0) return
  const photos = tx.all(query.selectFrom('photo').select('id').where('application', 'in', applications))
  for (const { id } of photos) tx.append({ subject: { kind: 'photo', id }, type: 'photo.erased', body: { law } })
  // Whoever's photos go is erased whole: a card rests on its photo.
  const people = tx.all(query.selectFrom('confirmation').select('id').where('photos', 'in', applications))
  const ids = people.map(({ id }) => id)
  eraseCardFilesOf(tx, ids, law)
  if (ids.length > 0) eraseAppointments(tx, ids, law)
  for (const { id } of people)
    tx.append({ subject: { kind: 'confirmation', id }, type: 'confirmation.erased', body: { law } })
  for (const id of applications)
    tx.append({ subject: { kind: 'photo_application', id }, type: 'photo_application.erased', body: { law } })
  forgetRefusals(tx)
}
