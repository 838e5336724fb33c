import { afterEach, describe, expect, test } from 'vitest'
import { previewAnswer, takeAnswer } from '../../../src/main/confirmations/cards/answer.ts'
import { noteContact } from '../../../src/main/confirmations/cards/contact.ts'
import { instructFacility } from '../../../src/main/confirmations/cards/instruct.ts'
import { sha256, verifySignature } from '../../../src/main/confirmations/cards/keys.ts'
import { cardFile, orderCards } from '../../../src/main/confirmations/cards/order.ts'
import { cardOrders } from '../../../src/main/confirmations/cards/orders.ts'
import { confirmResidence } from '../../../src/main/confirmations/decide.ts'
import { addPhoto } from '../../../src/main/confirmations/photo.ts'
import { changeSettings } from '../../../src/main/office/change-settings.ts'
import { approvePhoto } from '../../../src/main/photos/review/decide.ts'
import { applicationsOf, orderErasure } from '../../../src/main/photos/review/erase-applicant.ts'
import type { CardFile, CardRow } from '../../../src/shared/cards/format.ts'
import { orderId } from '../../../src/shared/cards/order-row.ts'
import { readCardFile } from '../../../src/shared/cards/read.ts'
import type { ConfirmationWork } from '../../../src/shared/contract/desk/confirmations.ts'
import { ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { answerOf, facilityKey } from '../../support/card-facility.ts'
import { family } from '../../support/confirmation-files.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { portrait, reviewer } from '../photos/review-support.ts'
import { does, home, importAll, personOf, viewOf } from './support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const day = 86_400_000
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)
const moved: ConfirmationWork = {
  act: 'set_address',
  via: 'phone',
  home: { ...home, line1: '400 Bank Street', postalCode: 'K2P 1Y5' },
  card: 'home',
}

/** An office with a family of four, the first `count` of them ready for a card. */
async function begun(count = 1) {
  const office = openOffice()
  open.push(office)
  importAll(office, family())
  unwrap(changeSettings(office.tools, office.officer, { cardFacilityKey: facilityKey }))
  const ids = Array.from({ length: count }, (_, at) => personOf(office, `111000000${at + 1}`))
  for (const [at, id] of ids.entries()) {
    does(
      office,
      id,
      { act: 'invite', email: `p${at}@example.org` },
      { act: 'record_answer', via: 'email', path: 'portal' },
      { act: 'declare_presence', via: 'portal', inCanada: true },
      { act: 'set_address', via: 'portal', home, card: 'home' },
    )
    unwrap(confirmResidence(office.tools, office.officer, id, { source: 'GCMS', passport: 'agrees' }))
    unwrap(await addPhoto(office.tools, office.officer, id, { bytes: await portrait(at + 1) }))
    const photoId = viewOf(office, id).facts.photo.id ?? ''
    unwrap(approvePhoto(office.tools, reviewer(office), { photoId }))
  }
  return { office, ids, id: ids[0] ?? '' }
}

const ordered = async (count = 1) => {
  const all = await begun(count)
  const batch = unwrap(orderCards(all.office.tools, all.office.officer, all.ids))
  return { ...all, batch, order: (line: number) => orderId(batch, line) }
}
const bytesOf = (office: Office, file: string) => unwrap(cardFile(office.store, file)).bytes
const read = (bytes: Uint8Array) => unwrap(readCardFile(bytes, sha256, verifySignature))
const take = ({ tools, officer }: Office, bytes: Uint8Array) => takeAnswer(tools, officer, bytes)
const accepted = (order: string): CardRow<'acknowledgement'> => ({ order, result: 'accepted', reason: '', note: '' })

describe('an order', () => {
  test('holds everybody who is ready, in one signed file with their pictures', async () => {
    const { office, ids, batch } = await ordered(2)
    const file = read(bytesOf(office, batch)) as CardFile<'order'>
    expect(
      file.rows.map(({ givenNames, clientId, line1, postalCode }) => [givenNames, clientId, line1, postalCode]),
    ).toEqual([
      ['RANA', '1110000001', '12 Rideau Street', 'K1N 9J7'],
      ['OMAR', '1110000002', '12 Rideau Street', 'K1N 9J7'],
    ])
    expect(file.pictures.size).toBe(2)
    expect(file.head.key).toBe(Buffer.from(office.store.identity()?.publicKey ?? []).toString('hex'))
    for (const id of ids) expect(viewOf(office, id)).toMatchObject({ step: 'card_ordered', facts: { card: { batch } } })
    expect(cardOrders(office.tools)).toMatchObject({
      toOrder: [],
      underWay: [{ state: 'ordered' }, { state: 'ordered' }],
    })
  })

  test('is written once: asked for again it is the same bytes, and a second press orders nothing', async () => {
    const { office, ids, batch } = await ordered()
    expect(bytesOf(office, batch)).toEqual(bytesOf(office, batch))
    expect(code(orderCards(office.tools, office.officer, ids))).toBe('confirmations.card')
    expect(cardOrders(office.tools).files.length).toBe(1)
  })

  test('is refused as a whole where one person has no accepted photo', async () => {
    const { office, ids } = await begun(1)
    const other = personOf(office, '1110000002')
    expect(code(orderCards(office.tools, office.officer, [...ids, other]))).toMatch(/^confirmations\./)
    expect(cardOrders(office.tools)).toMatchObject({ files: [], toOrder: [{ missing: [] }] })
  })

  test('is due a week after the photo was accepted, and shown late from the day after', async () => {
    const { office } = await ordered()
    const row = () => cardOrders(office.tools).underWay[0]
    expect(row()).toMatchObject({ due: '2026-11-30', late: false })
    office.store.clock.advance(7 * day)
    expect(row()?.late).toBe(false)
    office.store.clock.advance(day)
    expect(row()?.late).toBe(true)
  })
})

