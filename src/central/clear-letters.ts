import type { Random } from '../shared/ports.ts'

/** Crockford's base 32: no letter that is read as another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** So many random letters, 5 bits each. */
export const clearLetters = (random: Random, count: number): string =>
  Array.from(random.bytes(count), (byte) => letters[byte % 32]).join('')
