import type { Uuid } from '../../../shared/ports.ts'
import { unresolved } from '../../claims/decisions.ts'
import { worksheet } from '../../claims/eligibility.ts'
import { type Tools, today } from '../../claims/tools.ts'
import { sql } from '../../store/query.ts'
import { type ByIndex, readyButForRules } from './definitions.ts'

/** Of whose eligibility a rule has no finding yet: what the rules say is not in a table, it follows from the facts. */

interface Known {
  /** The day and the last events of claim and person: the facts are theirs alone. */
  readonly stamp: string
  readonly open: boolean
}
/** What was found before of the claims of a store: asking the rules of every one at every count would take too long. */
const before = new WeakMap<object, Map<Uuid, Known>>()

/** Asking takes a millisecond or two, and nobody waits for a long queue: the rest is asked at the next counts. */
const fewAtOnce = 60

/**
 * Claims, as JSON, that lack nothing but a finding of a rule of eligibility: they are not ready to be referred. Those opened
 * first are asked first, which are the first page; of one that was not asked yet the last answer stands, or none.
 */
export const openRules = (tools: Tools, by: ByIndex, only?: Uuid, most = fewAtOnce): string =>
  JSON.stringify(judged(tools, by, { only, most }).flatMap(({ id, open }) => (open ? [id] : [])))

/** When the claims that are ready to be referred were opened (ms), the earliest first, up to so many. */
export function readyOpenedAt(tools: Tools, by: ByIndex, upTo: number): number[] {
  const held = [...(before.get(tools.store)?.values() ?? [])].filter(({ open }) => open).length
  // So many may be passed over: those that a rule holds back, and those of which that is found out now.
  const first = upTo + held + fewAtOnce
  return judged(tools, by, { first })
    .flatMap(({ opened, open }) => (open ? [] : [opened]))
    .slice(0, upTo)
}

interface Which {
  readonly only?: Uuid | undefined
  /** How many are asked now of which nothing is known. */
  readonly most?: number
  /** The first so many alone. */
  readonly first?: number
}

/** Claims that lack nothing but perhaps a finding, the earliest opened first: does a rule wait for a fact? */
function judged(tools: Tools, by: ByIndex, { only, most = fewAtOnce, first = -1 }: Which) {
  const { store } = tools
  const known = before.get(store) ?? new Map<Uuid, Known>()
  before.set(store, known)
  const date = today(tools)
  let asked = 0
  const isOpen = ({ id, claim, person }: Candidate): boolean => {
    const stamp = `${date} ${claim} ${person}`
    const held = known.get(id)
    if (held?.stamp === stamp || asked >= most) return held?.open ?? false
    asked += 1
    const sheet = worksheet(tools, id)
    const open = sheet.ok && unresolved(sheet.value.evaluation) > 0
    known.set(id, { stamp, open })
    return open
  }
  return store
    .all(candidates(by, only, first))
    .map((candidate) => ({ id: candidate.id, opened: candidate.opened, open: isOpen(candidate) }))
}

interface Candidate {
  readonly id: Uuid
  readonly opened: number
  /** The last events of claim and person. */
  readonly claim: number
  readonly person: number
}

const last = (kind: 'claim' | 'person', id: string) =>
  sql`(select max(position) from event where subject = (select n from subject where subject.kind = ${sql.lit(kind)}
    and subject.id = unhex(replace(${sql.raw(id)}, '-', ''))))`

const candidates = (by: ByIndex, only: Uuid | undefined, first: number) =>
  sql<Candidate>`select claim.id, claim.opened_ms as opened, ${last('claim', 'claim.id')} as claim,
    ${last('person', '(select person.id from person where person.n = claim.person_n)')} as person
    from ${readyButForRules(by)} ${only ? sql`and claim.id = ${only}` : sql``} order by claim.opened_ms, claim.n
    limit ${first}`
