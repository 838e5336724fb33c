/** One member of a demo household, as an officer would have taken the claim in. */
import type { ClaimValues, Entry, PersonValues } from '../../shared/domain/fields.ts'
import { isoOf } from './days.ts'
import { type Draw, drawOf } from './draw.ts'
import type { Household, Member } from './household.ts'
import type { DemoPerson, DemoTravelDocument } from './people.ts'
import type { HeadCovering, Traits } from './portraits/look.ts'
import { fearOf } from './reasons.ts'

const stateless = 'XXA'
const year = 365.2425

/** The member at a place of the household, 0 the principal claimant. */
export function memberOf(household: Household, place: number): DemoPerson {
  const member = household.members[place]
  if (!member) throw new Error(`No member ${place}`)
  const index = household.first + place
  const draw = drawOf(household.seed, index, 2)
  const age = Math.floor((household.claimedOn - member.born) / year)
  const languages = languagesOf(draw, household, age)
  const person = personOf(draw, household, member)
  return {
    index,
    household: { first: household.first, size: household.members.length, role: member.role },
    culture: household.culture.id,
    name: member.name,
    person,
    claim: claimOf(household, member, index, languages, age),
    office: household.office,
    document: documentOf(draw, household, member, person),
    languages,
    age,
    portrait: { seed: portraitSeed(draw), traits: traitsOf(draw, household, member, age) },
  }
}

const portraitSeed = (draw: Draw): number => draw.between(0, 0x3fffffff)

function personOf(
  draw: Draw,
  { origin, culture, city, stateless: without, ...home }: Household,
  member: Member,
): PersonValues {
  const { name, sex, born } = member
  const latin = `${name.given} ${name.family}`.trim()
  const ownName = culture.script !== 'Latn' || name.native !== latin
  return {
    familyName: name.family,
    ...(name.given && { givenNames: name.given }),
    ...(ownName && { nativeName: name.native }),
    birthDate: recorded(draw, isoOf(born), origin.partialBirthDates),
    sex,
    birthCountry: origin.country,
    birthPlace: city,
    citizenships: without ? [stateless] : citizenshipsOf(drawOf(home.seed, home.first, 5), origin),
    ...(without && { formerResidence: origin.country }),
  }
}

/** A family shares its citizenships. */
const citizenshipsOf = (draw: Draw, { country, second }: Household['origin']): string[] =>
  draw.chance(second ? 0.16 : 0.012)
    ? [country, second ?? draw.pick(['FRA', 'GBR', 'ITA', 'BRA', 'ZAF'])].filter(unique)
    : [country]

const unique = <T>(item: T, index: number, all: readonly T[]): boolean => all.indexOf(item) === index

/** Some births were recorded by the year alone, some by year and month, and some as the first of January. */
function recorded(draw: Draw, day: string, partial: number): string {
  if (!draw.chance(partial)) return day
  return draw.weighted([
    [day.slice(0, 4), 4],
    [day.slice(0, 7), 2],
    [`${day.slice(0, 4)}-01-01`, 4],
  ])
}

function claimOf(
  household: Household,
  member: Member,
  index: number,
  languages: readonly string[],
  age: number,
): ClaimValues {
  // Grounds, language of the proceedings and representative are the family's.
  const draw = drawOf(household.seed, household.first, 3)
  const { origin, contact } = household
  const principal = household.members[0]?.sex ?? 'F'
  const { grounds, summary } = fearOf(draw, household.city, principal, household.stateless)
  const official =
    languages.includes('fr') && (contact.addressProvince === 'QC' || !languages.includes('en')) ? 'fr' : 'en'
  return {
    channel: household.channel,
    claimDate: isoOf(household.claimedOn),
    ...contact,
    ...(age >= 16 && { email: `${mailbox(member)}.${index}@example.org` }),
    officialLanguage: contact.addressProvince === 'QC' && !languages.includes('en') ? 'fr' : official,
    spokenLanguage: languages[0] ?? 'en',
    interpreterNeeded: !languages.includes(official),
    ...representativeOf(draw),
    entries: entriesOf(draw, household),
    grounds,
    fearedCountries: [origin.country],
    fearSummary:
      member.role === 'principal' ? summary : `Came with the principal claimant and relies on that account: ${summary}`,
  }
}

