import type { LoggedEvent } from '../../../shared/domain/event.ts'
import type { HeldDocument } from '../../../shared/domain/full-intake.ts'
import { paperNumber } from '../../../shared/domain/numbers.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { ProjectionTx } from '../types.ts'
import { fieldsAfter } from './heads.ts'
import { projection } from './projection.ts'

/** Numbers of the papers that claims say, without any zone having been read: another claim with the same is found by them. */
export const claimPapersProjection = projection({
  name: 'claim_papers',
  tables: ['claim_paper'],
  erase({ kind, id }, tx) {
    if (kind === 'claim') tx.run(query.deleteFrom('claim_paper').where('claim', '=', id))
  },
  on: {
    'claim.set': (event, { fields }, tx) => setHeld(event, fields, tx),
    'claim.amended': (event, { fields }, tx) => setHeld(event, fields, tx),
    'claim.sent': ({ subject }, { document, own, people }, tx) => {
      // A family's account was opened with the paper of one of them. Before it was said whose, only one alone is sure.
      keep(tx, subject.id, 'account', (own ?? people === 1) ? [document] : [])
    },
  },
})

function setHeld(
  event: LoggedEvent,
  fields: { readonly heldDocuments?: readonly HeldDocument[] | null | undefined },
  tx: ProjectionTx,
): void {
  if (fields.heldDocuments === undefined || !fieldsAfter(event, tx).shows('heldDocuments')) return
  keep(tx, event.subject.id, 'typed', fields.heldDocuments ?? [])
}

/** What stands there now counts: a number that was mistyped and corrected finds nobody any more. */
function keep(
  tx: ProjectionTx,
  claim: string,
  source: 'typed' | 'account',
  papers: readonly Pick<HeldDocument, 'kind' | 'number'>[],
): void {
  tx.run(forget({ claim, source }))
  for (const paper of papers) {
    const number = paperNumber(paper)
    if (number) tx.run(add({ number, claim, source }))
  }
}

const forget = prepared(({ claim, source }: { claim: string; source: string }) =>
  query.deleteFrom('claim_paper').where('claim', '=', claim).where('source', '=', source),
)
const add = prepared(({ number, claim, source }: { number: string; claim: string; source: string }) =>
  query
    .insertInto('claim_paper')
    .values({ number, claim, source })
    .onConflict((conflict) => conflict.doNothing()),
)
