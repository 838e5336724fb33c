import type { AttentionItem, TodayView } from '../../shared/contract/views.ts'
import { groupSerial } from '../../shared/domain/numbers.ts'
import { claimStates } from '../../shared/domain/states.ts'
import { identityKinds } from '../../shared/domain/vocabulary.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { appointmentsOn } from '../appointments/view.ts'
import type { Proposal } from '../claims/decisions.ts'
import { claimPage, claimRows, rowView } from '../claims/rows.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { intakesByTouch, lackingSteps } from '../shifts/desk-state.ts'
import { tallied } from '../store/projections/tally.ts'
import { query, sql } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { knownElsewhere } from '../sync/known-elsewhere.ts'
import { leftStanding } from '../sync/left-standing.ts'
import { lostAtCentral } from '../sync/lost-at-central.ts'
import { missingFiles } from '../sync/missing-files.ts'
import { settledOtherwise } from '../sync/troubles.ts'
import { backlogOf } from './backlog.ts'
import { dueSoon } from './due.ts'
import { readySheets } from './stock.ts'

/** The first screen of a shift: what is due, what is mine, what arrived. For officers who work on claims. */
export function todayView(tools: Tools, officer: Officer): TodayView {
  const { store } = tools
  const date = today(tools)
  return {
    counts: countStates(store),
    takenInToday: openedOn(store, date),
    documentsToday:
      store.first(
        query
          .selectFrom('document')
          .select((q) => q.fn.countAll<number>().as('papers'))
          .where('issue_date', '=', date)
          .where('kind', 'in', [...identityKinds, 'acknowledgement'])
          .where('state', '!=', 'spoiled'),
      )?.papers ?? 0,
    due: dueSoon(store, date),
    mine: claimPage(store, {
      owner: officer.id,
      states: ['intake', 'undecided', 'suspended', 'ineligible_proposed'],
      limit: 10,
    }).rows,
    interviews: appointmentsOn(tools, officer, date),
    awaitingSecond: claimPage(store, { states: ['ineligible_proposed'], limit: 10 }).rows,
    sheetsReady: readySheets(store, 1000).length,
    ...backlogOf(store, date),
    arrivals: lastDays(date, 14).map((day) => ({ date: day, claims: openedOn(store, day) })),
  }
}

/** The same screen without anything of claims, for officers who do not work on them. */
export const todayWithoutClaims = ({ store }: Tools): TodayView => ({
  counts: Object.fromEntries(claimStates.map((state) => [state, 0])) as TodayView['counts'],
  takenInToday: 0,
  documentsToday: 0,
  due: [],
  mine: [],
  interviews: [],
  awaitingSecond: [],
  sheetsReady: readySheets(store, 1000).length,
  backlog: [],
  oldestDays: 0,
  arrivals: [],
})

const countStates = (reader: Reader): TodayView['counts'] =>
  Object.fromEntries(claimStates.map((state) => [state, tallied(reader, `claim.${state}`)])) as TodayView['counts']

const openedOn = (reader: Reader, date: string): number =>
  reader.first(
    query
      .selectFrom('claim')
      .select((q) => q.fn.countAll<number>().as('claims'))
      .where('opened_on', '=', date),
  )?.claims ?? 0

const dayMs = 86_400_000
const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
const lastDays = (date: string, days: number): string[] =>
  Array.from({ length: days }, (_, i) => addDays(date, i - days + 1))

/** What needs the hand of an officer who works on claims: conflicts between desks, what another desk decided first, decisions that wait for a second officer, papers half printed, intakes left, sheets spoiled without a replacement. What waits longest comes first; a conflict, of no known day, before all. */
export function attentionItems(tools: Tools, { lacks = true } = {}): AttentionItem[] {
  const { store } = tools
  const items = [
    ...conflicts(store),
    ...settledOtherwise(store),
    ...leftStanding(store),
    ...missingFiles(tools),
    ...knownElsewhere(store),
    ...lostAtCentral(store),
    ...waitingDecisions(store),
    ...openPapers(store),
    ...leftIntakes(tools, lacks),
  ]
  return items.sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''))
}

/** How many there are: stands beside the room on every screen, so nothing is worked out that only the list shows. */
export const attentionCount = (tools: Tools): number => attentionItems(tools, { lacks: false }).length

/** Whom it is about, once there is a name. */
function personOf(row: { family_name: string | null; given_names: string | null }): { person?: string } {
  const person = nameLine({ familyName: row.family_name ?? undefined, givenNames: row.given_names ?? undefined })
  return person ? { person } : {}
}