describe('files of cards', () => {
  test('go with the first of their people who is erased; what became of the others’ cards stays', async () => {
    const { office, ids, batch } = await ordered(2)
    const [rana = '', omar = ''] = ids
    const told = unwrap(instructFacility(office.tools, office.officer, rana, { instruction: 'hold', reason: 'Moves' }))
    const law = 'Privacy Act, s. 6(3)'
    office.store.transact({ actor: office.officer.id }, (tx) => {
      orderErasure(tx, applicationsOf(tx, ['1110000001']), law)
      return ok(null)
    })
    for (const file of [batch, told]) expect(code(cardFile(office.store, file))).toBe('desk.not_found')
    expect(cardOrders(office.tools).files).toEqual([])
    expect(viewOf(office, omar).state.card).toBe('ordered')
  })
})

describe('the facility’s answers', () => {
  test('lead a card from its acknowledgement into the mail', async () => {
    const { office, id, order } = await ordered()
    unwrap(take(office, answerOf('acknowledgement', [accepted(order(1))])))
    unwrap(take(office, answerOf('produced', [{ order: order(1), on: '2026-11-24', cardNumber: 'RA0302123456' }])))
    unwrap(take(office, answerOf('mailed', [{ order: order(1), on: '2026-11-25', tracking: 'LM123456789CA' }])))
    expect(viewOf(office, id)).toMatchObject({ step: 'card_mailed', facts: { card: { mailedOn: '2026-11-25' } } })
    expect(cardOrders(office.tools).underWay).toEqual([])
  })

  test('are looked at first: what each row would do, and nothing is changed', async () => {
    const { office, id, order } = await ordered()
    const file = answerOf('acknowledgement', [accepted(order(1)), accepted(order(2))])
    expect(unwrap(previewAnswer(office.tools, file)).rows.map(({ verdict }) => verdict)).toEqual([
      'takes',
      'unknown_order',
    ])
    expect(viewOf(office, id).state.card).toBe('ordered')
    const done = unwrap(take(office, file))
    expect(done.rows.map(({ verdict }) => verdict)).toEqual(['takes', 'unknown_order'])
    expect(cardOrders(office.tools).files[0]).toMatchObject({ kind: 'acknowledgement', taken: 1, refused: 1 })
    const early = answerOf('returned', [{ order: order(1), on: '2026-11-25', why: 'moved', note: '' }])
    expect(unwrap(previewAnswer(office.tools, early)).rows[0]?.verdict).toBe('not_in_this_state')
  })

  test('are taken once: the same file again changes nothing', async () => {
    const { office, id, order } = await ordered()
    const file = answerOf('acknowledgement', [accepted(order(1))])
    unwrap(take(office, file))
    const before = office.store.timeline({ kind: 'confirmation', id }).length
    expect(unwrap(take(office, file)).takenOn).toBe('2026-11-23')
    expect(office.store.timeline({ kind: 'confirmation', id }).length).toBe(before)
  })

  test('of anybody else are refused, and so is any before an administrator entered the facility’s key', async () => {
    const { office, order } = await ordered()
    expect(code(take(office, answerOf('acknowledgement', [accepted(order(1))], 8)))).toBe('cards.other_facility')
    unwrap(changeSettings(office.tools, office.officer, { cardFacilityKey: null }))
    expect(code(take(office, answerOf('acknowledgement', [accepted(order(1))])))).toBe('cards.no_facility_key')
  })

  test('that refuse an order open a contact task; a new order names the one before', async () => {
    const { office, id, batch, order } = await ordered()
    const refusal = { order: order(1), result: 'refused', reason: 'photo', note: 'too dark' }
    unwrap(take(office, answerOf('acknowledgement', [refusal])))
    expect(viewOf(office, id)).toMatchObject({ step: 'card_to_order', facts: { contact: { why: 'card_refused' } } })
    expect(cardOrders(office.tools).toOrder[0]).toMatchObject({ refusal: 'photo. too dark' })
    const again = unwrap(orderCards(office.tools, office.officer, [id]))
    expect(again).not.toBe(batch)
    // What the facility still says of the first order reaches nobody.
    const late = answerOf('produced', [{ order: order(1), on: '2026-11-24', cardNumber: 'RA0302123456' }])
    expect(unwrap(previewAnswer(office.tools, late)).rows[0]?.verdict).toBe('other_order')
  })
})

