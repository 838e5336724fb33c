import { type ConfirmationFacts, cardAddress } from '../domain/confirmation/facts.ts'
import { type EyeColour, eyeColours, eyeWords } from '../domain/residence-words.ts'
import { cardName } from './card-names.ts'
import type { CardRow } from './format.ts'

/** What must be known of a person before a card can be made. */
export const cardNeeds = ['sex', 'birthCountry', 'citizenship', 'heightCm', 'eyeColour', 'address', 'photo'] as const
export type CardNeed = (typeof cardNeeds)[number]

/** The code of an eye colour as a file or an officer wrote it; undefined for a word that is none. */
export function eyeColourOf(said: string | undefined): EyeColour | undefined {
  const word = said?.trim().toLowerCase()
  return eyeColours.find(
    (code) => word === code || word === eyeWords[code].en.toLowerCase() || word === eyeWords[code].fr.toLowerCase(),
  )
}

/** The order's place in a batch, as the facility names it back. */
export const orderId = (batch: string, line: number): string => `${batch}.${String(line).padStart(4, '0')}`

/** Batch and line of an order. */
export function orderParts(order: string): { readonly batch: string; readonly line: number } {
  const [batch = '', line = ''] = order.split('.')
  return { batch, line: Number(line) }
}

/** What is missing for a card; empty where it can be ordered. `photo`: SHA-256 of the accepted picture. */
export function missingForCard(facts: ConfirmationFacts, photo: string | undefined): CardNeed[] {
  const { identity } = facts
  const has: Readonly<Record<CardNeed, boolean>> = {
    sex: identity.sex !== undefined,
    birthCountry: identity.birthCountry !== undefined,
    citizenship: identity.citizenship !== undefined,
    heightCm: identity.heightCm !== undefined,
    eyeColour: eyeColourOf(identity.eyeColour) !== undefined,
    address: cardAddress(facts) !== undefined,
    photo: photo !== undefined,
  }
  return cardNeeds.filter((need) => !has[need])
}

/** The place to mail to, as the columns of a file. */
export const placeColumns = (address: ReturnType<typeof cardAddress>) => ({
  line1: tidy(address?.line1),
  line2: tidy(address?.line2),
  city: tidy(address?.city),
  province: address?.province ?? '',
  postalCode: address?.postalCode ?? '',
})

/** The row of an order, once nothing is missing. Names as they stand on the card. */
export function orderRow(order: string, facts: ConfirmationFacts, photo: string): CardRow<'order'> {
  const { identity, residence } = facts
  const [family, given] = [cardName(identity.familyName), cardName(identity.givenNames ?? '')]
  return {
    order,
    clientId: identity.clientId,
    familyName: family.text,
    givenNames: given.text,
    cut: [family.cut && 'family', given.cut && 'given'].filter(Boolean).join(','),
    birthDate: identity.birthDate,
    sex: identity.sex ?? '',
    birthCountry: identity.birthCountry ?? '',
    citizenship: identity.citizenship ?? '',
    heightCm: String(identity.heightCm ?? ''),
    eyeColour: eyeColourOf(identity.eyeColour) ?? '',
    residentSince: residence?.on ?? '',
    validYears: '5',
    language: identity.language,
    ...placeColumns(cardAddress(facts)),
    photo,
  }
}

const tidy = (text: string | undefined): string => (text ?? '').normalize('NFC').trim().replace(/\s+/g, ' ')
