import { africa } from './africa.ts'
import { americas } from './americas.ts'
import type { Culture } from './culture.ts'
import { eastAsia } from './east-asia.ts'
import { europe } from './europe.ts'
import { middleEast } from './middle-east.ts'
import { southAsia } from './south-asia.ts'

export type { Culture, NamePair } from './culture.ts'

/** Every culture that the demo knows. */
export const cultures: readonly Culture[] = [
  ...southAsia,
  ...middleEast,
  ...africa,
  ...americas,
  ...eastAsia,
  ...europe,
]

const byId = new Map(cultures.map((each) => [each.id, each]))

/** The culture of an id; a wrong id is a bug of our own data. */
export function cultureOf(id: string): Culture {
  const found = byId.get(id)
  if (!found) throw new Error(`No culture ${id}`)
  return found
}
