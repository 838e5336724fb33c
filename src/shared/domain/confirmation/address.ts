import type { provinces } from '../vocabulary.ts'

/** Where a person lives or takes mail. A permanent resident card is sent within Canada alone (IRPR s. 55, 58). */

export interface PostalAddress {
  readonly line1: string
  readonly line2?: string | undefined
  readonly city: string
  /** Two letters in Canada, any text elsewhere. */
  readonly province?: string | undefined
  /** `K1A 0A9` in Canada, any text elsewhere. */
  readonly postalCode?: string | undefined
  /** ISO alpha-3. */
  readonly country: string
}

/** Why no card can be sent to an address; null where one can. */
export type AddressProblem = 'no_address' | 'not_canada' | 'province' | 'postal_code' | 'postal_province'

/** Can a card be mailed there? The first thing against it: another country, no province, a code that is none, or another province's. */
export function cardAddressProblem(address: PostalAddress | undefined): AddressProblem | null {
  if (!address) return 'no_address'
  if (address.country !== 'CAN') return 'not_canada'
  const { province = '', postalCode = '' } = address
  if (!Object.hasOwn(firstLetters, province)) return 'province'
  if (!postalCodeShape.test(postalCode)) return 'postal_code'
  return firstLetters[province as Province].includes(postalCode.charAt(0)) ? null : 'postal_province'
}

/** A postal code as Canada Post writes it, `K1A 0A9`; text that is none comes back in capitals, as it was typed. */
export function tidyPostalCode(typed: string): string {
  const bare = typed.replace(/[\s-]/g, '').toUpperCase()
  return bare.length === 6 ? `${bare.slice(0, 3)} ${bare.slice(3)}` : typed.trim().toUpperCase()
}

type Province = (typeof provinces)[number]

/** No D, F, I, O, Q or U anywhere, no W or Z in front. */
const postalCodeShape = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d$/

/** First letters of the postal codes of each province and territory. */
const firstLetters: Readonly<Record<Province, string>> = {
  AB: 'T',
  BC: 'V',
  MB: 'R',
  NB: 'E',
  NL: 'A',
  NS: 'B',
  NT: 'X',
  NU: 'X',
  ON: 'KLMNP',
  PE: 'C',
  QC: 'GHJ',
  SK: 'S',
  YT: 'Y',
}
