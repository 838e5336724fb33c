import type { ConfirmationAct } from '../../../shared/domain/confirmation/table.ts'
import {
  closingReasons,
  contactAttempts,
  contactChannels,
  contactOutcomes,
  contactReasons,
  familyRoles,
  interviewOutcomes,
  interviewReasons,
  passportFindings,
  passwordReasons,
  refusedRequests,
} from '../../../shared/domain/confirmation/vocabulary.ts'
import {
  attemptWords,
  channelWords,
  closingWords,
  contactOutcomeWords,
  contactReasonWords,
  familyRoleWords,
  interviewOutcomeWords,
  interviewReasonWords,
  passportWords,
  requestWords,
} from '../../../shared/domain/confirmation/words.ts'
import type { TextKey } from '../../../shared/i18n/index.ts'
import type { Bilingual } from '../../../shared/language.ts'

/** What each act asks for, as data: the dialog draws it, and what was filled in is what the contract takes. */

export type Field =
  | {
      readonly kind: 'text' | 'note' | 'date' | 'country' | 'check'
      readonly name: string
      readonly needed?: true
      readonly when?: When
    }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly options: readonly { readonly value: string; readonly label: Bilingual }[]
      readonly needed: true
      readonly when?: When
    }
/** Shown only while another field has that value. */
type When = readonly [name: string, value: string]

export type FieldName = Extract<TextKey, `confirm.field_${string}`> extends `confirm.field_${infer N}` ? N : never

const choice = (
  name: string,
  values: readonly string[],
  words: Readonly<Record<string, Bilingual>>,
  when?: When,
): Field => ({
  kind: 'choice',
  name,
  needed: true,
  options: values.map((value) => ({ value, label: words[value] ?? { en: value, fr: value } })),
  ...(when ? { when } : {}),
})

const via = choice('via', contactChannels, channelWords)
const yesNo = { yes: { en: 'Yes, in Canada', fr: 'Oui, au Canada' }, no: { en: 'No, abroad', fr: 'Non, à l’étranger' } }
const paths = {
  portal: { en: 'Uses the portal', fr: 'Utilise le portail' },
  assisted: { en: 'Cannot use the portal: assisted', fr: 'Ne peut utiliser le portail\u00a0: assistance' },
}
const passwordWords = {
  first: { en: 'The first one', fr: 'Le premier' },
  expired: { en: 'The last one ran out', fr: 'Le dernier a expiré' },
  lost: { en: 'It was lost', fr: 'Il a été perdu' },
}
const ways = { email: { en: 'By e-mail', fr: 'Par courriel' }, letter: { en: 'By letter', fr: 'Par lettre' } }
const which = {
  home: { en: 'To the home address', fr: 'Au domicile' },
  mailing: { en: 'To a mailing address', fr: 'À une adresse postale' },
}
const accounts = {
  new: { en: 'A new account', fr: 'Un nouveau compte' },
  reused: {
    en: 'The account of the application (later practice)',
    fr: 'Le compte de la demande (pratique ultérieure)',
  },
}

const address = (prefix: string, when?: When): Field[] =>
  (['line1', 'line2', 'city', 'province', 'postalCode'] as const)
    .map(
      (name): Field => ({
        kind: 'text',
        name: `${prefix}.${name}`,
        ...(name === 'line1' || name === 'city' ? { needed: true } : {}),
        ...(when ? { when } : {}),
      }),
    )
    .concat({ kind: 'country', name: `${prefix}.country`, needed: true, ...(when ? { when } : {}) })

