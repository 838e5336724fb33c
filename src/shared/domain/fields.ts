import { z } from 'zod'
import { countryCode, languageCode, partialDate, plainDate, text } from './field-types.ts'
import { fullIntakeClaimFields, fullIntakePersonFields } from './full-intake.ts'
import { channels, manners, persecutionGrounds, provinces, sexes, vulnerabilities } from './vocabulary.ts'

/**
 * The fields of a person and of a claim as officers fill them: one schema each, one event a change.
 * Every field is a multi-value register (facts: sync rules): two desks may disagree, and then both values are shown.
 * A claim is worth keeping from its first letter, so nothing here is required; steps say what they lack.
 */

export const personFields = {
  familyName: text(200),
  givenNames: text(200),
  /** The name as the person writes it, any script. */
  nativeName: text(200),
  birthDate: partialDate,
  sex: z.enum(sexes),
  birthCountry: countryCode,
  birthPlace: text(200),
  /** All of them; `XXA` alone for a stateless person, `XXB`/`XXC` for a refugee's travel document. */
  citizenships: z.array(countryCode).min(1).max(8),
  formerResidence: countryCode,
  /** Unique Client Identifier: 8 or 10 digits, without hyphens. */
  clientId: z.string().regex(/^\d{8}(\d{2})?$/),
  ...fullIntakePersonFields,
} as const

export const entry = z.object({
  date: plainDate,
  manner: z.enum(manners),
  /** Code of the port of entry, or where between ports. */
  place: text(200).optional(),
  disputed: z.boolean().optional(),
})
export type Entry = z.infer<typeof entry>

export const claimFields = {
  channel: z.enum(channels),
  claimDate: plainDate,
  phone: z
    .string()
    .trim()
    .regex(/^[+()\d .-]{7,25}$/),
  email: z.email().max(254),
  addressLine: text(200),
  addressCity: text(100),
  addressProvince: z.enum(provinces),
  /** `A1A 1A1` */
  addressPostalCode: z.string().regex(/^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d$/),
  officialLanguage: z.enum(['en', 'fr']),
  spokenLanguage: languageCode,
  dialect: text(100),
  interpreterNeeded: z.boolean(),
  representativeKind: z.enum(['none', 'paid', 'unpaid']),
  representativeName: text(200),
  representativeContact: text(200),
  /** Regulator of a paid representative (law society, CICC) and the member number there. */
  representativeBody: text(200),
  representativeNumber: text(50),
  entries: z.array(entry).max(50),
  grounds: z.array(z.enum(persecutionGrounds)),
  fearedCountries: z.array(countryCode).max(8),
  fearSummary: text(5000),
  ...fullIntakeClaimFields,
} as const

/** What is noted of a party (one person or a family) when it comes into the waiting room. */
export const arrivalFields = {
  /** UTC instant. */
  arrivedAt: z.iso.datetime(),
  adults: z.number().int().min(0).max(50),
  children: z.number().int().min(0).max(50),
  /** Children without a parent or guardian. */
  minorAlone: z.boolean(),
  vulnerable: z.array(z.enum(vulnerabilities)).max(vulnerabilities.length),
  language: languageCode,
  /** A name, or what the party can be recognized by. */
  name: text(200),
  note: text(500),
} as const

/** How to reach the person: corrected without a reason, since nothing rests on it. */
export const contactFields: ReadonlySet<string> = new Set<keyof typeof claimFields>([
  'phone',
  'email',
  'addressLine',
  'addressCity',
  'addressProvince',
  'addressPostalCode',
])

export type PersonField = keyof typeof personFields
export type ClaimField = keyof typeof claimFields
export type PersonValues = { readonly [F in PersonField]?: z.infer<(typeof personFields)[F]> }
export type ClaimValues = { readonly [F in ClaimField]?: z.infer<(typeof claimFields)[F]> }

/** A change of some fields; `null` clears one. Unknown fields are refused. */
const changesOf = <S extends Readonly<Record<string, z.ZodType>>>(fields: S) =>
  z
    .strictObject(
      Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, schema.nullable().optional()])) as {
        [F in keyof S]: z.ZodOptional<z.ZodNullable<S[F]>>
      },
    )
    .refine((changes) => Object.keys(changes).length > 0, { message: 'empty' })

export const personChanges = changesOf(personFields)
export const claimChanges = changesOf(claimFields)
export const arrivalChanges = changesOf(arrivalFields)
export type ArrivalValues = { readonly [F in keyof typeof arrivalFields]?: z.infer<(typeof arrivalFields)[F]> }

/**
 * Registers of a claim that are no field of a form have a dot in their name: answers of law (`fact.`), the family, the
 * lane. Only forms, their records and answers can be in conflict: of the others the latest counts, on every desk the same.
 */
export const isFormField = (name: string): boolean => !name.includes('.')
export const mayConflict = (name: string): boolean =>
  isFormField(name) || /^(fact|record|row|none|evidence)\./.test(name)
