/** Who came together, from where, when and how: what the members of a demo household share. */
import type { Entry } from '../../shared/domain/fields.ts'
import { officeOf, type Province } from '../../shared/domain/ports-of-entry.ts'
import { type Contact, contactIn, inlandOfficeOf, placeOfEntry, provinceBetween } from './canada.ts'
import { type Culture, cultureOf } from './cultures/index.ts'
import { dayOf } from './days.ts'
import { type Draw, drawOf } from './draw.ts'
import { type DemoName, nameOf } from './names.ts'
import { type Origin, origins } from './origins.ts'

export type Role = 'principal' | 'spouse' | 'child' | 'sibling'

export interface Member {
  readonly role: Role
  readonly sex: 'F' | 'M' | 'X'
  /** Day count of the birth. */
  readonly born: number
  readonly name: DemoName
}

export interface Household {
  readonly seed: number
  readonly first: number
  readonly origin: Origin
  readonly culture: Culture
  readonly city: string
  readonly stateless: boolean
  /** Day counts. */
  readonly today: number
  readonly enteredOn: number
  readonly claimedOn: number
  readonly manner: Entry['manner']
  /** Slug of a port of entry, or words between ports. */
  readonly place: string
  readonly channel: 'port_of_entry' | 'inland'
  readonly office: string
  readonly contact: Contact
  readonly members: readonly Member[]
}

/** People come in blocks of this size, cut into households, so that any index is found without counting. */
const block = 8
const cuts: readonly (readonly [readonly number[], number])[] = [
  [[1, 1, 1, 1, 1, 1, 1, 1], 20],
  [[1, 1, 2, 1, 1, 2], 16],
  [[1, 3, 1, 1, 1, 1], 20],
  [[4, 1, 1, 1, 1], 20],
  [[1, 2, 5], 10],
  [[2, 1, 1, 4], 14],
]

const originWeights = origins.map((origin) => [origin, origin.weight] as const)

/** The household to which an index belongs. */
export function householdAt(seed: number, index: number, today: string): Household {
  const { first, size } = cutAt(seed, index)
  const draw = drawOf(seed, first, 1)
  const origin = draw.weighted(originWeights)
  const culture = cultureOf(draw.weighted(origin.cultures))
  const stateless = culture.id === 'rohingya' || culture.id === 'tibetan' || draw.chance(origin.stateless)
  const day = dayOf(today)
  const arrival = arrive(draw, origin, day)
  const members = membersOf(draw, culture, size, arrival)
  return { seed, first, origin, culture, city: draw.pick(origin.cities), stateless, today: day, members, ...arrival }
}

function cutAt(seed: number, index: number): { first: number; size: number } {
  const start = Math.floor(index / block) * block
  let first = start
  for (const size of drawOf(seed, start, 0).weighted(cuts)) {
    if (index < first + size) return { first, size }
    first += size
  }
  throw new Error('A block is not cut whole')
}

type Arrival = Pick<Household, 'enteredOn' | 'claimedOn' | 'manner' | 'place' | 'channel' | 'office' | 'contact'>

/** More claims lately than long ago: three years back at most. At a port the claim is of the day of entry. */
function arrive(draw: Draw, origin: Origin, today: number): Arrival {
  const claimedOn = today - Math.floor(1000 * draw.next() ** 2.2)
  const manner = draw.weighted(origin.manners)
  const place = placeOfEntry(draw, manner)
  const atPort = manner === 'land_poe' ? draw.chance(0.97) : manner !== 'between_poes' && draw.chance(0.38)
  const province: Province = officeOf(place)?.province ?? provinceBetween(place)
  const contact = contactIn(draw, province)
  return {
    claimedOn,
    manner,
    place,
    contact,
    channel: atPort ? 'port_of_entry' : 'inland',
    enteredOn: atPort ? claimedOn : claimedOn - waitBeforeClaim(draw, manner),
    office: atPort ? place : inlandOfficeOf(contact.addressProvince),
  }
}

/** Days between entry and an inland claim. Around the limits of the law (14 days, a year) there are enough to test. */
function waitBeforeClaim(draw: Draw, manner: Entry['manner']): number {
  if (manner === 'between_poes')
    return draw.weighted([
      [draw.between(0, 13), 5],
      [14, 1],
      [draw.between(15, 90), 4],
    ])
  return draw.weighted([
    [draw.between(1, 45), 45],
    [draw.between(46, 364), 40],
    [draw.between(365, 900), 15],
  ])
}

const year = 365.2425

function membersOf(draw: Draw, culture: Culture, size: number, arrival: Arrival): Member[] {
  const on = arrival.claimedOn
  const sexes = (feminine: number) => (draw.chance(0.006) ? 'X' : draw.chance(feminine) ? 'F' : 'M')
  const bornAt = (age: number) => on - Math.floor((age + draw.next()) * year)
  const age = size === 1 ? soloAge(draw) : draw.between(24, 52)
  const sex = sexes(0.46)
  const first: Member = { role: 'principal', sex, born: bornAt(age), name: nameOf(culture, draw, sex) }
  if (size === 1) return [first]
  if (size === 2 && draw.chance(0.15)) return [first, siblingOf(draw, culture, first)]
  const couple = size > 3 || draw.chance(0.55)
  const spouse = couple ? spouseOf(draw, culture, first, bornAt(Math.max(22, age + draw.between(-6, 4)))) : null
  const parents = spouse ? [first, spouse] : [first]
  const children = Array.from({ length: size - parents.length }, () => childOf(draw, culture, parents, arrival))
  return [...parents, ...children.toSorted((a, b) => a.born - b.born)]
}

const soloAge = (draw: Draw): number =>
  draw.chance(0.015)
    ? draw.between(13, 17)
    : draw.chance(0.06)
      ? draw.between(58, 79)
      : 18 + Math.floor(34 * draw.next() ** 1.3)

function spouseOf(draw: Draw, culture: Culture, first: Member, born: number): Member {
  const sex = first.sex === 'M' ? 'F' : 'M'
  return { role: 'spouse', sex, born, name: nameOf(culture, draw, sex, { spouse: first.name }) }
}

function siblingOf(draw: Draw, culture: Culture, first: Member): Member {
  const sex = draw.chance(0.5) ? 'F' : 'M'
  const born = first.born + Math.floor(draw.between(1, 5) * year)
  return { role: 'sibling', sex, born, name: nameOf(culture, draw, sex, { father: first.name }) }
}

/** Younger than 18 at the claim, born before the entry, and at least 18 years younger than the younger parent. */
function childOf(draw: Draw, culture: Culture, parents: readonly Member[], arrival: Arrival): Member {
  const youngest = Math.max(...parents.map(({ born }) => born))
  const latest = arrival.enteredOn - 20
  const earliest = Math.max(arrival.claimedOn - Math.floor(17.9 * year), youngest + Math.floor(18 * year))
  const born = Math.min(latest, earliest + Math.floor(draw.next() * Math.max(1, latest - earliest)))
  const sex = draw.chance(0.5) ? 'F' : 'M'
  const father = (parents.find((each) => each.sex === 'M') ?? parents.find((each) => each.sex === 'X'))?.name
  const mother = parents.find((each) => each.sex === 'F')?.name
  return {
    role: 'child',
    sex,
    born,
    name: nameOf(culture, draw, sex, { ...(father && { father }), ...(mother && { mother }) }),
  }
}
