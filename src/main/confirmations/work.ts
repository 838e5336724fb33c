import type { ConfirmationWork } from '../../shared/contract/desk/confirmations.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { addressEvents, presenceEvents, type Told } from '../../shared/domain/confirmation/person-acts.ts'
import { type ConfirmationAct, objection } from '../../shared/domain/confirmation/table.ts'
import type { ConfirmationMessage } from '../../shared/domain/confirmation/vocabulary.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { addDays } from '../../shared/rules/dates.ts'
import { deadlineFor } from '../../shared/rules/deadlines.ts'
import { cancelInterview, noteInterviewHeld } from '../appointments/of-confirmation.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { settingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Tx } from '../store/types.ts'
import { emailProblem } from './email-rule.ts'
import { type Confirmation, findConfirmation, profileOfClient } from './rows.ts'
import { append, send } from './say.ts'

/** What an officer does for one person. Each act asks the state table, then says what happened in one transaction. */

/** Days in which an answer to the invitation is expected before a reminder, and between reminders. */
export const answerDays = 14

/** How many reminders go out by e-mail before the invitation goes by post. */
export const mostReminders = 2

/** Does one act. Fails with what the table says (`confirmations.*`), `desk.not_found` and what the store says. */
export function workOn(tools: Tools, officer: Officer, id: Uuid, work: ConfirmationWork): Result<null> {
  return onConfirmation(tools, officer, id, work.act, (tx, person, on) => {
    const act = acts[work.act] as Act<never>
    return act({ tx, person, on, say: sayer(tx, person, on) }, work as never)
  })
}

/** Runs a command on one person if the table allows the act, in one transaction; `on` is the office's day. */
export function onConfirmation(
  tools: Tools,
  officer: Pick<Officer, 'id'>,
  id: Uuid,
  act: ConfirmationAct,
  run: (tx: Tx, person: Confirmation, on: string) => Result<null>,
): Result<null> {
  const on = today(tools)
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const person = findConfirmation(tx, id)
    if (!person.ok) return person
    const against = objection(person.value.state, act)
    return against ? fail(against) : run(tx, person.value, on)
  })
}

interface Given {
  readonly tx: Tx
  readonly person: Confirmation
  readonly on: string
  readonly say: (message: ConfirmationMessage, key: string, to?: string) => void
}
type Act<W> = (given: Given, work: W) => Result<null>
type Work<A extends ConfirmationWork['act']> = Extract<ConfirmationWork, { act: A }>

const sayer = (tx: Tx, person: Confirmation, on: string) => (message: ConfirmationMessage, key: string, to?: string) =>
  send(tx, person, { message, key, on, to })

const done = ok(null)

