import type { EventBody } from '../domain/catalogue.ts'
import type { HeldDeadline } from '../domain/deadlines.ts'
import type { RequiredAction } from '../domain/vocabulary.ts'
import { formOf, formsAsking } from '../forms/forms.ts'
import type { Bilingual } from '../language.ts'

/** What a person sends to be corrected, read alike by the desk and by what the person is shown. */

export type SentCorrectionBody = Pick<EventBody<'claim.correction_sent'>, 'person' | 'claim' | 'record' | 'form' | 'on'>

/** One answer that should be another. `of`: whose register it is; the record's are the claim's. */
export interface Change {
  readonly of: 'person' | 'claim'
  readonly field: string
  readonly proposed: unknown
}

export const changesOf = ({ person, claim, record }: SentCorrectionBody): Change[] => [
  ...changesIn('person', person),
  ...changesIn('claim', claim),
  ...changesIn('claim', record),
]

/** Names one change within its correction: `person.familyName`, `claim.record.boc.leftOn`. */
export const changeKey = ({ of, field }: Pick<Change, 'of' | 'field'>): string => `${of}.${field}`

/** The same correction without some of its changes, by their keys. */
export function without<Sent extends SentCorrectionBody>(sent: Sent, except: readonly string[]): Sent {
  const left = (of: Change['of'], fields: object | undefined) =>
    fields && Object.fromEntries(Object.entries(fields).filter(([field]) => !except.includes(changeKey({ of, field }))))
  const { person, claim, record } = sent
  return {
    ...sent,
    ...(person ? { person: left('person', person) } : {}),
    ...(claim ? { claim: left('claim', claim) } : {}),
    ...(record ? { record: left('claim', record) } : {}),
  }
}

const changesIn = (of: Change['of'], fields: object | undefined): Change[] =>
  Object.entries(fields ?? {}).map(([field, proposed]) => ({ of, field, proposed }))

/** The name of the corrected form, from `boc/2026-11`; undefined for a correction of single values. */
export function correctedForm(
  form: string | undefined,
): { readonly number: string; readonly title: Bilingual } | undefined {
  const known = form && formOf(form.split('/')[0] ?? '')
  return known ? { number: known.number, title: known.title } : undefined
}

/** The limits for what a form says, by the rules that set them. Any form counts for the application as a whole. */
const limitsOfForms = ['poe.online.completion', 'reform.complete_app', 'reform.complete_app.extended']
const limitsOfBasisOfClaim = ['boc.poe.practice', 'boc.poe.statutory', 'boc.inland', 'boc.amend']

interface Asked {
  readonly action?: { readonly what: RequiredAction; readonly due: string; readonly settledOn?: string } | undefined
}

/**
 * The day by which it should have been sent, when it came later: the limit of the form, or the day by which the office
 * asked for a correction. It is kept all the same, and marked late (RPD Rules, r. 9(2): changes to the Basis of Claim
 * Form). What was in before is not late for what comes to be added.
 */
export function lateSince(
  sent: SentCorrectionBody,
  deadlines: readonly HeldDeadline[],
  messages: readonly Asked[],
): string | undefined {
  const { on } = sent
  const named = sent.form?.split('/')[0]
  const forms = named ? [named] : formsAsking(changesOf(sent).map(({ field }) => field)).map(({ id }) => id)
  const rules = [...(forms.length > 0 ? limitsOfForms : []), ...(forms.includes('boc') ? limitsOfBasisOfClaim : [])]
  const missed = deadlines
    .filter(({ rule, effect, superseded }) => rules.includes(rule) && !effect && !superseded)
    .filter(({ due, met }) => due < on && (met === undefined || met >= on))
    .map(({ due }) => due)
  const asked = messages.flatMap(({ action }) =>
    action?.what === 'correct_form' && action.due < on && (action.settledOn ?? on) >= on ? [action.due] : [],
  )
  return [...missed, ...asked].sort()[0]
}
