import { writeTd1, writeTd2, writeTd3 } from '../../../src/shared/mrz/write.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { seeded } from './random.ts'

/** Zones of people who do not exist, of Utopia. */

const families = [
  'Eriksson',
  'Okonkwo',
  'Quispe Zúñiga',
  'Nguyen',
  'Abdulrahman Al-Khalidi',
  'Ivanova',
  'Wójcik-Brzęczyszczykiewicz',
].concat([
  'Xi',
  'Zhou',
  'Jovanović',
  'Fofana',
  'Yusuf',
  'Kpelle',
  'Vásquez',
  'Haddad',
  'Gebremedhin',
  'Bîrlădeanu',
  'Dupont',
])
const given = [
  'Anna Maria',
  'Joseph',
  'Qamar',
  'Thi Bich',
  'Mohamed',
  'Xavier',
  'Olga',
  'Juan Pablo',
  'Wilhelmina Josephina',
  'Kofi',
].concat(['Zeynep', 'Yasmin', 'Bukola', 'Ivy', 'Felix', 'Hugo', 'Gwendolyn', 'Desta', 'Noor'])
const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

export function zoneOf(seed: number, kind: 'TD1' | 'TD2' | 'TD3' = 'TD3'): readonly string[] {
  const random = seeded(seed + 77)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const some = (count: number) => Array.from({ length: count }, () => pick([...characters])).join('')
  const two = (most: number) => String(1 + Math.floor(random() * most)).padStart(2, '0')
  const optional = random() < 0.4
  const content = {
    documentCode: kind === 'TD3' ? 'P' : 'I',
    issuer: 'UTO',
    nationality: 'UTO',
    documentNumber: some(9),
    familyName: pick(families),
    givenNames: pick(given),
    birthDate: `${1940 + Math.floor(random() * 80)}-${two(12)}-${two(28)}`,
    sex: pick(['M', 'F', 'X'] as const),
    expiryDate: `${2027 + Math.floor(random() * 9)}-${two(12)}-${two(28)}`,
    ...(optional ? { optionalData: some(7) } : {}),
  }
  const write = { TD1: writeTd1, TD2: writeTd2, TD3: writeTd3 }[kind]
  return unwrap(write(content)).lines
}
