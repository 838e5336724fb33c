import { foldName } from '../../names/index.ts'

/** The columns of a file of approved applications, and which header of a file is taken for which. */

export const importColumns = {
  clientId: ['client_id', 'uci', 'iuc', 'id_client', 'unique_client_identifier'],
  applicationNumber: ['application_number', 'application', 'numero_de_demande', 'application_no'],
  role: ['role', 'family_role', 'relationship', 'lien'],
  familyName: ['family_name', 'surname', 'last_name', 'nom', 'nom_de_famille'],
  givenNames: ['given_names', 'given_name', 'first_name', 'prenom', 'prenoms'],
  birthDate: ['birth_date', 'date_of_birth', 'dob', 'date_de_naissance'],
  birthPlace: ['birth_place', 'place_of_birth', 'lieu_de_naissance'],
  birthCountry: ['birth_country', 'country_of_birth', 'pays_de_naissance'],
  sex: ['sex', 'sexe'],
  citizenship: ['citizenship', 'nationality', 'citoyennete', 'nationalite'],
  maritalStatus: ['marital_status', 'etat_matrimonial'],
  passportNumber: ['passport_number', 'passport', 'numero_de_passeport'],
  passportCountry: ['passport_country', 'pays_du_passeport'],
  passportExpires: ['passport_expires', 'passport_expiry', 'expiration_du_passeport'],
  category: ['category', 'immigration_category', 'categorie'],
  heightCm: ['height_cm', 'height', 'taille', 'taille_cm'],
  eyeColour: ['eye_colour', 'eye_color', 'couleur_des_yeux'],
  language: ['language', 'langue', 'preferred_language'],
  email: ['email', 'e_mail', 'courriel'],
  phone: ['phone', 'telephone'],
  line1: ['address_line1', 'address', 'street', 'adresse'],
  line2: ['address_line2', 'adresse_2'],
  city: ['city', 'ville'],
  province: ['province'],
  postalCode: ['postal_code', 'code_postal'],
  country: ['country', 'pays'],
  approvedOn: ['approved_on', 'approval_date', 'date_d_approbation'],
} as const satisfies Record<string, readonly string[]>

export type ImportColumn = keyof typeof importColumns
export const importColumnNames = Object.keys(importColumns) as readonly ImportColumn[]
export const requiredColumns: readonly ImportColumn[] = ['clientId', 'applicationNumber', 'familyName', 'birthDate']

/** Which column of the file (by its place) holds what; a column of ours that none holds is left out. */
export type ImportMapping = Readonly<Partial<Record<ImportColumn, number>>>

/** The mapping that the headers suggest, in English or French, however they are written. */
export function suggestedMapping(headers: readonly string[]): ImportMapping {
  const plain = headers.map((header) =>
    foldName(header)
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, ''),
  )
  const found = importColumnNames.flatMap((column) => {
    const names: readonly string[] = importColumns[column]
    const at = plain.findIndex((header) => names.includes(header))
    return at < 0 ? [] : [[column, at] as const]
  })
  return Object.fromEntries(found)
}

/** Columns that a mapping must name and does not, and places that it gives to two. */
export function mappingProblems(
  mapping: ImportMapping,
  headers: number,
): { missing: ImportColumn[]; doubled: ImportColumn[] } {
  const places = importColumnNames.flatMap((column) => mapping[column] ?? [])
  return {
    missing: requiredColumns.filter((column) => mapping[column] === undefined),
    doubled: importColumnNames.filter((column) => {
      const at = mapping[column]
      return at !== undefined && (at >= headers || places.filter((place) => place === at).length > 1)
    }),
  }
}
