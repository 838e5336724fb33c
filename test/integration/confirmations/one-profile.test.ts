import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeInRows } from '../../../src/main/confirmations/take-in.ts'
import { confirmationsProjection } from '../../../src/main/store/projections/confirmations.ts'
import { deskProjections } from '../../../src/main/store/projections/index.ts'
import { query } from '../../../src/main/store/query.ts'
import type { Projection } from '../../../src/main/store/types.ts'
import { suggestedMapping } from '../../../src/shared/domain/confirmation/import-columns.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { importedBody } from '../../support/confirmation-events.ts'
import { type Office, openOffice } from '../claims/support.ts'

/** One profile a client ID, whatever files come in, whatever other desks took in, whoever is erased meanwhile. */

const clients = ['1110000001', '1110000002', '1110000003'] as const
const anyClient = fc.constantFrom(...clients)
const anyStep = fc.oneof(
  fc.record({ how: fc.constant('file' as const), clients: fc.array(anyClient, { minLength: 1, maxLength: 4 }) }),
  fc.record({ how: fc.constant('elsewhere' as const), client: anyClient }),
  fc.record({ how: fc.constant('erased' as const), nth: fc.nat(20) }),
)
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never

const header = ['client_id', 'application_number', 'family_name', 'given_names', 'birth_date', 'language']

function goes(office: Office, step: Step): void {
  const { store, tools, officer } = office
  if (step.how === 'file') {
    const rows = step.clients.map((client, at) =>
      [client, `E00012345${at}`, 'Haddad', 'Rana', '1990-05-17', 'en'].join(),
    )
    const bytes = new TextEncoder().encode([header.join(), ...rows].join('\n'))
    unwrap(takeInRows(tools, officer, { bytes, mapping: suggestedMapping(header), from: 0, count: 100 }))
    return
  }
  const known = store.all(query.selectFrom('confirmation').select('id').orderBy('n')).map(({ id }) => id)
  const erased = known[step.how === 'erased' ? step.nth % Math.max(1, known.length) : 0]
  if (step.how === 'erased' && !erased) return
  unwrap(
    store.transact({ actor: officer.id }, (tx) => {
      if (step.how === 'elsewhere')
        tx.append({
          subject: { kind: 'confirmation', id: store.newId() },
          type: 'confirmation.imported',
          body: { ...importedBody, clientId: step.client },
        })
      else
        tx.append({
          subject: { kind: 'confirmation', id: erased ?? '' },
          type: 'confirmation.erased',
          body: { law: 'retention of the test' },
        })
      return ok(null)
    }),
  )
}

/** Runs sequences of such steps on a new store each; fails where a client ID has two profiles that hold, or none of several. */
function holdOneProfile(projections: readonly Projection[]): void {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 2, maxLength: 8 }), (steps) => {
      const office = openOffice({ projections })
      try {
        for (const step of steps) goes(office, step)
        for (const client of clients) {
          const profiles = office.store.all(
            query.selectFrom('confirmation').select('duplicate_of').where('client_id', '=', client),
          )
          const holding = profiles.filter(({ duplicate_of }) => duplicate_of === null)
          expect(holding.length).toBe(Math.min(1, profiles.length))
        }
      } finally {
        office.store.remove()
      }
    }),
    { numRuns: 12, seed: 4, endOnFailure: true },
  )
}

test('no sequence of imports, here and elsewhere, gives a client ID a second profile', () => {
  holdOneProfile(deskProjections)
}, 60_000)

test('a desk that forgot to look for the first profile would be found', () => {
  const forgetful: Projection = {
    ...confirmationsProjection,
    apply(event, tx) {
      // The first profile is hidden while the second is taken in.
      if (event.type === 'confirmation.imported')
        tx.run(query.updateTable('confirmation').set((is) => ({ client_id: is.val('') })))
      confirmationsProjection.apply(event, tx)
      if (event.type === 'confirmation.imported')
        tx.run(query.updateTable('confirmation').set({ client_id: clients[0] }))
    },
  }
  const projections = deskProjections.map((each) => (each === confirmationsProjection ? forgetful : each))
  expect(() => holdOneProfile(projections)).toThrow()
}, 60_000)
