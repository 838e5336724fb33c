import type { Action } from '../../shared/domain/authority.ts'
import { ok, type Result } from '../../shared/result.ts'
import { previewAnswer, takeAnswer } from '../confirmations/cards/answer.ts'
import { noteContact } from '../confirmations/cards/contact.ts'
import { instructFacility } from '../confirmations/cards/instruct.ts'
import { cardFile, orderCards } from '../confirmations/cards/order.ts'
import { cardOrders } from '../confirmations/cards/orders.ts'
import { issueEcopr, renewEcopr, takeEcopr, withdrawEcopr } from '../confirmations/ecopr.ts'
import { findConfirmation } from '../confirmations/rows.ts'
import { confirmationView } from '../confirmations/view.ts'
import { loadFonts } from '../documents/load-fonts.ts'
import type { Core } from '../seat/core.ts'
import { createTurns } from '../turns.ts'
import { type Acting, allowed, note, os, withAllowed } from './calls.ts'

/** Electronic confirmations and orders of cards. */
export function cardRoutes(core: Core) {
  const fonts = loadFonts(core.options.assetsDir)
  /** A second press while a paper is being made must find the first one's. */
  const inTurn = createTurns().take
  const paperTools = ({ desk }: Acting) => ({ ...desk, fonts, drawing: core.drawing, specimen: core.options.demo })
  /** Who acts on the person, if they may: the role first, so that nobody learns which persons there are. */
  const on = (action: Action, id: string): Result<Acting> => {
    const who = allowed(core, action)
    if (!who.ok) return who
    const person = findConfirmation(who.value.desk.store, id)
    return person.ok ? allowed(core, action, { office: person.value.facts.office }) : person
  }
  const viewAfter = ({ desk }: Acting, done: Result<unknown>, id: string) =>
    done.ok ? confirmationView(desk, id) : done
  const bytesOf = async (file: { arrayBuffer(): Promise<ArrayBuffer> }) => new Uint8Array(await file.arrayBuffer())
  return {
    ecopr: {
      issue: os.ecopr.issue.handler(({ input, errors }) =>
        withAllowed(on('confirmation.decide', input.confirmationId), errors, async (who) => {
          const issued = await inTurn(() => issueEcopr(paperTools(who), who.officer, input))
          return viewAfter(who, issued, input.confirmationId)
        }),
      ),
      renew: os.ecopr.renew.handler(({ input: { confirmationId }, errors }) =>
        withAllowed(on('confirmation.work', confirmationId), errors, (who) =>
          viewAfter(who, renewEcopr(paperTools(who), who.officer, confirmationId), confirmationId),
        ),
      ),
      withdraw: os.ecopr.withdraw.handler(({ input: { confirmationId, reason }, errors }) =>
        withAllowed(on('confirmation.decide', confirmationId), errors, (who) =>
          viewAfter(who, withdrawEcopr(paperTools(who), who.officer, confirmationId, reason), confirmationId),
        ),
      ),
      take: os.ecopr.take.handler(({ input: { confirmationId }, errors }) =>
        withAllowed(on('confirmation.work', confirmationId), errors, (who) => {
          const taken = takeEcopr(paperTools(who), who.officer, confirmationId)
          if (!taken.ok) return taken
          const { pdf, number } = taken.value
          return ok(new File([Buffer.from(pdf)], `${number}.pdf`, { type: 'application/pdf' }))
        }),
      ),
    },
    cards: {
      orders: os.cards.orders.handler(({ errors }) =>
        withAllowed(allowed(core, 'confirmation.view'), errors, ({ desk }) => ok(cardOrders(desk))),
      ),
      order: os.cards.order.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'card.order'), errors, ({ desk, officer }) => {
          const batch = orderCards(desk, officer, input.confirmationIds)
          return batch.ok ? ok({ batch: batch.value, orders: cardOrders(desk) }) : batch
        }),
      ),
      file: os.cards.file.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'card.order'), errors, (who) => {
          const file = cardFile(who.desk.store, input.fileId)
          if (!file.ok) return file
          note(who, 'viewed', { kind: 'card_file', id: input.fileId })
          return ok(new File([Buffer.from(file.value.bytes)], file.value.name, { type: 'application/octet-stream' }))
        }),
      ),
      instruct: os.cards.instruct.handler(({ input, errors }) =>
        withAllowed(on('card.order', input.confirmationId), errors, ({ desk, officer }) => {
          const file = instructFacility(desk, officer, input.confirmationId, input.told)
          return file.ok ? ok({ file: file.value, orders: cardOrders(desk) }) : file
        }),
      ),
      previewAnswer: os.cards.previewAnswer.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'card.order'), errors, async ({ desk }) =>
          previewAnswer(desk, await bytesOf(input.file)),
        ),
      ),
      takeAnswer: os.cards.takeAnswer.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'card.order'), errors, async ({ desk, officer }) =>
          takeAnswer(desk, officer, await bytesOf(input.file)),
        ),
      ),
      contact: os.cards.contact.handler(({ input, errors }) =>
        withAllowed(on('confirmation.work', input.confirmationId), errors, ({ desk, officer }) => {
          const noted = noteContact(desk, officer, input.confirmationId, input.contact)
          return noted.ok ? ok(cardOrders(desk)) : noted
        }),
      ),
    },
  }
}
