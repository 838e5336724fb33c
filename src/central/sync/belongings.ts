import type { Placeable } from '../../shared/sync/verdict.ts'
import type { Examined } from './entitlement.ts'

/** What says itself of which claim it is: a photo, a paper, an appointment. */
export const belongings = (events: readonly Examined[]) =>
  events.flatMap((event) => {
    const claim = claimNamedBy(event)
    return claim ? [{ claim, subject: event.subject }] : []
  })

/** The claim that an event of a photo, a paper or an appointment names. */
export function claimNamedBy({ subject, body }: Placeable): string | undefined {
  if (!belonging.has(subject.kind)) return undefined
  const { claim, of, about } = (body ?? {}) as {
    claim?: unknown
    of?: { claim?: unknown }
    about?: { kind?: unknown; id?: unknown }
  }
  const named = about?.kind === 'claim' ? about.id : (of?.claim ?? claim)
  return typeof named === 'string' && uuidShape.test(named) ? named : undefined
}

/** What says itself of which confirmation, or which application of photos, it is. */
export const ownersOf = (events: readonly Examined[]) =>
  events.flatMap(({ subject, body }) => {
    const { of, about } = (body ?? {}) as { of?: { application?: unknown }; about?: { kind?: unknown; id?: unknown } }
    const owner = subject.kind === 'photo' ? of?.application : about?.kind === 'confirmation' ? about.id : undefined
    return typeof owner === 'string' && uuidShape.test(owner) ? [{ owner, subject }] : []
  })

const belonging: ReadonlySet<string> = new Set(['photo', 'document', 'appointment'])
const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
