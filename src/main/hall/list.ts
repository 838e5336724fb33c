import type { HallMember, HallRow, HallView } from '../../shared/contract/views.ts'
import { may } from '../../shared/domain/authority.ts'
import {
  type ArrivalAction,
  type ArrivalStage,
  arrivalActions,
  byTurn,
  priorities,
  prioritiesOf,
  type Vulnerability,
} from '../../shared/domain/hall.ts'
import type { Uuid } from '../../shared/ports.ts'
import { type MemberRow, memberRows, memberView } from '../claims/family/view.ts'
import { fieldsOf } from '../claims/fields.ts'
import { stepsOf } from '../claims/progress.ts'
import { present } from '../claims/rows.ts'
import { type Officer, officerNames, officerRow, type Tools } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { openedDirectly } from './direct.ts'
import { holderView } from './holder.ts'

/** The waiting room as a list: a projection of the log, so that every desk that has the events shows the same one. */

/** More than any hall holds; whoever is beyond is counted. */
const shown = 300
const dayMs = 86_400_000

export function hallView(tools: Tools, officer: Officer): HallView {
  const { store, clock } = tools
  const parties = store.all(presentParties().limit(shown + 1))
  const members = membersByFamily(store, parties.slice(0, shown))
  const nameOf = officerNames(store)
  const rows = parties
    .slice(0, shown)
    .sort((a, b) => byTurn(waiting(a), waiting(b)))
    .map((party) => partyView(store, officer, party, members.get(party.id) ?? [], nameOf))
  return {
    now: new Date(clock.now()).toISOString(),
    rows: [...rows, ...openedDirectly(tools, officer)],
    gone: goneSince(store, clock.now() - dayMs),
    more: parties.length > shown ? countPresent(store) - shown : 0,
    officers: colleagues(store, officer),
    // No central service is configured in this version: nothing that other desks noted can be here.
    ownOnly: true,
  }
}

/** The party that no officer has and whose turn it is. */
export function firstInTurn(reader: Reader): Uuid | undefined {
  const free = reader.all(presentParties().where('holder', 'is', null))
  return free.map(waiting).sort(byTurn)[0]?.id
}

export const presentParties = () =>
  query.selectFrom('arrival').selectAll().where('stage', '=', 'waiting').orderBy('arrived_ms')

type Party = ReturnType<typeof presentParties> extends { execute(): Promise<(infer R)[]> } ? R : never

const waiting = (party: Party) => ({
  id: party.id,
  arrivedMs: party.arrived_ms,
  held: party.holder !== null,
  ...needsOf(party),
})

const needsOf = (party: Party) => ({
  minorAlone: party.minor_alone === 1,
  vulnerable: JSON.parse(party.vulnerable) as Vulnerability[],
})

function partyView(
  reader: Reader,
  officer: Officer,
  party: Party,
  members: readonly HallMember[],
  nameOf: (id: string) => string,
): HallRow {
  const needs = needsOf(party)
  const noted = fieldsOf(reader, { kind: 'arrival', id: party.id })
  const holders = noted.holder?.conflict?.map(({ value }) => value as string | null) ?? []
  return {
    id: party.id,
    kind: 'party',
    since: new Date(party.arrived_ms).toISOString(),
    adults: party.adults,
    children: party.children,
    ...needs,
    interpreter: party.language !== null && !['en', 'fr'].includes(party.language),
    priorities: prioritiesOf(needs).map((id) => ({ id, ...priorities[id] })),
    alsoHeldBy: holders.filter((id): id is string => id !== null && id !== party.holder).map(nameOf),
    members,
    unopened: Math.max(party.adults + party.children - members.length, 0),
    allowed: arrivalActions(party.stage as ArrivalStage, party.holder !== null),
    heads: [...new Set(Object.values(noted).flatMap(({ heads }) => heads))],
    ...present({
      language: party.language,
      name: party.name,
      note: party.note,
      holder: party.holder === null ? null : holderView(party.holder, nameOf(party.holder), officer),
    }),
  }
}

function membersByFamily(reader: Reader, parties: readonly Party[]): Map<string, HallMember[]> {
  const rows: MemberRow[] =
    parties.length === 0
      ? []
      : reader.all(
          memberRows().where(
            'family_member.family',
            'in',
            parties.map(({ id }) => id),
          ),
        )
  const families = Map.groupBy(rows, ({ family }) => family)
  return new Map(
    [...families].map(([family, members]) => [family, members.map((row) => memberView(row, stepsOf(reader, row)))]),
  )
}

function goneSince(reader: Reader, since: number): HallView['gone'] {
  const rows = (['left', 'done'] as const).flatMap((stage) =>
    reader
      .all(
        query
          .selectFrom('arrival')
          .selectAll()
          .where('stage', '=', stage)
          .where('arrived_ms', '>=', since)
          .orderBy('arrived_ms', 'desc')
          .limit(20),
      )
      .map((row) => ({ ...row, stage })),
  )
  return rows
    .sort((a, b) => b.arrived_ms - a.arrived_ms)
    .map((row) => ({
      id: row.id,
      stage: row.stage,
      since: new Date(row.arrived_ms).toISOString(),
      adults: row.adults,
      children: row.children,
      allowed: ['return'] satisfies ArrivalAction[],
      ...present({ name: row.name }),
    }))
}

const countPresent = (reader: Reader): number =>
  reader.first(
    query
      .selectFrom('arrival')
      .select((q) => q.fn.countAll<number>().as('parties'))
      .where('stage', '=', 'waiting'),
  )?.parties ?? 0

function colleagues(reader: Reader, officer: Officer): HallView['officers'] {
  const office = officeOf(reader).id
  return reader
    .all(query.selectFrom('officer').selectAll().orderBy('display_name'))
    .map(officerRow)
    .filter((other) => other.id !== officer.id && may({ ...other, office }, 'hall.work', { office }).allowed)
    .map(({ id, displayName }) => ({ id, name: displayName }))
}
