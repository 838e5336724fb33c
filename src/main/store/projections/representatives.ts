import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { ProjectionTx } from '../types.ts'
import { projection } from './projection.ts'

/** E-mail addresses of representatives: what claims say of theirs, and what officers name when they refuse access. */
export const representativesProjection = projection({
  name: 'representatives',
  tables: ['representative_email'],
  erase: ({ kind, id }, tx) => forget(tx, kind, id),
  on: {
    'claim.set': (event, { fields }, tx) => claimSays(event, fields, tx),
    'claim.amended': (event, { fields }, tx) => claimSays(event, fields, tx),
    'confirmation.request_refused': ({ position, subject }, { representativeEmail }, tx) => {
      if (representativeEmail) note(tx, { n: position, email: representativeEmail, ...subject })
    },
  },
})

/** An address within a text such as `Me Roy, roy@example.org, 514 555 0100`. */
const addressIn = /[^\s<>,;:()]+@[^\s<>,;:()]+\.[^\s<>,;:()]+/

/** The contact of a claim's representative, which is any text: the address in it, instead of the one before. */
function claimSays({ position, subject }: LoggedEvent, fields: object, tx: ProjectionTx): void {
  if (!('representativeContact' in fields)) return
  forget(tx, 'claim', subject.id)
  const [email] = addressIn.exec(String(fields.representativeContact ?? '')) ?? []
  if (email) note(tx, { n: position, email, ...subject })
}

const forget = (tx: ProjectionTx, kind: string, subject: string): void => void tx.run(drop({ kind, subject }))

const note = (
  tx: ProjectionTx,
  { n, email, kind, id }: { readonly n: number; readonly email: string; readonly kind: string; readonly id: string },
): void => void tx.run(add({ n, email: email.toLowerCase(), kind, subject: id }))

const drop = prepared(({ kind, subject }: { kind: string; subject: string }) =>
  query.deleteFrom('representative_email').where('kind', '=', kind).where('subject', '=', subject),
)
const add = prepared(({ n, email, kind, subject }: { n: number; email: string; kind: string; subject: string }) =>
  query
    .insertInto('representative_email')
    .values({ n, email, kind, subject })
    .onConflict((conflict) => conflict.doNothing()),
)