/** A few came before, as visitors: which entry counts matters to the law. */
function entriesOf(draw: Draw, { manner, place, enteredOn }: Household): Entry[] {
  const last: Entry = { date: isoOf(enteredOn), manner, place }
  if (!draw.chance(0.05)) return [last]
  const before: Entry = {
    date: isoOf(enteredOn - draw.between(200, 1400)),
    manner: 'airport',
    place: 'yyz',
  }
  return [before, last]
}

function representativeOf(
  draw: Draw,
): Pick<
  ClaimValues,
  'representativeKind' | 'representativeName' | 'representativeContact' | 'representativeBody' | 'representativeNumber'
> {
  const kind = draw.weighted([
    ['none', 55],
    ['paid', 38],
    ['unpaid', 7],
  ] as const)
  if (kind === 'none') return { representativeKind: kind }
  const firm = draw.between(1, 60)
  const contact = { representativeContact: `office${firm}@example.org` }
  return kind === 'unpaid'
    ? { representativeKind: kind, representativeName: `Community Settlement Centre ${firm}`, ...contact }
    : {
        representativeKind: kind,
        representativeName: `Demo Law Office ${firm}`,
        ...contact,
        representativeBody: draw.pick([
          'Law Society of Ontario',
          'Barreau du Québec',
          'Law Society of British Columbia',
          'CICC',
        ]),
        representativeNumber: `D${String(draw.between(0, 99_999)).padStart(5, '0')}`,
      }
}

/** Mother tongue, what else is spoken at home, and English or French for some who went to school in it. */
function languagesOf(draw: Draw, { culture, origin }: Household, age: number): string[] {
  const also =
    age < 6 ? [] : origin.alsoSpoken.filter((code) => draw.chance(code === 'en' || code === 'fr' ? 0.35 : 0.6))
  return [culture.language, ...also].filter(unique)
}

function documentOf(
  draw: Draw,
  household: Household,
  { name }: Member,
  { citizenships = [] }: PersonValues,
): DemoTravelDocument | null {
  const { origin, today } = household
  if (draw.chance(household.stateless ? 0.6 : household.manner === 'between_poes' ? 0.35 : 0.08)) return null
  const issued = household.enteredOn - draw.between(30, 3400)
  return {
    kind: household.stateless ? 'stateless' : 'passport',
    issuer: origin.country,
    nationality: citizenships[0] ?? origin.country,
    number: household.stateless
      ? `S${String(draw.between(0, 9_999_999)).padStart(7, '0')}`
      : numberLike(draw, origin.passport),
    familyName: name.document.family,
    givenNames: name.document.given,
    issuedOn: isoOf(Math.min(issued, today - 1)),
    expiresOn: isoOf(issued + draw.pick([1826, 3652])),
  }
}

const numberLike = (draw: Draw, shape: string): string =>
  shape.replace(/[L0]/g, (kind) =>
    kind === 'L' ? draw.pick([...'ABCDEFGHJKLMNPRSTUVWXYZ']) : String(draw.between(0, 9)),
  )

function traitsOf(draw: Draw, { culture, seed, first }: Household, { sex }: Member, age: number): Traits {
  const [low, high] = culture.tones
  // A family looks alike.
  const tone = Math.max(0, Math.min(9, drawOf(seed, first, 4).between(low, high) + (draw.chance(0.2) ? 1 : 0)))
  return {
    tone,
    sex,
    age,
    hair: culture.hair,
    covering: coveringOf(draw, culture.covers[sex === 'F' ? 'F' : 'M'], age),
  }
}

const coveringOf = (draw: Draw, cover: readonly [HeadCovering, number] | undefined, age: number): HeadCovering =>
  cover && age >= 13 && draw.chance(cover[1]) ? cover[0] : 'none'

/** The part of an e-mail address that names somebody. */
export const mailbox = ({ name }: Pick<Member, 'name'>): string =>
  [name.document.given.split(' ')[0], name.document.family.split(' ')[0]].filter(Boolean).join('.').toLowerCase()