export const actForms: { readonly [A in ConfirmationAct]?: readonly Field[] } = {
  invite: [{ kind: 'text', name: 'email', needed: true }],
  remind: [],
  post_invitation: [],
  record_answer: [
    choice('path', Object.keys(paths), paths),
    via,
    { kind: 'text', name: 'email', when: ['path', 'portal'], needed: true },
    { kind: 'note', name: 'why', when: ['path', 'assisted'], needed: true },
  ],
  create_account: [
    { kind: 'text', name: 'userName', needed: true },
    choice('account', Object.keys(accounts), accounts),
  ],
  make_password: [choice('reason', passwordReasons, passwordWords), choice('by', Object.keys(ways), ways)],
  sign_in: [],
  declare_presence: [
    choice('inCanada', Object.keys(yesNo), yesNo),
    via,
    { kind: 'date', name: 'returnOn', when: ['inCanada', 'no'] },
    { kind: 'date', name: 'lastEntryOn', when: ['inCanada', 'yes'] },
    { kind: 'text', name: 'lastEntryPlace', when: ['inCanada', 'yes'] },
  ],
  set_address: [
    via,
    ...address('home'),
    choice('card', Object.keys(which), which),
    ...address('mailing', ['card', 'mailing']),
  ],
  require_interview: [choice('why', interviewReasons, interviewReasonWords), { kind: 'note', name: 'note' }],
  record_interview: [choice('outcome', interviewOutcomes, interviewOutcomeWords), { kind: 'note', name: 'note' }],
  confirm: [
    { kind: 'check', name: 'notInadmissible', needed: true },
    { kind: 'text', name: 'source', needed: true },
    choice('passport', passportFindings, passportWords),
    { kind: 'note', name: 'passportNote' },
    { kind: 'text', name: 'presence' },
  ],
  set_aside: [{ kind: 'note', name: 'reason', needed: true }],
  reopen: [{ kind: 'note', name: 'reason', needed: true }],
  link_family: [
    { kind: 'text', name: 'clientId', needed: true },
    choice('role', familyRoles, familyRoleWords),
    { kind: 'note', name: 'reason', needed: true },
  ],
  refuse_request: [
    choice('request', refusedRequests, requestWords),
    { kind: 'text', name: 'representativeEmail', when: ['request', 'representative'] },
    via,
    { kind: 'note', name: 'note' },
  ],
  // On a later day than the confirmation only: `again` says so, and is no field.
  issue_ecopr: [{ kind: 'check', name: 'checkedNow', needed: true, when: ['again', 'yes'] }],
  renew_ecopr: [],
  withdraw_ecopr: [{ kind: 'note', name: 'reason', needed: true }],
  hold_card: [{ kind: 'note', name: 'reason', needed: true }],
  redirect_card: [],
  remail_card: [],
  open_contact: [choice('why', contactReasons, contactReasonWords), { kind: 'note', name: 'note' }],
  attempt_contact: [
    choice('channel', contactChannels, channelWords),
    choice('outcome', contactAttempts, attemptWords),
    { kind: 'note', name: 'note' },
  ],
  close_contact: [choice('outcome', contactOutcomes, contactOutcomeWords), { kind: 'note', name: 'note' }],
  close: [choice('why', closingReasons, closingWords), { kind: 'note', name: 'reason', needed: true }],
}

/** The values of a form as the contract takes them: `home.city` becomes `{ home: { city } }`; empty ones are left out. */
export function workOf(act: ConfirmationAct, values: Readonly<Record<string, string>>): Record<string, unknown> {
  const out: Record<string, unknown> = { act }
  for (const field of actForms[act] ?? []) {
    const value = values[field.name]?.trim()
    if (!value || !isShown(field, values)) continue
    const [first = '', second] = field.name.split('.')
    const said = field.name === 'inCanada' ? value === 'yes' : value
    if (second) out[first] = { ...(out[first] as object | undefined), [second]: said }
    else out[first] = said
  }
  if (act === 'create_account') {
    out.reused = out.account === 'reused'
    delete out.account
  }
  if (act === 'attempt_contact') {
    out.via = out.channel
    delete out.channel
  }
  return out
}

export const isShown = ({ when }: Field, values: Readonly<Record<string, string>>): boolean =>
  when === undefined || values[when[0]] === when[1]

/** The first field that must be filled in and is not. */
export const lacking = (act: ConfirmationAct, values: Readonly<Record<string, string>>): Field | undefined =>
  (actForms[act] ?? []).find((field) => field.needed && isShown(field, values) && !values[field.name]?.trim())
