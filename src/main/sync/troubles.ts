import type { AttentionItem } from '../../shared/contract/views.ts'
import type { LoggedEvent } from '../../shared/domain/event.ts'
import { groupSerial } from '../../shared/domain/numbers.ts'
import type { Bilingual } from '../../shared/language.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { claimMoved } from '../../shared/sync/verdict.ts'
import { eraseLeftPaper, lawOfLeftPaper } from '../claims/erase-person.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { doubtOf } from '../documents/in-doubt.ts'
import { keepLocalNote, localNote } from '../store/local-notes.ts'
import { uuidText } from '../store/log/uuid.ts'
import { query } from '../store/query.ts'
import type { Reader, Store } from '../store/types.ts'
import { unfitWords } from './unfit-words.ts'

/**
 * What the order of the stream made of this desk's own work: a decision that somebody else took first, a paper that rests
 * on one that lost, an event that the central withheld or that fits no more. Each waits until an officer has seen it.
 */
export function settledOtherwise(store: Store): AttentionItem[] {
  const own = store.identity()?.device
  return store
    .all(
      query
        .selectFrom('placed')
        .innerJoin('event', 'event.position', 'placed.event')
        .select(['event.id', 'placed.why'])
        .where('placed.verdict', '!=', 'ok')
        .orderBy('placed.n', 'desc')
        .limit(200),
    )
    .flatMap(({ id, why }) => {
      const event = store.event(uuidText(id))
      if (!event || isRoutine(event)) return []
      if (event.device !== own && !isLateBrought(store, event, why)) return []
      if (why === lostGround && !isLeftPaper(store, event)) return inDoubt(store, event)
      if (localNote(store, seenName(event.id)) !== undefined) return []
      const claim = claimOf(store, event)
      const claimId = claim && rowOf(store, claim) ? claim : undefined
      return [{ ...itemOf(store, event, why), ...(claimId ? { claimId, ...personOf(store, claimId) } : {}) }]
    })
}

/**
 * An officer has seen it. A paper for somebody who was erased meanwhile has waited for that, and goes as they did: the law
 * orders it, the desk carries it out. Errors: desk.not_found, and those of a transaction.
 */
export function markSeen(store: Store, officer: string, id: string): Result<null> {
  const event = store.event(id)
  if (!event) return fail('desk.not_found')
  const law = event.device === store.identity()?.device ? lawOfLeftPaper(store, event) : undefined
  return store.transact({ actor: law ? event.device : officer }, (tx) => {
    keepLocalNote(tx, seenName(id), officer)
    if (law) eraseLeftPaper(tx, event, law)
    return ok(null)
  })
}

const lostGround = 'sync.rests_on_lost_decision'

/** A paper for somebody erased meanwhile, of which no record tells: its words come before those of what else became of it. */
const isLeftPaper = (reader: Reader, event: LoggedEvent): boolean => lawOfLeftPaper(reader, event) !== undefined

/** What the office that had the claim before wrote before it knew: the office that has it now looks at it. */
function isLateBrought(reader: Reader, event: LoggedEvent, why: string | null): boolean {
  const claim = why === claimMoved ? claimOf(reader, event) : undefined
  return claim !== undefined && stateOf(reader, claim) !== 'moved'
}

const stateOf = (reader: Reader, claimId: string): string | undefined =>
  reader.first(query.selectFrom('claim').select('state').where('id', '=', claimId))?.state

/** A paper in the world: it stays here until it is recalled or replaced, or somebody answers for it. */
function inDoubt(store: Store, event: LoggedEvent): AttentionItem[] {
  const doubt = doubtOf(store, event.subject.id)
  if (!doubt) return []
  const { documentId, claim, number, state } = doubt
  return [
    {
      ...itemOf(store, event, lostGround),
      ...personOf(store, claim),
      claimId: claim,
      paper: { documentId, number: groupSerial(number), inHand: state === 'confirmed' },
      reach: reachOf(store, claim),
    },
  ]
}

