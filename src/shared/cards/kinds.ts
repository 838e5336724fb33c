/** The closed lists of the files of cards. No schema and no checks: windows and the catalogue read them. */

/** The office sends orders and, for orders that it sent, instructions; the facility answers with the others. */
export const cardFileKinds = ['order', 'instructions', 'acknowledgement', 'produced', 'mailed', 'returned'] as const
export type CardFileKind = (typeof cardFileKinds)[number]

export const cardRefusals = ['photo', 'name', 'address', 'data', 'duplicate', 'other'] as const
export type CardRefusal = (typeof cardRefusals)[number]

/** `hold`: do not mail; `send`: mail it there, hold or not; `cancel`: destroy it. */
export const cardInstructions = ['hold', 'send', 'cancel'] as const
export type CardInstruction = (typeof cardInstructions)[number]