const acts: { readonly [A in ConfirmationWork['act']]: Act<Work<A>> } = {
  invite({ tx, person, on, say }, { email }) {
    const to = email ?? person.facts.identity.email
    if (!to) return fail('confirmations.no_email')
    const against = emailProblem(tx, person, to)
    if (against) return against
    append(tx, person.id, 'confirmation.invited', { on, to, answerBy: addDays(on, answerDays) })
    say('invitation', `invitation ${on}`, to)
    return done
  },
  remind({ tx, person, on }) {
    return remind(tx, person, on)
  },
  record_answer({ tx, person, on }, { act: _act, ...answer }) {
    if (answer.path === 'assisted' && !answer.why) return fail('confirmations.why_needed')
    const email = answer.email ?? person.facts.identity.email
    if (answer.path === 'portal' && !email) return fail('confirmations.no_email')
    const against = emailProblem(tx, person, email)
    if (against) return against
    append(tx, person.id, 'confirmation.answered', { on, ...answer })
    return done
  },
  create_account({ tx, person, on, say }, { userName, reused }) {
    const name = userName.trim().toLowerCase()
    if (reused && !settingsOf(tx).reusePortalAccounts) return fail('confirmations.reuse_off')
    const held = tx.first(
      query.selectFrom('confirmation').select('id').where('user_name', '=', name).where('id', '!=', person.id).limit(1),
    )
    if (held) return fail('confirmations.user_name_held')
    const against = emailProblem(tx, person, person.facts.identity.email)
    if (against) return against
    append(tx, person.id, 'confirmation.account_created', { on, userName: name, reused })
    // The link goes out with each password, by whoever makes it.
    if (reused) say('account', `account ${name}`)
    else askForPassword(tx, person, { on, reason: 'first', by: person.facts.identity.email ? 'email' : 'letter' })
    return done
  },
  make_password({ tx, person, on }, { reason, by }) {
    if (by === 'email' && !person.facts.identity.email) return fail('confirmations.no_email')
    const against = emailProblem(tx, person, person.facts.identity.email)
    if (against) return against
    askForPassword(tx, person, { on, reason, by })
    return done
  },
  sign_in({ tx, person, on }) {
    append(tx, person.id, 'confirmation.signed_in', { on })
    return done
  },
  declare_presence({ tx, person, on }, { act: _act, ...declared }) {
    return tell(tx, person, presenceEvents({ on, ...declared }))
  },
  set_address({ tx, person, on }, { act: _act, ...given }) {
    return tell(tx, person, addressEvents(person.facts, { on, ...given }))
  },
  require_interview({ tx, person, on }, { why, note }) {
    append(tx, person.id, 'confirmation.interview_required', { on, why, note })
    return done
  },
  record_interview({ tx, person, on }, { outcome, note }) {
    const { planned } = person.facts.interview
    if (planned && planned.date > on) return fail('confirmations.future')
    const seen = noteInterviewHeld(tx, person.id, outcome === 'no_show' ? 'no_show' : 'attended', note)
    // The calendar says of whoever did not come that they did not: nothing is left to be said here.
    if (seen && outcome === 'no_show') return done
    append(tx, person.id, 'confirmation.interview_held', { on, outcome, note })
    return done
  },
  correct({ tx, person, on }, { fields, reason }) {
    if ((fields.birthDate ?? on) > on) return fail('confirmations.future')
    const against = emailProblem(tx, person, fields.email)
    if (against) return against
    const was = Object.fromEntries(
      Object.keys(fields).map((field) => [field, person.facts.identity[field as keyof typeof fields] ?? null]),
    ) as EventBody<'confirmation.corrected'>['was']
    append(tx, person.id, 'confirmation.corrected', { fields, was, reason })
    return done
  },
  link_family({ tx, person }, { clientId, role, reason }) {
    const other = profileOfClient(tx, clientId.replace(/[\s-]/g, ''))
    const found = other === undefined ? undefined : findConfirmation(tx, other)
    if (!found?.ok || other === person.id) return fail('confirmations.client_unknown')
    append(tx, person.id, 'confirmation.family_linked', { family: found.value.facts.family.id, role, reason })
    return done
  },
  refuse_request({ tx, person, on, say }, { act: _act, ...refused }) {
    const { request } = refused
    append(tx, person.id, 'confirmation.request_refused', { on, ...refused })
    say(`${request}_refused`, `${request} ${on}`)
    return done
  },
  close({ tx, person, on }, { why, reason }) {
    cancelInterview(tx, person.id, reason)
    append(tx, person.id, 'confirmation.closed', { on, why, reason })
    return done
  },
}

/** Writes what somebody said of themselves, unless it is refused. */
function tell(tx: Tx, { id }: Confirmation, told: Result<readonly Told[]>): Result<null> {
  if (!told.ok) return told
  for (const { type, body } of told.value) append(tx, id, type, body)
  return done
}

/** One more reminder by e-mail; after the last one it is the post's turn. */
export function remind(tx: Tx, person: Confirmation, on: string): Result<null> {
  const { identity, invitation } = person.facts
  if (!identity.email) return fail('confirmations.no_email')
  const number = invitation.reminders + 1
  const reminder = { on, to: identity.email, number, answerBy: addDays(on, answerDays) }
  append(tx, person.id, 'confirmation.reminded', reminder)
  send(tx, person, { message: 'invitation_reminder', key: `invitation reminder ${number}`, on })
  return done
}

/** Asks whoever makes passwords for one: the central, or the letter service. Nobody at the desk ever sees it. */
function askForPassword(
  tx: Tx,
  { id }: Confirmation,
  asked: Pick<EventBody<'confirmation.password_requested'>, 'on' | 'reason' | 'by'>,
): void {
  const validUntil = deadlineFor('pr.temp_password', asked.on)?.due ?? addDays(asked.on, 14)
  append(tx, id, 'confirmation.password_requested', { ...asked, validUntil })
}
