import { z } from 'zod'
import { checkDigit } from '../mrz/check-digit.ts'
import { fail, ok, type Result } from '../result.ts'
import { bareNumber } from './numbers.ts'

/**
 * The number of a paper pack: `P`, eight digits that follow from the desk's id, four that count the desk's packs, one
 * check digit. Desks need no network to print different numbers. Should two
 * desks ever share their eight digits, the second pack taken is refused, never mixed up.
 */

const pattern = /^P\d{13}$/
/** Pages of a pack. */
export const packPages = 2
/** Packs that one printing makes at most. */
export const packsAtOnce = 50
const lastPack = 9999

const isSound = (number: string): boolean => checkDigit(number.slice(0, -1)) === number.at(-1)

export const paperPackNumber = z.string().regex(pattern).refine(isSound)

/** The eight digits of a desk (UUID): the same on every desk that knows its id. */
export const packDigitsOf = (device: string): string =>
  String(Number.parseInt(device.replaceAll('-', '').slice(-13), 16) % 100_000_000).padStart(8, '0')

/** The number of the desk's pack of that count, from 1. */
export function packNumber(device: string, count: number): string {
  const stem = `P${packDigitsOf(device)}${String(count).padStart(4, '0')}`
  return stem + checkDigit(stem)
}

/** How many packs a number says its desk had printed. */
export const packCount = (number: string): number => Number(number.slice(9, 13))

/**
 * The next `count` numbers of a desk whose last one was of count `printed`.
 * Fails with `packs.used_up` after the desk's 9999th.
 */
export function nextPacks(device: string, printed: number, count: number): Result<string[]> {
  if (printed + count > lastPack) return fail('packs.used_up', { left: lastPack - printed })
  return ok(Array.from({ length: count }, (_, at) => packNumber(device, printed + at + 1)))
}

/** Reads a number as typed or scanned. Fails with `packs.not_a_number` if it is none, or mistyped. */
export function readPackNumber(text: string): Result<string> {
  const number = bareNumber(text)
  return pattern.test(number) && isSound(number) ? ok(number) : fail('packs.not_a_number')
}

/** In groups that can be read aloud: `P 1234 5678 0001 4`. */
export const groupPackNumber = (number: string): string =>
  [number.slice(0, 1), number.slice(1, 5), number.slice(5, 9), number.slice(9, 13), number.slice(13)].join('\u00a0')
