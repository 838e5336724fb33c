import { type DemoPerson, person } from '../../src/main/demo/people.ts'
import { today } from './fill.ts'

const known = new Map<number, DemoPerson>()

/** A person of the benchmark's crowd; kept, so that making one is never part of a measurement twice. */
export function demoPerson(index: number): DemoPerson {
  const found = known.get(index) ?? person(1, index, today)
  known.set(index, found)
  return found
}