test('each order tells where its people stand; whoever was ordered again counts with the last', async () => {
  const { office, ids, order } = await ordered(2)
  const steps = () => cardOrders(office.tools).files.flatMap(({ kind, steps }) => (kind === 'order' ? [steps] : []))
  expect(steps()).toEqual([[{ step: 'card_ordered', count: 2 }]])
  const refusal = { order: order(2), result: 'refused', reason: 'photo', note: '' }
  unwrap(take(office, answerOf('acknowledgement', [accepted(order(1)), refusal])))
  expect(steps()).toEqual([
    [
      { step: 'card_to_order', count: 1 },
      { step: 'card_ordered', count: 1 },
    ],
  ])
  unwrap(orderCards(office.tools, office.officer, [ids[1] ?? '']))
  unwrap(take(office, answerOf('mailed', [{ order: order(1), on: '2026-11-25', tracking: '' }])))
  expect(steps()).toEqual([[{ step: 'card_ordered', count: 1 }], [{ step: 'card_mailed', count: 1 }]])
})

describe('somebody who moved after the order', () => {
  test('is seen; the card is held, then sent to the new address, by signed instructions', async () => {
    const { office, id, order } = await ordered()
    does(office, id, moved)
    expect(cardOrders(office.tools).underWay[0]).toMatchObject({ goesElsewhere: true, canHold: true, canSend: true })
    const hold = unwrap(instructFacility(office.tools, office.officer, id, { instruction: 'hold', reason: 'moved' }))
    expect(read(bytesOf(office, hold)).rows[0]).toMatchObject({ order: order(1), instruction: 'hold', line1: '' })
    expect(cardOrders(office.tools).underWay[0]).toMatchObject({ held: 'moved', canHold: false })
    const send = unwrap(instructFacility(office.tools, office.officer, id, { instruction: 'send' }))
    expect(read(bytesOf(office, send)).rows[0]).toMatchObject({ instruction: 'send', line1: '400 Bank Street' })
    const [row] = cardOrders(office.tools).underWay
    expect(row).toMatchObject({ goesElsewhere: false, canSend: false })
    expect(row?.held).toBeUndefined()
  })
})

describe('a card that comes back', () => {
  test('opens a contact task with its attempts, and is mailed again', async () => {
    const { office, id, order } = await ordered()
    unwrap(take(office, answerOf('acknowledgement', [accepted(order(1))])))
    unwrap(take(office, answerOf('mailed', [{ order: order(1), on: '2026-11-24', tracking: '' }])))
    unwrap(take(office, answerOf('returned', [{ order: order(1), on: '2026-12-03', why: 'unclaimed', note: '' }])))
    expect(viewOf(office, id)).toMatchObject({
      step: 'card_undelivered',
      facts: { contact: { why: 'card_undelivered' } },
    })
    const note = (contact: Parameters<typeof noteContact>[3]) => noteContact(office.tools, office.officer, id, contact)
    unwrap(note({ act: 'attempt_contact', via: 'phone', outcome: 'no_answer' }))
    unwrap(note({ act: 'attempt_contact', via: 'phone', outcome: 'reached' }))
    expect(cardOrders(office.tools).underWay[0]?.contact).toMatchObject({ attempts: 2 })
    unwrap(note({ act: 'close_contact', outcome: 'address_confirmed' }))
    expect(code(note({ act: 'attempt_contact', via: 'phone', outcome: 'reached' }))).toBe('confirmations.contact')
    unwrap(instructFacility(office.tools, office.officer, id, { instruction: 'send' }))
    expect(viewOf(office, id)).toMatchObject({ step: 'card_mailed', facts: { card: { mailings: 2 } } })
  })
})

test('whoever is to be called without a card on its way stands apart from cards on their way', async () => {
  const { office, id, order } = await ordered()
  const omar = personOf(office, '1110000002')
  const contact = { act: 'open_contact', why: 'unreachable' } as const
  unwrap(noteContact(office.tools, office.officer, omar, contact))
  const listed = () => {
    const { underWay, toCall } = cardOrders(office.tools)
    return [underWay, toCall].map((rows) => rows.map(({ confirmationId }) => confirmationId))
  }
  expect(listed()).toEqual([[id], [omar]])
  unwrap(take(office, answerOf('acknowledgement', [{ ...accepted(order(1)), result: 'refused', reason: 'name' }])))
  expect(listed()).toEqual([[], expect.arrayContaining([id, omar])])
})

test('a rebuild gives the same rows', async () => {
  const { office, order } = await ordered(2)
  unwrap(take(office, answerOf('acknowledgement', [accepted(order(1))])))
  const before = office.store.dumpProjections()
  unwrap(await office.store.rebuild())
  expect(office.store.dumpProjections()).toEqual(before)
})
