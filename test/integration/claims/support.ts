import { decideClaim } from '../../../src/main/claims/decisions.ts'
import { answerFacts, overrideFinding, worksheet } from '../../../src/main/claims/eligibility.ts'
import { openClaim, setClaimFields, setPersonFields } from '../../../src/main/claims/take-in.ts'
import { findClaim, type Officer, type Tools } from '../../../src/main/claims/tools.ts'
import { importNumbers } from '../../../src/main/office/numbers.ts'
import { checkOutSheets, receiveSheets } from '../../../src/main/office/stock.ts'
import { foundOffice } from '../../../src/main/seat/set-up.ts'
import { deskProjections } from '../../../src/main/store/projections/index.ts'
import type { StoreOptions } from '../../../src/main/store/types.ts'
import { catalogue } from '../../../src/shared/domain/catalogue.ts'
import { ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { numbersFile } from '../../support/numbers.ts'
import { answersTo, openRules } from '../../support/refer.ts'
import { openTestStore, type TestStore } from '../../support/store.ts'

/** A real store of an office in use, with the commands' tools and an officer: everything but the seat and the router. */
export interface Office {
  readonly store: TestStore
  readonly tools: Tools
  readonly officer: Officer
}

/** `part`: which thousand of numbers and sheets the desk has, so that two desks have none in common. */
export function openOffice(changes: Partial<StoreOptions> = {}, part = 1): Office {
  const store = openTestStore({ catalogue, projections: deskProjections, ...changes })
  const officer: Officer = { id: store.newId(), roles: ['border_officer'], jurisdiction: 'office' }
  const founding = { office: 'lacolle-15', userName: 'gwen', displayName: 'Gwen Fitzgerald', demo: false }
  unwrap(foundOffice(store, { ...founding, officer: officer.id, grant: { blocks: [] } }))
  const tools = { store, clock: store.clock }
  unwrap(importNumbers(tools, officer, numbersFile(part)))
  unwrap(receiveSheets(tools, officer, `A000${part}001`, `A000${part}100`))
  unwrap(checkOutSheets(tools, officer, `A000${part}001`, `A000${part}060`))
  return { store, tools, officer }
}

/** A claim of a person with these fields. */
export function newClaim({ tools, officer }: Office, fields: Record<string, unknown> = {}) {
  const { claimId } = unwrap(openClaim(tools, officer, 'port_of_entry'))
  if (Object.keys(fields).length > 0) unwrap(setPersonFields(tools, officer, { claimId, fields, bases: [] }))
  const { personId, personN, applicationNumber } = unwrap(findClaim(tools.store, claimId))
  return { claimId, personId, personN, applicationNumber }
}

export const setClaim = ({ tools, officer }: Office, claimId: string, fields: Record<string, unknown>) =>
  setClaimFields(tools, officer, { claimId, fields, bases: [] })

/** Gives every rule of eligibility its finding, on facts that are given here. */
export function settleRules({ tools, officer }: Office, claimId: string): Result<null> {
  for (;;) {
    const sheet = worksheet(tools, claimId)
    if (!sheet.ok) return sheet
    const facts = answersTo(sheet.value.evaluation)
    const open = openRules(sheet.value.evaluation)
    if (Object.keys(facts).length > 0) {
      const done = answerFacts(tools, officer, claimId, facts, [])
      if (!done.ok) return done
      continue
    }
    for (const rule of open) {
      const done = overrideFinding(tools, officer, claimId, { rule, to: 'not_met', reason: 'as seen' })
      if (!done.ok) return done
    }
    return ok(null)
  }
}

/** Refers a claim on facts that are given here. */
export function referClaim(office: Office, claimId: string): Result<unknown> {
  const { tools, officer } = office
  const settled = settleRules(office, claimId)
  if (!settled.ok) return settled
  return decideClaim(tools, officer, claimId, { outcome: 'referred', reason: 'as seen' })
}
