import { addDays } from '../../shared/rules/dates.ts'
import { sha256 } from '../sync/crypto.ts'
import { type Chance, chanceOf } from './random.ts'

/** Families whose permanent residence was approved: who they are, and how each of them goes about it. */

export interface Member {
  /** Of the family, from 0. */
  readonly n: number
  readonly email: string
  readonly chance: Chance
  readonly habits: Habits
  readonly row: Readonly<Record<Column, string>>
}

/** How somebody answers, as people do. Turns are looks at the mail and the portal. */
export interface Habits {
  /** Turns that go by before they do anything with their password. */
  readonly slow: number
  /** Lets the first password run out and uses the second. */
  readonly missesPassword: boolean
  /** Photos that are no good before one is. */
  readonly badPhotos: 0 | 1 | 2
  /** Is abroad when first asked; comes back so many turns later. */
  readonly abroad: number
  /** Says to be in Canada, leaves again before anybody confirmed it, and comes back. */
  readonly leaves: boolean
  /** Moves house once the card is ordered. */
  readonly moves: boolean
}

const columns = [
  ...(['uci', 'application_number', 'role', 'family_name', 'given_names', 'date_of_birth', 'sex'] as const),
  ...(['citizenship', 'passport_number', 'passport_country', 'language', 'email', 'phone'] as const),
  ...(['country_of_birth', 'height', 'eye_colour', 'category', 'approved_on'] as const),
] as const
type Column = (typeof columns)[number]

interface Origin {
  readonly country: string
  readonly names: readonly [string, ...string[]]
  readonly given: readonly [string, ...string[]]
}

const origins: readonly [Origin, ...Origin[]] = [
  { country: 'SYR', names: ['Haddad', 'Khoury', 'Nassar'], given: ['Rana', 'Omar', 'Lina', 'Sami', 'Nour'] },
  { country: 'PHL', names: ['Santos', 'Reyes', 'Bautista'], given: ['Maria', 'Jose', 'Angela', 'Miguel', 'Liza'] },
  { country: 'IND', names: ['Sharma', 'Gill', 'Menon'], given: ['Priya', 'Arjun', 'Meera', 'Dev', 'Asha'] },
  { country: 'BRA', names: ['Souza', 'Araújo', 'Conceição'], given: ['Ana', 'João', 'Luísa', 'Caio', 'Inês'] },
]

/** The people of so many families. The same seed gives the same people with the same habits. */
export function familiesOf(seed: string, families: number, today: string): Member[][] {
  // Addresses of a name that no server of the world answers for (RFC 6761).
  const tag = Buffer.from(sha256(Buffer.from(`families/${seed}`)))
    .toString('hex')
    .slice(0, 8)
  return Array.from({ length: families }, (_, family) => {
    const chance = chanceOf(`families/${seed}/${family}`)
    const { country, names, given } = chance.pick('origin', origins)
    const name = chance.pick('name', names)
    const size = chance.between('size', 1, 5)
    return Array.from({ length: size }, (_, n): Member => {
      const own = chanceOf(`families/${seed}/${family}/${n}`)
      const email = `f${family}.m${n}.${tag}@players.invalid`
      const adult = n < 2
      return {
        ...{ n, email, chance: own, habits: habitsOf(own) },
        row: {
          uci: `3${String(own.between('uci', 0, 999_999_999)).padStart(9, '0')}`,
          application_number: `E9${String(chance.between('application', 0, 99_999_999)).padStart(8, '0')}`,
          role: n === 0 ? 'principal' : n === 1 ? 'spouse' : 'child',
          family_name: name,
          given_names: given[n % given.length] ?? given[0],
          date_of_birth: addDays(today, -own.between('age', adult ? 8000 : 800, adult ? 20_000 : 6000)),
          sex: own.pick('sex', ['F', 'M']),
          ...{ citizenship: country, passport_country: country, country_of_birth: country },
          passport_number: `N${own.between('passport', 10_000_000, 99_999_999)}`,
          language: chance.pick('language', ['English', 'French']),
          email,
          phone: `613 555 ${String(own.between('phone', 0, 9999)).padStart(4, '0')}`,
          height: String(own.between('height', adult ? 150 : 80, adult ? 195 : 150)),
          eye_colour: own.pick('eyes', ['brown', 'green', 'blue']),
          category: 'FC1',
          approved_on: addDays(today, -own.between('approved', 5, 40)),
        },
      }
    })
  })
}

function habitsOf(chance: Chance): Habits {
  const badPhotos = chance.pick('bad photos', [0, 0, 0, 1, 1, 2] as const)
  return {
    slow: chance.is('slow', 0.4) ? chance.between('turns', 2, 6) : 0,
    missesPassword: chance.is('misses', 0.15),
    badPhotos,
    abroad: chance.is('abroad', 0.2) ? chance.between('away', 2, 5) : 0,
    leaves: chance.is('leaves', 0.1),
    moves: chance.is('moves', 0.25),
  }
}

/** The file of approved applications, as a desk takes it in: CSV. */
export const importFileOf = (families: readonly (readonly Member[])[]): string =>
  [columns.join(','), ...families.flat().map(({ row }) => columns.map((column) => row[column]).join(','))].join('\n')