/** Claims with two values, theirs or their person's: found by the two indexes, for a condition on either reads every claim. */
export const conflictRows = () =>
  query
    .selectFrom('claim')
    .innerJoin('person', 'person.n', 'claim.person_n')
    .select(['claim.id', 'claim.application_number', 'claim.conflicts', 'person.family_name', 'person.given_names'])
    .where(
      'claim.n',
      'in',
      query
        .selectFrom('claim')
        .select('n')
        .where('conflicts', '>', 0)
        .union(
          query
            .selectFrom('claim')
            .select('n')
            .where('person_n', 'in', query.selectFrom('person').select('n').where('conflicts', '>', 0)),
        ),
    )
    .limit(100)

function conflicts(reader: Reader): AttentionItem[] {
  const rows = reader.all(conflictRows())
  return rows.map((row) => ({
    id: `conflict.${row.id}`,
    ...personOf(row),
    kind: 'conflict',
    claimId: row.id,
    step: row.conflicts > 0 ? 'contact' : 'identity',
    text: {
      en: `Two desks entered different values in ${groupSerial(row.application_number)}`,
      fr: `Deux postes ont saisi des valeurs différentes dans ${groupSerial(row.application_number)}`,
    },
  }))
}

/** Claims proposed ineligible: a second officer confirms or returns them, those that wait longest first. */
const waitingDecisions = (reader: Reader): AttentionItem[] =>
  reader
    .all(
      claimRows()
        .select('claim.proposal')
        .where('claim.state', '=', 'ineligible_proposed')
        .orderBy('claim.updated_ms')
        .limit(100),
    )
    .map((row) => ({
      id: `decision.${row.id}`,
      ...personOf(row),
      kind: 'decision_waiting',
      claimId: row.id,
      step: 'eligibility',
      since: new Date((JSON.parse(row.proposal ?? '{"at":0}') as Pick<Proposal, 'at'>).at).toISOString(),
      text: {
        en: `${groupSerial(row.application_number)} was proposed ineligible: a second officer has to confirm`,
        fr: `Irrecevabilité proposée pour ${groupSerial(row.application_number)}\u00a0: un deuxième agent doit confirmer`,
      },
    }))

interface OpenPaper {
  readonly id: string
  readonly claim: string
  readonly number: string
  readonly state: string
  readonly reserved_ms: number
  readonly family_name: string | null
  readonly given_names: string | null
}

/** Papers half printed, and sheets spoiled without another: by the index of just these, for the planner sorts by state what it could read in order. */
export const openPaperRows = () => sql<OpenPaper>`
  select document.id, document.claim, document.number, document.state, document.reserved_ms,
    person.family_name, person.given_names
  from document indexed by document_left
  join claim on claim.id = document.claim
  join person on person.n = claim.person_n
  where document.state in ('reserved', 'sent', 'spoiled') and document.replaced_by is null
  order by document.reserved_ms, document.id
  limit 100`

function openPapers(reader: Reader): AttentionItem[] {
  const rows = reader.all(openPaperRows())
  return rows.map((row) => ({
    id: `paper.${row.id}`,
    ...personOf(row),
    kind: row.state === 'spoiled' ? 'spoiled_not_replaced' : 'unfinished_print',
    claimId: row.claim,
    step: 'document',
    since: new Date(row.reserved_ms).toISOString(),
    text:
      row.state === 'spoiled'
        ? {
            en: `Document ${groupSerial(row.number)}: the sheet was spoiled and not replaced`,
            fr: `Document ${groupSerial(row.number)}\u00a0: feuille gâchée, non remplacée`,
          }
        : {
            en: `Document ${groupSerial(row.number)}: printing was not confirmed`,
            fr: `Document ${groupSerial(row.number)}\u00a0: impression non confirmée`,
          },
  }))
}

/** Intakes that nobody touched for a day. They are never purged by time. */
function leftIntakes({ store, clock }: Tools, lacks: boolean): AttentionItem[] {
  const rows = store.all(intakesByTouch(50).where('claim.updated_ms', '<', clock.now() - dayMs))
  return rows.map((held) => {
    const row = rowView(held)
    return {
      id: `intake.${row.claimId}`,
      ...(nameLine(row) ? { person: nameLine(row) } : {}),
      kind: 'intake_waiting',
      claimId: row.claimId,
      since: row.updatedAt,
      ...(row.ownerName ? { owner: row.ownerName } : {}),
      ...(lacks ? { lacks: lackingSteps(store, held) } : {}),
      text: {
        en: `Intake ${groupSerial(row.applicationNumber)} was left half done`,
        fr: `Réception ${groupSerial(row.applicationNumber)} laissée inachevée`,
      },
    }
  })
}
