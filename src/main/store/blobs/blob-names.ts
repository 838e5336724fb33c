import type { LoggedEvent, Subject } from '../../../shared/domain/event.ts'
import { uuidBytes } from '../log/uuid.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { Projection, ProjectionTx } from '../types.ts'

/**
 * Which blobs the log names, and for which subject. Any string in any body that has the shape of a digest counts, so
 * that no type of event can forget to say that it names one; a digest of something else keeps nothing alive. Of events
 * that have no effect too, as of a claim that went to another office meanwhile, and of those that do not fit: what their
 * author took is nowhere else.
 */
export const blobNames: Projection = {
  name: 'blob_names',
  version: 3, // 3: of what does not fit, too
  ofAll: true,
  tables: ['blob_name'],
  apply: nameAll,
  unfit: nameAll,
  erase(subject, tx) {
    tx.run(dropNames(keyOf(subject)))
  },
}

function nameAll({ subject, body }: LoggedEvent, tx: ProjectionTx): void {
  const found = new Set<string>()
  findDigests(body, found)
  for (const sha of found) tx.run(addName({ sha: Buffer.from(sha, 'hex'), ...keyOf(subject) }))
}

const digest = /^[0-9a-f]{64}$/

/** Every event passes here, and hardly any names one. */
function findDigests(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length === 64 && digest.test(value)) found.add(value)
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) findDigests(part, found)
  }
}

const keyOf = ({ kind, id }: Subject) => ({ kind, id: uuidBytes(id) })

const addName = prepared(({ sha, kind, id }: { sha: Uint8Array; kind: string; id: Uint8Array }) =>
  query
    .insertInto('blob_name')
    .columns(['sha', 'subject'])
    .expression(
      query
        .selectFrom('subject')
        .select((is) => [is.val(sha).as('sha'), 'n'])
        .where('id', '=', id)
        .where('kind', '=', kind),
    )
    .onConflict((conflict) => conflict.doNothing()),
)
const dropNames = prepared(({ kind, id }: { kind: string; id: Uint8Array }) =>
  query
    .deleteFrom('blob_name')
    .where('subject', '=', query.selectFrom('subject').select('n').where('id', '=', id).where('kind', '=', kind)),
)
