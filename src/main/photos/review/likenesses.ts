import { hamming } from '../../../shared/photos/likeness.ts'
import type { Likeness } from '../../../shared/photos/report.ts'
import { bandsOf, near } from '../../store/projections/photo-bands.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import { type PhotoFile, photosOfSame } from './files.ts'

/**
 * Photos of this desk that show the same picture or the same face: the very same file, aligned faces of at most 6 bits
 * of difference, at most 8 for earlier photos of the same person (facts: 0 of 5151 pairs of different people within 6).
 */

const ofAnother = 6
const ofSame = 8
/** More than these say nothing more. */
const most = 20

export interface Alike {
  readonly photo: PhotoFile
  readonly person: 'same' | 'other'
  readonly sameFile: boolean
  /** Bits of 64, of the faces where both have one, else of the whole pictures; 0 for the same file. */
  readonly difference: number
}

export interface Prints {
  readonly face: string | null
  readonly whole: string | null
}

/** Closest first, other people before the same person. `prints` are those of the photo, as just measured or as stored. */
export function alikeOf(reader: Reader, photo: PhotoFile, prints: Prints): Alike[] {
  const same = photosOfSame(reader, photo)
  const own = new Set(same.map(({ id }) => id))
  const sameFile = (other: PhotoFile) => other.arrived === photo.arrived || other.original === photo.original
  const found = new Map<string, Alike>()
  const consider = (other: PhotoFile, person: Alike['person'], limit: number) => {
    const bits = sameFile(other) ? 0 : bitsBetween(prints, other)
    if (other.id !== photo.id && bits <= limit)
      found.set(other.id, { photo: other, person, sameFile: sameFile(other), difference: bits })
  }
  for (const other of same) consider(other, 'same', ofSame)
  for (const other of [...sameFiles(reader, photo), ...nearFaces(reader, prints)])
    if (!own.has(other.id)) consider(other, 'other', ofAnother)
  return [...found.values()]
    .sort((a, b) => Number(a.person === 'same') - Number(b.person === 'same') || a.difference - b.difference)
    .slice(0, most)
}

/** The same as the judge takes it. */
export const likenessesOf = (alike: readonly Alike[]): Likeness[] =>
  alike.map(({ photo, person, sameFile, difference: bits }) => ({
    photo: photo.id,
    person,
    outcome: photo.state === 'approved' ? 'accepted' : photo.state === 'returned' ? 'returned' : 'waiting',
    sameFile,
    difference: bits,
  }))

/** 64, all of them, where neither says anything. */
function bitsBetween({ face, whole }: Prints, { face_print, whole_print }: PhotoFile): number {
  if (face && face_print) return hamming(face, face_print)
  return whole && whole_print && !face && !face_print ? hamming(whole, whole_print) : 64
}

function sameFiles(reader: Reader, { arrived, original }: PhotoFile): PhotoFile[] {
  const photos = query.selectFrom('photo').selectAll().limit(most)
  return [
    ...reader.all(photos.where('arrived', '=', arrived)),
    ...reader.all(photos.where('original', '=', original)),
  ] as PhotoFile[]
}

/** Photos whose face has a band that is nearly this one's. */
function nearFaces(reader: Reader, { face }: Prints): PhotoFile[] {
  if (!face) return []
  const numbers = new Set<number>()
  for (const band of bandsOf(face)) {
    const rows = reader.all(
      query.selectFrom('photo_band').select('photo').where('band', '=', band.band).where('bits', 'in', near(band)),
    )
    for (const { photo } of rows) numbers.add(photo)
  }
  const faces = reader.all(
    query
      .selectFrom('photo')
      .select(['n', 'face_print'])
      .where('n', 'in', [...numbers]),
  )
  const close = faces.filter(({ face_print }) => face_print && hamming(face, face_print) <= ofAnother)
  return reader.all(
    query
      .selectFrom('photo')
      .selectAll()
      .where(
        'n',
        'in',
        close.map(({ n }) => n),
      )
      .limit(most * 2),
  ) as PhotoFile[]
}
