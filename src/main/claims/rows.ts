import type { ClaimRow, Page } from '../../shared/contract/views.ts'
import { type ClaimState, claimStates } from '../../shared/domain/states.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { laneOf } from './progress.ts'

/** Lists of claims: what a row shows and how pages follow each other by keyset. */

export interface PageOrder {
  readonly states?: readonly ClaimState[]
  /** Only claims of this officer (UUID). */
  readonly owner?: string
  readonly after?: string
  readonly limit: number
}

const columns = [
  'claim.n',
  'claim.id',
  'claim.application_number',
  'claim.claim_date',
  'claim.state',
  'claim.next_deadline',
  'claim.document_number',
  'claim.updated_ms',
  'person.id as person_id',
  'person.family_name',
  'person.given_names',
  'person.native_name',
  'person.birth_date',
  'person.citizenships',
  'person.client_id',
  'person.photo_print',
  'officer.display_name',
  'claim_lane.lane',
  'portal_claim.sent_on',
] as const

export const claimRows = () =>
  query
    .selectFrom('claim')
    .innerJoin('person', 'person.n', 'claim.person_n')
    .leftJoin('officer', 'officer.id', 'claim.owner')
    .leftJoin('claim_lane', 'claim_lane.claim', 'claim.id')
    .leftJoin('family_member', 'family_member.claim', 'claim.id')
    .leftJoin('portal_claim', 'portal_claim.claim', 'claim.id')
    .select(columns)
    .select((row) =>
      row
        .selectFrom('family_member as kin')
        .whereRef('kin.family', '=', 'family_member.family')
        .select((kin) => kin.fn.countAll<number>().as('n'))
        .as('family_size'),
    )

type Row = ReturnType<typeof claimRows> extends { execute(): Promise<(infer R)[]> } ? R : never

/** A page of claims, last touched first. The cursor is the time and number of its last row. */
export function claimPage(reader: Reader, order: PageOrder): Page<ClaimRow> {
  // One state at a time walks its index; several are merged from the pages of each, so that none sorts the table.
  const rows = statesOf(order).flatMap((state) => reader.all(pageOf(order, state)))
  rows.sort((a, b) => b.updated_ms - a.updated_ms || b.n - a.n)
  const shown = rows.slice(0, order.limit)
  const last = rows.length > order.limit ? shown.at(-1) : undefined
  return { rows: shown.map(rowView), ...(last ? { next: `${last.updated_ms}.${last.n}` } : {}) }
}

/** The states to walk one by one; the claims of one officer are kept by state. */
function statesOf({ states, owner }: PageOrder): readonly (ClaimState | undefined)[] {
  if (states && states.length > 0) return [...new Set(states)]
  return owner ? claimStates : [undefined]
}

function pageOf(order: PageOrder, state: ClaimState | undefined) {
  const [ms, n] = (order.after ?? '').split('.').map(Number)
  let rows = claimRows()
    .orderBy('claim.updated_ms', 'desc')
    .orderBy('claim.n', 'desc')
    .limit(order.limit + 1)
  if (state) rows = rows.where('claim.state', '=', state)
  if (order.owner) rows = rows.where('claim.owner', '=', order.owner)
  if (ms && n) rows = rows.where((is) => is(is.refTuple('claim.updated_ms', 'claim.n'), '<', is.tuple(ms, n)))
  return rows
}

export function rowView(row: Row): ClaimRow {
  const optional = {
    clientId: row.client_id,
    familyName: row.family_name,
    givenNames: row.given_names,
    nativeName: row.native_name,
    birthDate: row.birth_date,
    documentNumber: row.document_number,
    nextDeadline: row.next_deadline,
    ownerName: row.display_name,
    photo: row.photo_print,
    oneTouch: laneOf(row) === 'one_touch' ? (true as const) : null,
    portal: row.sent_on ? (true as const) : null,
    family: row.family_size && row.family_size > 1 ? row.family_size : null,
  }
  return {
    claimId: row.id,
    personId: row.person_id,
    applicationNumber: row.application_number,
    citizenships: JSON.parse(row.citizenships) as string[],
    state: row.state as ClaimState,
    claimDate: row.claim_date,
    updatedAt: new Date(row.updated_ms).toISOString(),
    ...present(optional),
  }
}

/** The entries that hold a value: absent and `null` are the same to a screen. */
export const present = <T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
