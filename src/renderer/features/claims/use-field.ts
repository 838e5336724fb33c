import { notifyManager, useMutation } from '@tanstack/react-query'
import { useContext, useState } from 'react'
import type { ClaimView, FieldView } from '../../../shared/contract/views.ts'
import {
  type ClaimField,
  type ClaimValues,
  claimFields,
  type PersonField,
  type PersonValues,
  personFields,
} from '../../../shared/domain/fields.ts'
import { explain } from '../../../shared/errors.ts'
import type { TextKey } from '../../../shared/i18n/index.ts'
import { troubleOf, useDesk } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { CorrectionContext } from './after/correction.ts'
import { useClaim } from './claim.tsx'

export type AnyField = PersonField | ClaimField
export type ValueOf<Name extends AnyField> = Name extends PersonField
  ? NonNullable<PersonValues[Name]>
  : Name extends ClaimField
    ? NonNullable<ClaimValues[Name]>
    : never

/** One field of the claim or its person: what it holds, and how to change it. */
export interface BoundField<Value> {
  /** What the officer chose, even before the desk has confirmed it. */
  readonly value: Value | undefined
  /** What the desk confirmed. */
  readonly held: Value | undefined
  /** Half-typed text kept from before. */
  readonly draft: string | undefined
  readonly conflict: FieldView<Value>['conflict']
  readonly disabled: boolean
  readonly error: string | undefined
  /** Makes it a value, or clears it; false when the value cannot be one. */
  readonly save: (value: Value | undefined) => boolean
  /** Keeps text that is not a value yet; an empty text forgets it. */
  readonly keep: (text: string) => void
  /** The last save was refused or did not arrive. */
  readonly failed: boolean
  /** It belongs to a correction: what is half typed is always told, since the form waits for it. */
  readonly correcting?: true
}

const isPersonField = (name: AnyField): name is PersonField => Object.hasOwn(personFields, name)

/** What is wrong with a value, in words of its own where the form of the field has some. */
const wrongText: Partial<Record<AnyField, Extract<TextKey, `field.wrong_${string}`>>> = {
  phone: 'field.wrong_phone',
  email: 'field.wrong_email',
  addressPostalCode: 'field.wrong_postal',
  clientId: 'field.wrong_client',
}

/** Binds a field: a change is checked here first, then sent with the events that the officer saw. */
export function useField<Name extends AnyField>(name: Name): BoundField<ValueOf<Name>> {
  const { view, mayEdit, mayEditIdentity, mayComplete } = useClaim()
  const correction = useContext(CorrectionContext)
  const { t } = useLanguage()
  const say = (problem: ReturnType<typeof problemWith>) => problem && t(problem.key, problem.params as never)
  // Text that was left behind half typed says at once why it is no value.
  const [wrong, setWrong] = useState(() =>
    !correction && isText(name, view.drafts[name]) ? say(problemWith(name, view.drafts[name])) : undefined,
  )
  const held = (isPersonField(name) ? view.person[name] : view.claim[name]) as FieldView<ValueOf<Name>> | undefined
  const { send, keep, error, asked } = useSaving<ValueOf<Name>>(name)
  const save = (value: ValueOf<Name> | undefined): boolean => {
    const problem = value === undefined ? undefined : problemWith(name, value)
    setWrong(say(problem))
    if (problem) correction?.refuse(name)
    if (problem) return false
    if (correction) correction.put(name, value)
    else if (held?.conflict || JSON.stringify(value) !== JSON.stringify(held?.value)) send(value, held?.heads ?? [])
    else if (view.drafts[name] !== undefined) keep('')
    return true
  }
  if (correction)
    return {
      value: correction.values.has(name) ? (correction.values.get(name) as ValueOf<Name>) : held?.value,
      held: held?.value,
      draft: undefined,
      conflict: held?.conflict,
      disabled: false,
      error: wrong,
      save,
      // A half typed date or row is never dropped unseen: the form says so and waits.
      keep: (text) => (text === '' ? correction.accept(name) : correction.refuse(name)),
      correcting: true,
      failed: false,
    }
  return {
    value: asked ? asked.value : held?.value,
    held: held?.value,
    draft: view.drafts[name],
    conflict: held?.conflict,
    disabled: !(isPersonField(name) ? mayEditIdentity : mayEdit) && !(mayComplete && isLacking(view, name)),
    error: wrong ?? error,
    save,
    keep,
    failed: error !== undefined,
  }
}

/** Does the document wait for this field? A name is one name in either field. */
const isLacking = (view: ClaimView, name: AnyField): boolean =>
  view.bars.some(({ lacks }) => lacks.includes(name === 'givenNames' ? 'familyName' : name))

const readByControl: ReadonlySet<AnyField> = new Set([
  'birthDate',
  'claimDate',
  'authorityNotifiedOn',
  'entries',
  'aliases',
  'route',
  'heldDocuments',
  'earlierClaims',
])

/** Drafts of dates and entries are read by their own controls. */
const isText = (name: AnyField, draft: string | undefined) => draft !== undefined && !readByControl.has(name)

function problemWith(name: AnyField, value: unknown) {
  const schema = isPersonField(name) ? personFields[name] : claimFields[name]
  const parsed = schema.safeParse(value)
  if (parsed.success) return undefined
  const [issue] = parsed.error.issues
  if (issue?.code === 'too_big') return { key: 'field.wrong_long', params: { max: Number(issue.maximum) } } as const
  return { key: wrongText[name] ?? 'field.wrong', params: {} } as const
}

/** The commands behind a field. */
function useSaving<Value>(name: AnyField) {
  const { claimId, take, inTurn } = useClaim()
  const { t, language } = useLanguage()
  const desk = useDesk()
  const options = { ...inTurn, onSuccess: take }
  const person = useMutation(desk.claims.setPerson.mutationOptions(options))
  const claim = useMutation(desk.claims.set.mutationOptions(options))
  const draft = useMutation(desk.claims.keepDraft.mutationOptions(inTurn))
  const mutation = isPersonField(name) ? person : claim
  const [asked, setAsked] = useState<{ readonly value: Value | undefined }>()
  const send = (value: Value | undefined, heads: readonly string[]) => {
    const mine = { value }
    setAsked(mine)
    // The last choice stays on the screen until its own answer is there: after the news of it, which is on its way too.
    const onSettled = () => notifyManager.schedule(() => setAsked((now) => (now === mine ? undefined : now)))
    mutation.mutate({ claimId, fields: { [name]: value ?? null }, bases: [...heads] }, { onSettled })
  }
  const keep = (text: string) => draft.mutate({ claimId, field: name, text: text.slice(0, 50_000) })
  const why = (thrown: unknown) => {
    const trouble = troubleOf(thrown)
    return trouble.kind === 'connection' ? t('connection.lost') : explain(trouble.failure, language).message
  }
  return { send, keep, asked, error: mutation.error ? t('field.not_saved', { why: why(mutation.error) }) : undefined }
}
