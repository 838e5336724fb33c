import type { ConfirmationWork } from '../../../../src/shared/contract/desk/confirmations.ts'
import { answered, checks, present, taken } from './confirmations.ts'
import { type Desk, portraitOf, type Ready, reason, type Scenes } from './scene.ts'

const home = { line1: '12 Rideau Street', city: 'Ottawa', province: 'ON', postalCode: 'K1N 9J7', country: 'CAN' }
const moved = { ...home, line1: '400 Bank Street' }
const address = (to: typeof home): ConfirmationWork => ({ act: 'set_address', via: 'phone', home: to, card: 'home' })

/** A permanent resident. */
async function resident(desk: Desk, ...works: readonly ConfirmationWork[]) {
  const person = await taken(desk, ...answered, present, ...works)
  await desk.confirmations.confirm({ ...person, ...checks })
  return person
}

async function issued(desk: Desk) {
  const person = await resident(desk)
  await desk.ecopr.issue({ ...person, checkedNow: true })
  return person
}

/** Ready for a card. */
async function ready(desk: Desk, world: Ready) {
  const person = await resident(desk, address(home))
  await desk.confirmations.addPhoto({ ...person, file: portraitOf(world) })
  const { facts } = await desk.confirmations.get(person)
  await desk.photoReview.approve({ photoId: facts.photo.id ?? '' })
  return person
}

async function ordered(desk: Desk, world: Ready) {
  const person = await ready(desk, world)
  await desk.cards.order({ confirmationIds: [person.confirmationId] })
  return person
}

export const cardScenes: Scenes<'cards' | 'ecopr'> = {
  'ecopr.issue': {
    'with its message': { as: 'sol', input: async (desk) => ({ ...(await resident(desk)), checkedNow: true }) },
  },
  'ecopr.renew': { 'with its message': { as: 'sol', input: issued } },
  'ecopr.withdraw': { 'wrong name': { as: 'sol', input: async (desk) => ({ ...(await issued(desk)), reason }) } },
  'ecopr.take': { 'at the counter': { as: 'sol', input: issued } },
  'cards.order': {
    'one card with its file': {
      as: 'sol',
      input: async (desk, world) => ({ confirmationIds: [(await ready(desk, world)).confirmationId] }),
    },
  },
  'cards.instruct': {
    'somebody moved': {
      as: 'sol',
      input: async (desk, world) => {
        const person = await ordered(desk, world)
        await desk.confirmations.work({ ...person, work: address(moved) })
        return { ...person, told: { instruction: 'send' } }
      },
    },
  },
  'cards.contact': {
    'a task opened': {
      as: 'sol',
      input: async (desk) => ({ ...(await taken(desk)), contact: { act: 'open_contact', why: 'other' } }),
    },
  },
}
