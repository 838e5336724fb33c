import type { EventBody } from '../catalogue.ts'
import type { Step } from './fold.ts'

/** What becomes of an electronic confirmation that was given and of a card that is ordered. */
type Later = 'confirmation.ecopr_renewed' | 'confirmation.card_held' | 'confirmation.card_redirected'

export const laterSteps: { readonly [N in Later]: Step<N> } = {
  'confirmation.ecopr_renewed': [
    'renew_ecopr',
    ({ availableUntil }: EventBody<'confirmation.ecopr_renewed'>, { ecopr }) => ({
      ecopr: { ...ecopr, availableUntil },
    }),
  ],
  'confirmation.card_held': ['hold_card', ({ reason }, { card }) => ({ card: { ...card, held: reason } })],
  'confirmation.card_redirected': [
    'redirect_card',
    ({ address }, { card }) => ({ card: { ...card, held: undefined, address } }),
  ],
}