/** How the person said that they can be reached. */
function reachOf(reader: Reader, claimId: string): NonNullable<AttentionItem['reach']> {
  const values = valuesOf(fieldsOf(reader, { kind: 'claim', id: claimId }))
  const text = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : undefined)
  const parts = ['addressLine', 'addressCity', 'addressProvince', 'addressPostalCode'].flatMap(
    (name) => text(name) ?? [],
  )
  const [phone, email] = [text('phone'), text('email')]
  return {
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(parts.length > 0 ? { address: parts.join(', ') } : {}),
  }
}

/** The note that an officer of this desk has seen it. */
export const seenName = (event: string): string => `settled.seen.${event}`

function itemOf(reader: Reader, event: LoggedEvent, why: string | null): AttentionItem {
  const claimId = claimOf(reader, event)
  const number = claimId ? numberOf(reader, claimId) : ''
  const paper = (event.body as { number?: unknown } | null)?.number
  const kind = why === lostGround && !isLeftPaper(reader, event) ? 'paper_in_doubt' : 'settled_otherwise'
  return {
    id: `settled.${event.id}`,
    kind,
    event: event.id,
    since: new Date(event.at).toISOString(),
    text:
      why === claimMoved || why === noOffice
        ? moveWords(why, number, {
            here: claimId !== undefined && stateOf(reader, claimId) !== 'moved',
            paper: typeof paper === 'string' ? groupSerial(paper) : '',
          })
        : wordsOf(reader, event, why, number, typeof paper === 'string' ? groupSerial(paper) : ''),
  }
}

const noOffice = 'sync.no_such_office'

function moveWords(why: string, claim: string, { here, paper }: { here: boolean; paper: string }): Bilingual {
  if (why === noOffice)
    return {
      en: `${claim} was not transferred: the central service knows no desk of that office. The claim stays here`,
      fr: `${claim} n’a pas été transférée : le service central ne connaît aucun poste de ce bureau. La demande reste ici`,
    }
  if (paper)
    return {
      en: `Document ${paper} of ${claim} was made at the office that had the claim before, when it had gone already: look whether it stands or is to be recalled`,
      fr: `Le document ${paper} de ${claim} a été produit au bureau qui avait la demande auparavant, alors qu’elle était déjà partie : voyez s’il tient ou s’il faut le rappeler`,
    }
  if (here)
    return {
      en: `The office that had ${claim} before wrote something before it knew of the transfer. It stands in the timeline and changes nothing: look whether it matters`,
      fr: `Le bureau qui avait ${claim} auparavant y a inscrit quelque chose avant d’apprendre le transfert. Cela figure à l’historique et ne change rien : voyez si c’est important`,
    }
  return {
    en: `${claim} had gone to another office when this was written here. It stands in the timeline and changes nothing: tell the other office`,
    fr: `${claim} avait été transférée à un autre bureau quand ceci a été inscrit ici. Cela figure à l’historique et ne change rien : prévenez l’autre bureau`,
  }
}

