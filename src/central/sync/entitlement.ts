import type { ActingOfficer, Role } from '../../shared/domain/authority.ts'
import { may } from '../../shared/domain/authority.ts'
import { catalogue } from '../../shared/domain/catalogue.ts'
import type { Told } from './batch.ts'
import { type Writer, writers } from './writers.ts'

/** What an officer may do from a moment on, as an officer.* event said. */
export interface Grant {
  readonly roles: readonly Role[]
  readonly jurisdiction: 'office' | 'all'
  readonly disabled: boolean
  /** Hybrid logical clock of the event, ms: what was written before it rests on the grant before. */
  readonly since: number
}

/** The officers of an office, as far as its streams tell. */
export type Officers = ReadonlyMap<string, readonly Grant[]>

/** What is amiss with an event: a code, and whether its body is withheld for it. */
export interface Doubt {
  readonly verdict: 'quarantined' | 'flagged'
  readonly why: string
}

const quarantined = (why: string): Doubt => ({ verdict: 'quarantined', why })
const flagged = (why: string): Doubt => ({ verdict: 'flagged', why })

/** An event and what of its place matters here. */
export type Examined = Told & { readonly body: unknown }

/** Whose chain it stands in. */
export interface Author {
  readonly device: string
  readonly office: string
  /** The central itself, writing what a person sent through the portal. */
  readonly portal?: boolean
}

/**
 * Does the event fit its type, and may its actor write it? Nobody known, or a role that was never held: quarantined.
 * What depends on who owns the case is not looked at: a case changes hands offline.
 * @param body parsed JSON; undefined when it is none, null when the desk sent none
 */
export function doubtOf(event: Examined, author: Author, officers: Officers): Doubt | undefined {
  const spec = Object.hasOwn(catalogue, event.type) ? catalogue[event.type as keyof typeof catalogue] : undefined
  const known = spec !== undefined && event.version <= spec.version
  if (event.body === undefined) return quarantined('sync.malformed')
  if (event.body !== null && known) {
    const fits = spec.about === event.subject.kind && spec.visibility === event.visibility
    if (!fits || (event.version === spec.version && !spec.body.safeParse(event.body).success))
      return quarantined('sync.malformed')
  }
  const objection = objectionTo(event, author, officers)
  if (objection) return objection
  if (event.body === null) return quarantined('sync.body_missing')
  return known ? undefined : flagged('sync.unknown_type')
}

function objectionTo(event: Examined, { device, office, portal }: Author, officers: Officers): Doubt | undefined {
  if (isFounding(event)) return undefined
  const writer = Object.hasOwn(writers, event.type) ? writers[event.type as keyof typeof writers] : undefined
  if (portal) return event.actor === device && writer?.portal ? undefined : quarantined('sync.not_entitled')
  if (event.actor === device) return writer?.device || !writer ? undefined : quarantined('sync.not_entitled')
  const grants = officers.get(event.actor)
  const latest = grants?.at(-1)
  if (!grants || !latest) return quarantined('sync.unknown_actor')
  const allowed = (grant: Grant) => !grant.disabled && (!writer || isAllowed(event, office, grant, writer.acts))
  if (allowed(latest)) return undefined
  // The desk wrote it before it could know: somebody looks, nothing is lost.
  const then = grants.findLast(({ since }) => since <= event.hlc[0])
  return then && allowed(then) ? flagged('sync.entitled_before') : quarantined('sync.not_entitled')
}

function isAllowed(event: Examined, office: string, grant: Grant, acts: Writer['acts']): boolean {
  const officer: ActingOfficer = { id: event.actor, office, ...grant }
  const target = event.subject.kind === 'officer' ? { officer: event.subject.id } : {}
  return acts.some((act) => may(officer, act, { office, ...target }).allowed)
}

/** Events that set-up writes before there is an officer, and the administrator that it enrols. The device was approved. */
function isFounding({ type, sequence, actor, subject }: Examined): boolean {
  if (sequence > 3) return false
  if (type === 'office.founded' || type === 'device.started') return true
  return type === 'officer.enrolled' && actor === subject.id
}

/** What becomes of an officer's grants by an event that counts; undefined when it is about no officer. */
export function nextGrants(event: Examined, before: readonly Grant[]): Grant[] | undefined {
  const latest = before.at(-1)
  const [since] = event.hlc
  const body = event.body as Partial<Grant> | null
  if (!body) return undefined
  if (event.type === 'officer.enrolled') {
    const { roles = [], jurisdiction = 'office' } = body
    return [...before, { roles, jurisdiction, disabled: false, since: before.length === 0 ? 0 : since }]
  }
  if (!latest) return undefined
  if (event.type === 'officer.roles_set') return [...before, { ...latest, roles: body.roles ?? [], since }]
  if (event.type === 'officer.disabled') return [...before, { ...latest, disabled: true, since }]
  return undefined
}
