import type { DocumentKind } from '../../shared/contract/views.ts'
import { mostSeizedOnNotice } from '../../shared/documents/plain-data.ts'
import {
  type ConditionFacts,
  conditionsTemplate,
  conditionsThatHold,
} from '../../shared/documents/templates/conditions.ts'
import type { Acts, Seizure } from '../../shared/domain/acts.ts'
import { isMinorOn } from '../../shared/domain/age.ts'
import type { PersonValues } from '../../shared/domain/fields.ts'
import type { HeldDocument } from '../../shared/domain/full-intake.ts'
import { paperLetters } from '../../shared/domain/vocabulary.ts'
import { fullIntakeTexts } from '../../shared/i18n/claims-intake.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import type { ClaimFile, Officer, Tools } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { aboutOf } from './document-views.ts'
import { holderOf, printedCountryOf } from './holder.ts'
import type { PlainPaper } from './render.ts'

/** Papers on plain sheets that a pack holds beside the document: what they say, gathered from the claim as it stands. */

/** The number of the next plain paper of a kind, such as `E000482193S1`; a letter of acknowledgement has the claim's own. */
export function nextPlainNumber(reader: Reader, claimId: Uuid, kind: DocumentKind): Result<string> {
  const row = reader.first(query.selectFrom('claim').select('application_number').where('id', '=', claimId))
  if (!row) return fail('desk.not_found')
  const letter = (paperLetters as Readonly<Partial<Record<DocumentKind, string>>>)[kind]
  if (!letter) return ok(row.application_number)
  const stem = `${row.application_number}${letter}`
  const given = reader.all(
    query.selectFrom('document').select('number').where('claim', '=', claimId).where('kind', '=', kind),
  )
  const last = Math.max(0, ...given.map(({ number }) => Number(number.slice(stem.length)) || 0))
  return ok(`${stem}${last + 1}`)
}

type Known = Acts & { readonly heldDocuments?: readonly HeldDocument[]; readonly channel?: string }
const knownOf = (reader: Reader, claimId: Uuid): Known =>
  valuesOf(fieldsOf(reader, { kind: 'claim', id: claimId })) as Known

/** What decides which conditions hold for the claimant on a day. */
export function conditionFacts(
  reader: Reader,
  claim: ClaimFile,
  birthDate: string | undefined,
  day: string,
): ConditionFacts {
  const { departureOrder } = knownOf(reader, claim.id)
  const row = reader.first(query.selectFrom('claim').select('channel').where('id', '=', claim.id))
  return {
    letIn: row?.channel !== 'inland',
    minor: birthDate !== undefined && isMinorOn(birthDate, day),
    departureOrder: departureOrder ? (departureOrder.conditional ? 'conditional' : 'in_force') : 'none',
  }
}

/** Documents seized from the claimant that no living notice names yet, in the order in which they were recorded. */
export function seizuresWithoutNotice(reader: Reader, claimId: Uuid): readonly Seizure[] {
  const told = reader
    .all(
      query
        .selectFrom('document')
        .select('about')
        .where('claim', '=', claimId)
        .where('kind', '=', 'seizure')
        .where('state', 'not in', ['spoiled', 'revoked']),
    )
    .flatMap(({ about }) => aboutOf(about))
  return (knownOf(reader, claimId).seizures ?? []).filter(({ document }) => !told.includes(document))
}

export interface PlainWish {
  readonly kind: 'seizure' | 'conditions'
  readonly number: string
  /** The paper whose place it takes speaks of the same. */
  readonly about?: readonly string[] | undefined
}

/** A notice or the conditions; fails with `papers.nothing_due` where there is nothing to put on it. */
export function plainPaperData(
  tools: Tools,
  officer: Officer,
  claim: ClaimFile,
  person: PersonValues,
  wish: PlainWish,
): Result<PlainPaper & { readonly about: readonly string[] }> {
  const holder = { ...holderOf(tools, officer, claim, person, wish.number), portraitSha256: null }
  if (wish.kind === 'seizure') {
    const seizures = seizuresToTell(tools.store, claim.id, wish.about)
    if (seizures.length === 0) return fail('papers.nothing_due')
    const held = knownOf(tools.store, claim.id).heldDocuments ?? []
    const seized = seizures.map((seizure) => seizedOf(seizure, held))
    return ok({ kind: 'seizure', about: seizures.map(({ document }) => document), data: { ...holder, seized } })
  }
  const template = conditionsTemplate(holder.issueDate)
  const facts = conditionFacts(tools.store, claim, person.birthDate, holder.issueDate)
  const conditions = conditionsThatHold(holder.issueDate, facts)
  if (!template || conditions.length === 0) return fail('documents.no_template', { date: holder.issueDate })
  const { version } = template
  const data = { ...holder, version, conditions: conditions.map(({ text, citation }) => ({ text, citation })) }
  return ok({ kind: 'conditions', about: [version], data })
}

function seizuresToTell(reader: Reader, claimId: Uuid, about: readonly string[] | undefined): readonly Seizure[] {
  const open = seizuresWithoutNotice(reader, claimId)
  const again = open.filter(({ document }) => about?.includes(document))
  return (again.length > 0 ? again : open).slice(0, mostSeizedOnNotice)
}

function seizedOf({ document, on, place, ground }: Seizure, held: readonly HeldDocument[]) {
  const listed = held.find(({ id }) => id === document)
  return {
    what: fullIntakeTexts[`held_kind.${listed?.kind ?? 'other'}`],
    number: listed?.number ?? null,
    country: listed?.country ? printedCountryOf(listed.country) : null,
    on,
    place,
    ground,
  }
}