function wordsOf(reader: Reader, event: LoggedEvent, why: string | null, claim: string, paper: string): Bilingual {
  const unfit = unfitWords(reader, event, claim, paper)
  if (unfit) return unfit
  if (why === lostGround)
    return {
      en: `Document ${paper} rests on a decision of this desk that came second: recall it, replace it, or confirm it`,
      fr: `Le document ${paper} repose sur une décision de ce poste arrivée en second : rappelez-le, remplacez-le ou confirmez-le`,
    }
  if (why === 'sync.booked_elsewhere')
    return {
      en: `Another desk booked the same person, room, officer or interpreter first${claim && ` (${claim})`}: the appointment made here does not stand, tell the person`,
      fr: `Un autre poste a réservé en premier la même personne, salle, le même agent ou interprète${claim && ` (${claim})`} : le rendez-vous fixé ici ne tient pas, prévenez la personne`,
    }
  if (why === 'sync.numbers_elsewhere')
    return {
      en: 'Numbers that were added here are handed out at another desk too: use none of them, ask for a numbers file of this desk’s own',
      fr: 'Des numéros ajoutés ici sont aussi attribués à un autre poste : n’en utilisez aucun, demandez un fichier de numéros propre à ce poste',
    }
  if (why === 'sync.number_twice')
    return {
      en: `A number given here${claim && ` (${claim})`} was given at another desk first: two records bear it, one must get another`,
      fr: `Un numéro attribué ici${claim && ` (${claim})`} l’avait déjà été à un autre poste : deux dossiers le portent, l’un doit en recevoir un autre`,
    }
  if (event.type === 'claim.correction_answered' && event.verdict === 'superseded')
    return {
      en: `Another desk answered a correction first${claim && ` in ${claim}`}: that answer counts, but what was accepted here stands in the record. Look at the portal tab whether to correct it`,
      fr: `Un autre poste a répondu en premier à une correction${claim && ` dans ${claim}`}\u00a0: sa réponse compte, mais ce qui a été accepté ici figure au dossier. Voyez à l’onglet Portail s’il faut le corriger`,
    }
  if (event.verdict === 'superseded')
    return {
      en: `Another desk decided first${claim && ` in ${claim}`}: what was decided here has no effect`,
      fr: `Un autre poste a décidé en premier${claim && ` dans ${claim}`} : ce qui a été décidé ici est sans effet`,
    }
  if (why === 'sync.body_missing' && event.body !== null)
    return {
      en: `Something written here${claim && ` in ${claim}`} is longer than the central service takes: no other desk has it, and it has no effect here any more. Write it again, in fewer words or in several entries`,
      fr: `Un élément inscrit ici${claim && ` dans ${claim}`} est plus long que ne l’accepte le service central\u00a0: aucun autre poste ne l’a, et il est désormais sans effet ici. Inscrivez-le de nouveau, en moins de mots ou en plusieurs fois`,
    }
  if (event.verdict === 'quarantined')
    return {
      en: `The central service withheld something of this desk${claim && ` in ${claim}`}: the officer was not entitled to it`,
      fr: `Le service central a retenu un élément de ce poste${claim && ` dans ${claim}`} : l’agent n’y était pas autorisé`,
    }
  return {
    en: `Something written here no longer fits what another desk did meanwhile${claim && ` in ${claim}`}: look at the timeline`,
    fr: `Un élément inscrit ici ne s’accorde plus avec ce qu’un autre poste a fait entre-temps${claim && ` dans ${claim}`} : consultez l’historique`,
  }
}

/** Work of the desk itself that another desk had done first: nobody need look. */
const isRoutine = ({ type, actor, device }: LoggedEvent): boolean => actor === device && routine.has(type)
const routine: ReadonlySet<string> = new Set([
  'appointment.offer_ended',
  // Taken in or refused by another desk before.
  'claim.evidence_added',
  'photo.submitted',
  'claim.sent_item_refused',
  'claim.message_sent',
])

function claimOf(reader: Reader, { subject, body }: LoggedEvent): string | undefined {
  if (subject.kind === 'claim') return subject.id
  if (subject.kind === 'person') return claimOfPerson(reader, subject.id)
  const said = (body ?? {}) as { claim?: unknown; of?: { claim?: unknown }; about?: { kind: string; id: unknown } }
  const found = said.claim ?? said.of?.claim ?? (said.about?.kind === 'claim' ? said.about.id : undefined)
  return typeof found === 'string' ? found : undefined
}

const claimOfPerson = (reader: Reader, person: string): string | undefined =>
  reader.first(
    query
      .selectFrom('claim')
      .innerJoin('person', 'person.n', 'claim.person_n')
      .select('claim.id')
      .where('person.id', '=', person)
      .orderBy('claim.n', 'desc')
      .limit(1),
  )?.id

const rowOf = (reader: Reader, claimId: string) =>
  reader.first(
    query
      .selectFrom('claim')
      .innerJoin('person', 'person.n', 'claim.person_n')
      .select(['application_number', 'person.family_name', 'person.given_names'])
      .where('claim.id', '=', claimId),
  )

const numberOf = (reader: Reader, claimId: string): string => {
  const row = rowOf(reader, claimId)
  return row ? groupSerial(row.application_number) : ''
}

function personOf(reader: Reader, claimId: string): { person?: string } {
  const row = rowOf(reader, claimId)
  const person = row && nameLine({ familyName: row.family_name ?? undefined, givenNames: row.given_names ?? undefined })
  return person ? { person } : {}
}
