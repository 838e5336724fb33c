import type { AttentionItem } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { LoggedEvent } from '../../shared/domain/event.ts'
import { groupSerial } from '../../shared/domain/numbers.ts'
import { describe } from '../../shared/domain/timeline.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { localNote } from '../store/local-notes.ts'
import { uuidBytes, uuidText } from '../store/log/uuid.ts'
import { query, sql } from '../store/query.ts'
import type { Store } from '../store/types.ts'
import { seenName } from './troubles.ts'

/**
 * What people did at the portal, fetched here before the central lost it: it was restored from a backup, and no desk can
 * send again what the central itself wrote. It stands here alone; each waits until an officer has seen to it.
 */
export function lostAtCentral(store: Store): AttentionItem[] {
  const own = store.identity()?.device
  // Until this desk's own work has its places, everything that was settled before is on its way to its own. What is held
  // back for another desk's work may wait for days, and says nothing of that.
  const isOnItsWay = () => store.sync.waiting() > 0 && !store.sync.heldBack({ gone: [], since: 0 })
  if (!own || store.sync.position() === 0 || isOnItsWay()) return []
  return store
    .all(
      sql<{ id: Uint8Array }>`select e.id from event e left join placed p on p.event = e.position
        where e.position > coalesce((select value from meta where name = 'settled_up_to'), 0) and p.event is null
          and e.device = e.actor and e.device <> (select n from party where id = ${uuidBytes(own)}) limit 200`,
    )
    .flatMap(({ id }) => store.event(uuidText(id)) ?? [])
    .filter((event) => event.type !== 'device.started' && isOfPortal(store, event))
    .filter(({ id }) => localNote(store, seenName(id)) === undefined)
    .map((event) => itemOf(store, event))
}

/** Is its author the central's own device, which speaks for people? */
function isOfPortal(store: Store, { device }: LoggedEvent): boolean {
  const first = store.first(
    sql<{ id: Uint8Array }>`select id from event where device = (select n from party where id = ${uuidBytes(device)})
      and sequence = 1`,
  )
  const started = first && store.event(uuidText(first.id))
  return started?.type === 'device.started' && (started.body as EventBody<'device.started'> | null)?.as === 'portal'
}

function itemOf(store: Store, { id, at, type, body, subject }: LoggedEvent): AttentionItem {
  const row =
    subject.kind === 'claim'
      ? store.first(
          query
            .selectFrom('claim')
            .innerJoin('person', 'person.n', 'claim.person_n')
            .select(['application_number', 'person.family_name', 'person.given_names'])
            .where('claim.id', '=', subject.id),
        )
      : undefined
  const person = row && nameLine({ familyName: row.family_name ?? undefined, givenNames: row.given_names ?? undefined })
  const number = row ? groupSerial(row.application_number) : ''
  const what = describe(type, body)
  return {
    id: `lost.${id}`,
    kind: 'warning',
    event: id,
    since: new Date(at).toISOString(),
    ...(row ? { claimId: subject.id } : {}),
    ...(person ? { person } : {}),
    text: {
      en: `${what.en}${number && ` (${number})`}: the central service was restored from a backup and has it no more, and other desks may not show it. Ask the person to send it again, or record it`,
      fr: `${what.fr}${number && ` (${number})`} : le service central a été restauré d’une sauvegarde et ne l’a plus; d’autres postes peuvent ne pas le montrer. Demandez à la personne de l’envoyer à nouveau, ou consignez-le`,
    },
  }
}
