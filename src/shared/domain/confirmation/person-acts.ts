import { fail, ok, type Result } from '../../result.ts'
import type { EventBody } from '../catalogue.ts'
import { cardAddressProblem, type PostalAddress, tidyPostalCode } from './address.ts'
import { type ConfirmationFacts, stateOf } from './facts.ts'
import { confirmationAllows } from './table.ts'

/**
 * What a person says of themselves, in the portal or through an officer: the events that follow, by one rule. The state
 * table was asked before.
 */

export type Told =
  | { readonly type: 'confirmation.presence_declared'; readonly body: EventBody<'confirmation.presence_declared'> }
  | { readonly type: 'confirmation.address_set'; readonly body: EventBody<'confirmation.address_set'> }
  | { readonly type: 'confirmation.contact_opened'; readonly body: EventBody<'confirmation.contact_opened'> }

/** Whether they are in Canada. `declared.on`: the office's day. Fails with confirmations.future. */
export function presenceEvents(declared: EventBody<'confirmation.presence_declared'>): Result<readonly Told[]> {
  const { on, firstEntryOn, lastEntryOn } = declared
  if ([firstEntryOn, lastEntryOn].some((day) => day !== undefined && day > on)) return fail('confirmations.future')
  return ok([{ type: 'confirmation.presence_declared', body: declared }])
}

/**
 * Where they live and where the card goes. An address abroad is kept as it is: the person lives there, and no card goes
 * out. Once a card is ordered, a new address is a contact task. Fails with confirmations.card_address.
 */
export function addressEvents(
  facts: ConfirmationFacts,
  given: EventBody<'confirmation.address_set'>,
): Result<readonly Told[]> {
  const { on, home, mailing, card } = given
  const tidied = { home: tidy(home), ...(mailing ? { mailing: tidy(mailing) } : {}) }
  const problem = cardAddressProblem(card === 'mailing' ? tidied.mailing : tidied.home)
  if (problem && problem !== 'not_canada') return fail('confirmations.card_address', { what: problem })
  const state = stateOf(facts)
  const goesOut = ['ordered', 'acknowledged', 'produced', 'mailed'].includes(state.card)
  return ok([
    { type: 'confirmation.address_set', body: { ...given, ...tidied } },
    ...(goesOut && confirmationAllows(state, 'open_contact')
      ? [{ type: 'confirmation.contact_opened' as const, body: { on, why: 'address_changed' as const } }]
      : []),
  ])
}

const tidy = <A extends PostalAddress>(address: A): A => ({
  ...address,
  ...(address.province ? { province: address.province.trim().toUpperCase() } : {}),
  ...(address.postalCode ? { postalCode: tidyPostalCode(address.postalCode) } : {}),
})
