import { fail, ok, type Result } from '../result.ts'

/**
 * The printed recovery key: 160 random bits as eight groups of four Crockford base32 symbols and a check symbol.
 * The check symbol is a Reed-Solomon symbol over GF(32) that also holds the group's place: within a group any one
 * wrong symbol and any two exchanged ones are found, and so are two groups exchanged; the group at fault is named.
 */
export const recoveryKeyBytes = 20
const groups = 8
const dataSymbols = 4
const groupLength = dataSymbols + 1
const length = groups * groupLength
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Writes the key for paper: `XXXXX-XXXXX-...`, eight groups. Throws (a bug) unless given 20 bytes. */
export function writeRecoveryKey(bytes: Uint8Array): string {
  if (bytes.length !== recoveryKeyBytes) throw new Error('A recovery key has 20 bytes')
  const symbols = toSymbols(bytes)
  return Array.from({ length: groups }, (_, group) => {
    const data = symbols.slice(group * dataSymbols, (group + 1) * dataSymbols)
    return [...data, checkSymbol(data, group)].map((symbol) => alphabet[symbol]).join('')
  }).join('-')
}

/**
 * Reads a key as it was typed: any case, O for 0, I and L for 1, any separators.
 * Errors: officers.recovery_key_length {expected, count}, officers.recovery_key_group {group} (first group at fault).
 */
export function readRecoveryKey(text: string): Result<Uint8Array> {
  const tidy = text.normalize('NFKC').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  const typed = tidy.replace(/[^0-9A-Z]/g, '')
  if (typed.length !== length) return wrongLength(tidy, typed.length)
  const symbols = [...typed].map((sign) => alphabet.indexOf(sign))
  const wrong = Array.from({ length: groups }, (_, group) => group).find((group) => !holds(symbols, group))
  if (wrong !== undefined) return fail('officers.recovery_key_group', { group: wrong + 1 })
  return ok(toBytes(symbols.filter((_, index) => index % groupLength !== dataSymbols)))
}

/** A symbol too many or too few: where the typed separators still show eight groups, says which one. */
function wrongLength(tidy: string, count: number): Result<never> {
  const parts = tidy.split(/[^0-9A-Z]+/).filter((part) => part.length > 0)
  const group = parts.findIndex((part) => part.length !== groupLength) + 1
  if (parts.length === groups) return fail('officers.recovery_key_group', { group })
  return fail('officers.recovery_key_length', { expected: length, count })
}

function holds(symbols: readonly number[], group: number): boolean {
  const part = symbols.slice(group * groupLength, (group + 1) * groupLength)
  return part.every((symbol) => symbol >= 0) && part[dataSymbols] === checkSymbol(part.slice(0, dataSymbols), group)
}

/** Sum of a^(i+1) times symbol i, plus the group's own constant. The check symbol itself has weight a^0. */
function checkSymbol(data: readonly number[], group: number): number {
  return data.reduce((sum, symbol, index) => sum ^ timesPower(symbol, index + 1), group + 1)
}

/** Multiplies by a^power in GF(32), field polynomial x^5 + x^2 + 1, of which a is a primitive root. */
function timesPower(symbol: number, power: number): number {
  let product = symbol
  for (let step = 0; step < power; step++) product = product & 16 ? ((product << 1) & 31) ^ 0b101 : product << 1
  return product
}

/** 20 bytes as 32 numbers of five bits. */
function toSymbols(bytes: Uint8Array): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: groups * dataSymbols }, (_, i) => Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2))
}

function toBytes(symbols: readonly number[]): Uint8Array {
  const bits = symbols.map((symbol) => symbol.toString(2).padStart(5, '0')).join('')
  return Uint8Array.from({ length: recoveryKeyBytes }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2))
}
