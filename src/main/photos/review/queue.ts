import type { PhotoCounts, PhotoQueue, PhotoRow, PhotoStage, PhotoSuggestion } from '../../../shared/contract/views.ts'
import type { PhotoSource, PhotoState } from '../../../shared/domain/photo-states.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import { type PhotoProfile, photoProfiles } from '../../../shared/photos/profiles.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { present } from '../../claims/rows.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'

/** The queue of photos: what a row shows, how pages follow each other, and the numbers beside the filters. */

export interface QueueOrder {
  readonly stage: PhotoStage
  readonly profile?: PhotoProfile | undefined
  readonly suggestion?: PhotoSuggestion | undefined
  readonly again?: boolean
  /** Waiting: only photos of this officer's claims. Decided: only those that the officer decided. */
  readonly mine?: Uuid | undefined
  /** Only photos of claims that this officer works on, whatever the list: as far as the officer's role reaches. */
  readonly ownClaims?: Uuid | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export const suggestions: readonly PhotoSuggestion[] = ['return', 'review', 'accept', 'none']

/** A page of the queue: waiting photos oldest first, decided ones latest first. The cursor is time and number of the last row. */
export function photoQueue(reader: Reader, order: QueueOrder): PhotoQueue {
  const sign = order.stage === 'waiting' ? 1 : -1
  // One value of each filter at a time walks the index; several are merged from the pages of each, so that none sorts the table.
  const rows = walks(order).flatMap((walk) => reader.all(pageOf(order, walk)))
  rows.sort((a, b) => sign * (a.place_ms - b.place_ms || a.n - b.n))
  const shown = rows.slice(0, order.limit)
  const last = rows.length > order.limit ? shown.at(-1) : undefined
  return {
    rows: shown.map(rowView),
    ...(last ? { next: `${last.place_ms}.${last.n}` } : {}),
    counts: photoCounts(reader, order),
  }
}

/** One row as the queue shows it; undefined for a photo that is not there. */
export function photoRow(reader: Reader, photoId: Uuid): PhotoRow | undefined {
  const row = reader.first(photoRows().where('photo.id', '=', photoId))
  return row && rowView(row)
}

interface Walk {
  readonly profile?: PhotoProfile
  readonly suggestion?: PhotoSuggestion
  readonly again?: number
}

/** No filter walks the list of the stage; else every combination that the filters leave, each along one index. */
function walks({ profile, suggestion, again, mine, ownClaims }: QueueOrder): readonly Walk[] {
  if (mine || ownClaims) return [{}] // Few enough to sort.
  if (!profile && !suggestion && !again) return [{}]
  return (profile ? [profile] : photoProfiles).flatMap((each) =>
    (suggestion ? [suggestion] : suggestions).flatMap((one) =>
      (again ? [1] : [0, 1]).map((answer) => ({ profile: each, suggestion: one, again: answer })),
    ),
  )
}

function pageOf(order: QueueOrder, walk: Walk) {
  const direction = order.stage === 'waiting' ? 'asc' : 'desc'
  const [ms, n] = (order.after ?? '').split('.').map(Number)
  let rows = narrowed(photoRows(), order)
    .orderBy('photo.place_ms', direction)
    .orderBy('photo.n', direction)
    .limit(order.limit + 1)
  if (walk.profile) rows = rows.where('photo.profile', '=', walk.profile)
  if (walk.suggestion) rows = rows.where('photo.suggestion', '=', walk.suggestion)
  if (walk.again !== undefined) rows = rows.where('photo.again', '=', walk.again)
  if (ms && n) {
    const beyond = order.stage === 'waiting' ? '>' : '<'
    rows = rows.where((is) => is(is.refTuple('photo.place_ms', 'photo.n'), beyond, is.tuple(ms, n)))
  }
  return rows
}

type Rows = ReturnType<typeof photoRows>

function narrowed(rows: Rows, { stage, mine, ownClaims, profile, suggestion, again }: QueueOrder): Rows {
  let narrow = rows.where('photo.stage', '=', stage)
  const owner = ownClaims ?? (stage === 'waiting' ? mine : undefined)
  if (owner) narrow = narrow.where('claim.owner', '=', owner)
  if (mine && stage !== 'waiting') narrow = narrow.where('photo.decided_by', '=', mine)
  if (!mine && !ownClaims) return narrow
  if (profile) narrow = narrow.where('photo.profile', '=', profile)
  if (suggestion) narrow = narrow.where('photo.suggestion', '=', suggestion)
  return again ? narrow.where('photo.again', '=', 1) : narrow
}

const photoRows = () =>
  query
    .selectFrom('photo')
    .leftJoin('claim', 'claim.id', 'photo.claim')
    .leftJoin('person', 'person.n', 'claim.person_n')
    .leftJoin('photo_application', 'photo_application.id', 'photo.application')
    .leftJoin('officer', 'officer.id', 'photo.decided_by')
    .select([
      'photo.n',
      'photo.id',
      'photo.profile',
      'photo.source',
      'photo.state',
      'photo.suggestion',
      'photo.submitted_ms',
      'photo.place_ms',
      'photo.again',
      'photo.original',
      'photo.width',
      'photo.height',
      'photo.decided_ms',
      'claim.application_number as claim_number',
      'person.family_name',
      'person.given_names',
      'photo_application.application_number',
      'photo_application.family_name as applicant_family_name',
      'photo_application.given_names as applicant_given_names',
      'officer.display_name',
    ])

type Row = Rows extends { execute(): Promise<(infer R)[]> } ? R : never

const rowView = (row: Row): PhotoRow => ({
  photoId: row.id,
  profile: row.profile as PhotoProfile,
  source: row.source as PhotoSource,
  state: row.state as PhotoState,
  suggestion: row.suggestion as PhotoSuggestion,
  submittedAt: new Date(row.submitted_ms).toISOString(),
  again: row.again === 1,
  name: nameLine({
    familyName: row.family_name ?? row.applicant_family_name ?? undefined,
    givenNames: row.given_names ?? row.applicant_given_names ?? undefined,
  }),
  applicationNumber: row.claim_number ?? row.application_number ?? '',
  picture: row.original,
  width: row.width,
  height: row.height,
  ...present({
    decidedAt: row.decided_ms === null ? null : new Date(row.decided_ms).toISOString(),
    decidedBy: row.display_name,
  }),
})

/** How many photos each list and each filter would show, the other filters as they are. */
export function photoCounts(reader: Reader, order: QueueOrder): PhotoCounts {
  const rows = tallies(reader, order)
  const sum = (fits: (row: Tally) => boolean) => rows.filter(fits).reduce((total, { count }) => total + count, 0)
  const { profile, suggestion, again } = order
  const fits = (row: Tally, but?: 'profile' | 'suggestion' | 'again') =>
    (but === 'profile' || !profile || row.profile === profile) &&
    (but === 'suggestion' || !suggestion || row.suggestion === suggestion) &&
    (but === 'again' || !again || row.again === 1)
  const inStage = (stage: PhotoStage) => sum((row) => row.stage === stage && fits(row))
  const waiting = (but: 'profile' | 'suggestion' | 'again', and: (row: Tally) => boolean) =>
    sum((row) => row.stage === 'waiting' && fits(row, but) && and(row))
  return {
    waiting: inStage('waiting'),
    approved: inStage('approved'),
    returned: inStage('returned'),
    replaced: inStage('replaced'),
    bySuggestion: {
      return: waiting('suggestion', (row) => row.suggestion === 'return'),
      review: waiting('suggestion', (row) => row.suggestion === 'review'),
      accept: waiting('suggestion', (row) => row.suggestion === 'accept'),
      none: waiting('suggestion', (row) => row.suggestion === 'none'),
    },
    byProfile: {
      'pr-card': waiting('profile', (row) => row.profile === 'pr-card'),
      'refugee-document': waiting('profile', (row) => row.profile === 'refugee-document'),
    },
    again: waiting('again', (row) => row.again === 1),
  }
}

interface Tally {
  readonly stage: string
  readonly profile: string
  readonly suggestion: string
  readonly again: number
  readonly count: number
}

/** Of the whole office from the counts that are kept up; of one officer's claims, which are few, by counting. */
function tallies(reader: Reader, { ownClaims }: QueueOrder): readonly Tally[] {
  if (!ownClaims) return reader.all(query.selectFrom('photo_tally').selectAll())
  return reader.all(
    query
      .selectFrom('claim')
      .innerJoin('photo', 'photo.claim', 'claim.id')
      .select(['photo.stage', 'photo.profile', 'photo.suggestion', 'photo.again'])
      .select((is) => is.fn.countAll<number>().as('count'))
      .where('claim.owner', '=', ownClaims)
      .groupBy(['photo.stage', 'photo.profile', 'photo.suggestion', 'photo.again']),
  )
}
