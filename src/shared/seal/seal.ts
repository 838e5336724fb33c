/** The parts of a Visible Digital Seal (ICAO Doc 9303-13): `header | messages | FF | length | signature`. */

export interface SealHeader {
  /** Version of the header, as the standard counts: 3 or 4. */
  readonly version: 3 | 4
  /** The issuing state, `CAN`; without fillers (`D`). */
  readonly country: string
  /** State and two letters or digits of whoever signed: C and CN of the certificate's subject, such as `CA01`. */
  readonly signer: string
  /** Serial number of the certificate in upper-case hex, as written: `1F`, `0005B`. */
  readonly reference: string
  /** ISO dates: of the document and of the signature. */
  readonly issued: string
  readonly signed: string
  /** Which features the messages are, within the category: 1 to 254. */
  readonly feature: number
  /** Odd for types of ICAO, even for those of a state. */
  readonly category: number
}

export interface SealMessage {
  /** 0 to 254. */
  readonly tag: number
  readonly value: Uint8Array
}

export interface Seal {
  readonly header: SealHeader
  readonly messages: readonly SealMessage[]
  /** Raw `r | s`; null for a seal that was never signed. */
  readonly signature: Uint8Array | null
  /** What the signature covers: header and messages as they stood. */
  readonly covered: Uint8Array
}

/** First byte of every seal. */
export const sealMark = 0xdc
/** In place of a tag: the signature follows. */
export const signatureTag = 0xff
/** More than any symbol holds (an ECC 200 DataMatrix has at most 1,556 bytes). */
export const longestSeal = 2048

/**
 * The radix of a certificate reference's length. One signer in the wild (the German registry's, BSI TR-03171) writes it
 * in decimal; nobody else may.
 */
export const lengthRadix = (signer: string): number => (signer === 'DEZV' ? 10 : 16)
