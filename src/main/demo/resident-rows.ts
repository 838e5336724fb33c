import type { FamilyRole } from '../../shared/domain/confirmation/vocabulary.ts'
import { addDays } from '../../shared/rules/dates.ts'
import { drawOf } from './draw.ts'
import { mailbox } from './member.ts'
import type { DemoPerson } from './people.ts'
import type { Resident } from './residents.ts'

/** What a file of approved applications says of the demo's people, under headers that the import knows. */

/** The rows of a file that came on the day `on`. */
export const approvedRows = (who: readonly Resident[], on: string) => who.map((resident) => rowOf(resident, on))

/** Everybody has an address of their own, children too: the service asks for it. */
export const mailOf = ({ person }: Resident): string => `${mailbox(person)}.${person.index}@example.org`

/** Where they live, as the claim had it. */
export function addressOf({ person }: Resident) {
  const { addressLine = '', addressCity = '', addressProvince, addressPostalCode } = person.claim
  return {
    line1: addressLine,
    city: addressCity,
    ...(addressProvince ? { province: addressProvince } : {}),
    ...(addressPostalCode ? { postalCode: addressPostalCode } : {}),
    country: 'CAN',
  }
}

function rowOf(resident: Resident, on: string) {
  const { person, clientId, applicationNumber, lacks } = resident
  const { familyName, givenNames, birthPlace, birthCountry, sex, citizenships } = person.person
  const { line1, city, province, postalCode, country } = addressOf(resident)
  const { document } = person
  const draw = drawOf(person.portrait.seed, 91)
  const known = {
    client_id: clientId,
    application_number: applicationNumber,
    role: roles[person.household.role],
    family_name: familyName,
    given_names: givenNames,
    birth_date: wholeDate(person.person.birthDate ?? ''),
    birth_place: birthPlace,
    birth_country: birthCountry,
    sex,
    citizenship: citizenships?.[0],
    marital_status: maritalOf(person),
    ...(document
      ? {
          passport_number: document.number,
          passport_country: document.issuer,
          passport_expiry: document.expiresOn,
        }
      : {}),
    category: 'Protected person',
    height: String(heightOf(person, draw.between(-7, 7))),
    ...(lacks === 'eyeColour' ? {} : { eye_colour: draw.chance(0.8) ? 'brown' : 'black' }),
    language: person.claim.officialLanguage,
    ...(lacks === 'email' ? {} : { e_mail: mailOf(resident) }),
    phone: person.claim.phone,
    address: line1,
    city,
    province,
    postal_code: postalCode,
    country,
    approval_date: addDays(on, -3),
  }
  return known
}

const roles: Readonly<Record<DemoPerson['household']['role'], FamilyRole>> = {
  principal: 'principal',
  spouse: 'spouse',
  child: 'child',
  sibling: 'other',
}

/** A birth known by its year or month alone stands as the first day of it. */
const wholeDate = (date: string): string => `${date}-01-01`.slice(0, 10)

function maritalOf({ household, age }: DemoPerson): string {
  if (household.role === 'spouse') return 'married'
  if (household.role === 'principal' && household.size > 2) return 'married'
  return age > 60 ? 'widowed' : 'single'
}

/** Centimetres: children by their age, then adults around the middle of their sex. */
const heightOf = ({ age, person }: DemoPerson, more: number): number =>
  age < 16 ? 72 + age * 6 : (person.sex === 'M' ? 173 : 161) + more
