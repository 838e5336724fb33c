import type { PhotoState } from '../../../shared/domain/photo-states.ts'
import type { Language } from '../../../shared/language.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import type { PhotoProfile } from '../../../shared/photos/profiles.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { fieldsOf, valuesOf } from '../../claims/fields.ts'
import { query } from '../../store/query.ts'
import type { PhotoTable } from '../../store/tables/photos.ts'
import type { Reader } from '../../store/types.ts'

/** A photo as commands and views need it. */
export type PhotoFile = Omit<PhotoTable, 'profile' | 'state'> & {
  readonly profile: PhotoProfile
  readonly state: PhotoState
}

/** The photo, or `desk.not_found`. */
export function findPhoto(reader: Reader, photoId: Uuid): Result<PhotoFile> {
  const row = reader.first(query.selectFrom('photo').selectAll().where('id', '=', photoId))
  return row ? ok(row as PhotoFile) : fail('desk.not_found')
}

/** Who is in the picture, by what letters and lists say of them. */
export interface Applicant {
  readonly name: string
  readonly applicationNumber: string
  readonly clientId?: string
  /** `YYYY-MM-DD`; a partial date is left out. */
  readonly birthDate?: string
  readonly language: Language
}

/** The person of the claim or application; undefined where that was erased. */
export function applicantOf(reader: Reader, photo: Pick<PhotoFile, 'claim' | 'application'>): Applicant | undefined {
  return photo.claim ? claimant(reader, photo.claim) : applicant(reader, photo.application ?? '')
}

function claimant(reader: Reader, claim: Uuid): Applicant | undefined {
  const row = reader.first(
    query
      .selectFrom('claim')
      .innerJoin('person', 'person.n', 'claim.person_n')
      .select(['application_number', 'family_name', 'given_names', 'birth_date', 'client_id'])
      .where('claim.id', '=', claim),
  )
  if (!row) return undefined
  const { officialLanguage } = valuesOf(fieldsOf(reader, { kind: 'claim', id: claim })) as {
    officialLanguage?: Language
  }
  return applicantFrom({ ...row, language: officialLanguage ?? 'en' })
}

function applicant(reader: Reader, id: Uuid): Applicant | undefined {
  const row = reader.first(query.selectFrom('photo_application').selectAll().where('id', '=', id))
  return row && applicantFrom(row)
}

interface Row {
  readonly application_number: string
  readonly family_name: string | null
  readonly given_names: string | null
  readonly birth_date: string | null
  readonly client_id: string | null
  readonly language: string
}

const applicantFrom = (row: Row): Applicant => ({
  name: nameLine({ familyName: row.family_name ?? undefined, givenNames: row.given_names ?? undefined }),
  applicationNumber: row.application_number,
  language: row.language === 'fr' ? 'fr' : 'en',
  ...(row.client_id ? { clientId: row.client_id } : {}),
  ...(row.birth_date?.length === 10 ? { birthDate: row.birth_date } : {}),
})

/** The applicant's names as papers print them. */
export function applicantNames(
  reader: Reader,
  { claim, application }: Pick<PhotoFile, 'claim' | 'application'>,
): { familyName: string; givenNames: string } | undefined {
  const row = claim
    ? reader.first(
        query
          .selectFrom('claim')
          .innerJoin('person', 'person.n', 'claim.person_n')
          .select(['family_name', 'given_names'])
          .where('claim.id', '=', claim),
      )
    : reader.first(
        query
          .selectFrom('photo_application')
          .select(['family_name', 'given_names'])
          .where('id', '=', application ?? ''),
      )
  return row && { familyName: row.family_name ?? '', givenNames: row.given_names ?? '' }
}

/** Whole months from one ISO day to a later one. */
export function wholeMonths(from: string, to: string): number {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number)
  return (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0)
}

/** Every photo of the same person, or of the same application, oldest first; this one among them. */
export function photosOfSame(reader: Reader, photo: Pick<PhotoFile, 'claim' | 'application'>): PhotoFile[] {
  const rows = photo.claim
    ? reader.all(
        query
          .selectFrom('photo')
          .innerJoin('claim as own', 'own.id', 'photo.claim')
          .innerJoin('claim as its', 'its.person_n', 'own.person_n')
          .selectAll('photo')
          .where('its.id', '=', photo.claim)
          .orderBy('photo.n'),
      )
    : reader.all(
        query.selectFrom('photo').selectAll().where('application', '=', photo.application).orderBy('n').limit(200),
      )
  return rows as PhotoFile[]
}
