import type { CorrectionEffects, CorrectionView } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { HeldDeadline } from '../../shared/domain/deadlines.ts'
import type { LoggedEvent } from '../../shared/domain/event.ts'
import type { RequiredAction } from '../../shared/domain/vocabulary.ts'
import { changeKey, changesOf, correctedForm, lateSince } from '../../shared/portal/correction.ts'
import { ok, type Result } from '../../shared/result.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { recordInput } from '../claims/record/input.ts'
import { judgedFindings } from '../claims/record/judged.ts'
import { present } from '../claims/rows.ts'
import { type ClaimFile, officerNames, type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { PortalTables } from '../store/tables/portal.ts'
import type { Reader } from '../store/types.ts'
import { acceptedPart, sentCorrection } from './corrections.ts'

/** The corrected forms and corrections of a claim as officers see them. */

type Values = Readonly<Record<string, unknown>>
type Held = Readonly<Record<'person' | 'claim', Values>>
type Sent = EventBody<'claim.correction_sent'>

/**
 * Each as it was sent: old and new side by side, whether it came late, and of one that waits what accepting it would do to
 * the findings. `events`: of the claim and its person, in which the amendments name the correction they come from.
 */
export function correctionViews(
  tools: Tools,
  claim: ClaimFile,
  items: readonly PortalTables['portal_item'][],
  events: readonly LoggedEvent[],
): CorrectionView[] {
  const { store } = tools
  const held = heldIn(store, claim)
  const nameOf = officerNames(store)
  const limits = limitsOf(store, claim.id)
  const asked = correctionsAsked(store, claim.id)
  return items
    .filter(({ kind }) => kind === 'correction')
    .map((item) => {
      const body = JSON.parse(item.body) as Sent
      const was = replacedBy(events, item.item)
      const waits = item.state === 'waiting'
      const except = exceptedBy(events, item)
      return {
        ...{ correction: item.item, on: body.on, reason: body.reason },
        changes: changesOf(body).map(({ of, field, proposed }) => {
          const declined = except.includes(changeKey({ of, field }))
          // The answer of another desk came first; this one's amendments stand all the same.
          const entered = field in was && (declined || item.state === 'declined')
          return {
            ...{ of, field, proposed },
            held: field in was && !entered ? (was[field] ?? undefined) : held[of][field],
            ...(declined ? { declined: true as const } : {}),
            ...(entered ? { entered: true as const } : {}),
          }
        }),
        state: item.state as CorrectionView['state'],
        ...(waits ? { effects: effectsOf(tools, claim, held, body) } : {}),
        ...present({
          form: correctedForm(body.form),
          lateSince: lateSince(body, limits, asked),
          answeredBy: item.answered_by ? nameOf(item.answered_by) : null,
          answeredOn: item.answered_on,
          answer: item.reason,
        }),
      }
    })
}

/** What stood there before an accepted correction took its place. */
const replacedBy = (events: readonly LoggedEvent[], correction: string): Values =>
  Object.assign(
    {},
    ...events.flatMap(({ body }) => {
      const said = body as { correction?: string; was?: Values } | null
      return said?.correction === correction && said.was ? [said.was] : []
    }),
  ) as Values

/** What of an accepted correction was not accepted, by the answer that holds. */
const exceptedBy = (events: readonly LoggedEvent[], { item, state, answered_by }: PortalTables['portal_item']) =>
  events
    .filter(({ type, actor }) => type === 'claim.correction_answered' && actor === answered_by)
    .map(({ body }) => body as EventBody<'claim.correction_answered'> | null)
    .findLast((body) => body?.correction === item && body.answer === state)?.except ?? []

const heldIn = (reader: Reader, claim: ClaimFile): Held => ({
  person: valuesOf(fieldsOf(reader, { kind: 'person', id: claim.personId })),
  claim: valuesOf(fieldsOf(reader, { kind: 'claim', id: claim.id })),
})

/**
 * What accepting a correction without the excepted changes would do to the findings; nothing, once it is answered. Errors:
 * desk.not_found, portal.no_change, portal.nothing_accepted.
 */
export function correctionEffects(
  tools: Tools,
  claim: ClaimFile,
  correction: string,
  except: readonly string[],
): Result<CorrectionEffects> {
  const found = sentCorrection(tools.store, claim.id, correction)
  if (!found.ok) return found
  // A window may ask once more before it knows.
  if (found.value.state !== 'waiting') return ok({ brings: [], settles: [] })
  const part = acceptedPart(found.value.sent, except)
  return part.ok ? ok(effectsOf(tools, claim, heldIn(tools.store, claim), part.value)) : part
}

/** Which findings would come and which would go, by the same rules as everywhere. */
function effectsOf(tools: Tools, claim: ClaimFile, held: Held, sent: Sent): CorrectionEffects {
  const judge = ({ person, claim: registers }: Held) =>
    judgedFindings(recordInput(tools.store, claim, { person, claim: registers }, today(tools)), registers)
  const before = judge(held)
  const after = judge({
    person: withChanges(held.person, sent.person),
    claim: withChanges(held.claim, { ...sent.claim, ...sent.record }),
  })
  const others = (of: typeof before, than: typeof before) =>
    of
      .filter(({ key }) => !than.some((each) => each.key === key))
      .map(({ key, severity, message }) => ({ key, severity, message }))
  return { brings: others(after, before), settles: others(before, after) }
}

const withChanges = (held: Values, changes: object = {}): Values =>
  Object.fromEntries(Object.entries({ ...held, ...changes }).filter(([, value]) => value !== null))

function limitsOf(reader: Reader, claimId: string): HeldDeadline[] {
  const row = reader.first(query.selectFrom('claim').select('deadlines').where('id', '=', claimId))
  return row ? (JSON.parse(row.deadlines) as HeldDeadline[]) : []
}

/** What the office asked the person to correct, and until when. */
const correctionsAsked = (reader: Reader, claimId: string) =>
  reader
    .all(
      query
        .selectFrom('message')
        .select(['due', 'settled_on'])
        .where('claim', '=', claimId)
        .where('action', '=', 'correct_form'),
    )
    .map(({ due, settled_on }) => ({
      action: { what: 'correct_form' as RequiredAction, due: due ?? '', ...present({ settledOn: settled_on }) },
    }))
