import type { OfficerView } from '../../../shared/contract/views.ts'
import { actionOf, type BulkAct } from '../../../shared/domain/bulk.ts'
import type { Bilingual } from '../../../shared/language.ts'
import { fillTemplate, messageTemplates, openFields } from '../../../shared/portal/templates.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { acceptProposal } from '../../appointments/book.ts'
import { waitingTogether } from '../../appointments/person.ts'
import { proposalsFor } from '../../appointments/propose.ts'
import { openOf } from '../../appointments/rows.ts'
import { reviewView } from '../../claims/record/review.ts'
import { findClaim, officerNames, type Tools } from '../../claims/tools.ts'
import { messagesOf, sendMessage } from '../../portal/messages.ts'
import { isUnreachable } from '../../portal/reach.ts'
import { verdictOf } from '../../seat/holds.ts'
import { query } from '../../store/query.ts'
import { assignClaim } from '../ownership.ts'

/** What one command of a bulk action does to one claim. */

export interface Outcome {
  /** What was done, in words. */
  readonly text: Bilingual
  /** Claims that it was done to: the family's too, where it goes along. */
  readonly claims: readonly Uuid[]
}

/** Does it to one claim. Errors: those of the command itself, and of the table of authority. */
export function actOn(tools: Tools, officer: OfficerView, claimId: Uuid, act: BulkAct): Result<Outcome> {
  const claim = findClaim(tools.store, claimId)
  if (!claim.ok) return claim
  const verdict = verdictOf(tools.store, officer, actionOf(act), { owner: claim.value.owner || null })
  if (!verdict.allowed) return fail(verdict.reasonCode)
  switch (act.do) {
    case 'take':
      return assign(tools, officer, claimId, officer.id, act.reason)
    case 'assign':
      return assign(tools, officer, claimId, act.to, act.reason)
    case 'message':
      return write(tools, officer, claimId, act)
    case 'ask':
      return ask(tools, officer, claimId, act.due)
    case 'book':
      return book(tools, officer, claimId, act.mode)
  }
}

function assign(tools: Tools, officer: OfficerView, claimId: Uuid, to: Uuid, reason?: string): Result<Outcome> {
  const nameOf = officerNames(tools.store)
  const before = findClaim(tools.store, claimId)
  const moved = assignClaim(tools, officer, { claimId, to, reason })
  if (!moved.ok) return moved
  const from = before.ok && before.value.owner ? nameOf(before.value.owner) : undefined
  const more = moved.value.length - 1
  return ok({
    claims: moved.value,
    text: {
      en: `${from ? `From ${from} to` : 'To'} ${nameOf(to)}${more > 0 ? `, with ${more} more of the family` : ''}`,
      fr: `${from ? `De ${from} à` : 'À'} ${nameOf(to)}${more > 0 ? `, avec ${more} autres de la famille` : ''}`,
    },
  })
}

type Message = Extract<BulkAct, { do: 'message' }>

function write(tools: Tools, officer: OfficerView, claimId: Uuid, { template, item, due }: Message): Result<Outcome> {
  const view = messagesOf(tools, claimId)
  if (!view.ok) return view
  const { language, values } = view.value
  const { subject, text } = fillTemplate(template, language, { ...values, ...(item ? { item } : {}) })
  if (openFields(`${subject} ${text}`).length > 0) return fail('casework.item_needed')
  const chosen = messageTemplates[template]
  const what = 'action' in chosen ? chosen.action : undefined
  if (what && !due) return fail('casework.item_needed')
  if (what && isUnreachable(tools.store, claimId)) return fail('casework.unreachable')
  const action = what && due ? { action: { what, due } } : {}
  const sent = sendMessage(tools, officer, { claimId, template, language, subject, text, files: [], ...action })
  if (!sent.ok) return sent
  const words = language === 'en' ? { en: 'in English', fr: 'en anglais' } : { en: 'in French', fr: 'en français' }
  return ok({
    claims: [claimId],
    text: {
      en: `“${subject}” ${words.en}${what ? `, answer due ${due}` : ''}`,
      fr: `« ${subject} » ${words.fr}${what ? `, réponse pour le ${due}` : ''}`,
    },
  })
}

/** Asks for what the review stands still for, in the person's language; once, until it is answered. */
function ask(tools: Tools, officer: OfficerView, claimId: Uuid, due: string): Result<Outcome> {
  const missing = reviewView(tools.store, claimId).paused?.missing ?? []
  if (missing.length === 0) return fail('casework.nothing_missing')
  const asked = query
    .selectFrom('message')
    .select('n')
    .where('claim', '=', claimId)
    .where('template', '=', 'document_missing')
    .where('settled_on', 'is', null)
    .limit(1)
  if (tools.store.first(asked)) return fail('casework.asked_already')
  const view = messagesOf(tools, claimId)
  if (!view.ok) return view
  const item = missing.map(({ name }) => name[view.value.language]).join(', ')
  const sent = write(tools, officer, claimId, { do: 'message', template: 'document_missing', item, due })
  if (!sent.ok) return sent
  const names = (language: 'en' | 'fr') => missing.map(({ name }) => name[language]).join(', ')
  return ok({
    claims: [claimId],
    text: {
      en: `Asked for: ${names('en')}; due ${due}`,
      fr: `Demandé : ${names('fr')}; pour le ${due}`,
    },
  })
}

const interview = 'eligibility_interview'

function book(tools: Tools, officer: OfficerView, claimId: Uuid, mode: 'in_person' | 'video'): Result<Outcome> {
  const about = { kind: 'claim', id: claimId } as const
  if (openOf(tools.store, { about, kind: interview })?.state === 'booked') return fail('appointments.already_open')
  const people = waitingTogether(tools.store, about, interview)
  const [slots] = proposalsFor(tools, { about, kind: interview, mode }, 1).groups
  const [first] = slots ?? []
  if (!slots || !first) return fail('appointments.no_slot', { days: '' })
  const booked = acceptProposal(tools, officer, { about, kind: interview, slots })
  if (!booked.ok) return booked
  const more = slots.length - 1
  return ok({
    claims: people.map(({ id }) => id),
    text: {
      en: `${first.date} at ${first.time}, ${first.place}${more > 0 ? `, with ${more} more of the family` : ''}`,
      fr: `${first.date} à ${first.time}, ${first.place}${more > 0 ? `, avec ${more} autres de la famille` : ''}`,
    },
  })
}
