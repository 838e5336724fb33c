import { catalogue } from '../../../src/shared/domain/catalogue.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { type Office, openOffice } from '../../integration/claims/support.ts'
import { testRandom } from '../store.ts'
import { createMemoryCentral } from './memory-central.ts'

/** Does an event of this type order bodies to go? */
export const erases = (type: string): boolean => (catalogue as Record<string, { erases?: true }>)[type]?.erases === true

/** Two desks of Lacolle and their central, which has nothing of them yet; `open` gets the desks, for whoever takes them away. */
export function twoDesksOfLacolle(open: Office[]) {
  const service = createMemoryCentral(officeId('lacolle-15'), erases)
  const [a, b] = ['a', 'b'].map((name, i) => openOffice({ random: testRandom(name) }, 1 + i * 8)) as [Office, Office]
  open.push(a, b)
  for (const { store } of [a, b]) unwrap(store.sync.begin(service.epoch()))
  return { service, a, b }
}
