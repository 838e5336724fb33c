import { Button, Checkbox, Group, Modal, Radio, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConfirmationView } from '../../../shared/contract/views.ts'
import type { TextKey } from '../../../shared/i18n/index.ts'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { CountrySelect } from '../../components/CountrySelect.tsx'
import { DateField } from '../../components/DateField.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextArea, TextField } from '../../components/fields.tsx'
import { actForms, type Field, type FieldName, isShown, lacking } from './act-forms.ts'
import css from './Confirmations.module.css'
import type { FormAct } from './use-confirmation.ts'

interface Props {
  readonly act: FormAct
  readonly view: ConfirmationView
  readonly pending: boolean
  readonly error: unknown
  readonly onClose: () => void
  readonly onDo: (values: Readonly<Record<string, string>>) => void
}

/** Asks what an act needs to know, then does it. */
export function ActDialog(props: Props) {
  const t = useText()
  return (
    <Modal
      opened
      size="lg"
      onClose={props.onClose}
      title={t(`confirm.act_${props.act}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ActForm {...props} />
    </Modal>
  )
}

function ActForm({ act, view, pending, error, onClose, onDo }: Props) {
  const t = useText()
  const today = useStatus()?.today
  const [values, setValues] = useState(() => given(act, view, today))
  const [missing, setMissing] = useState<string>()
  const fields = (actForms[act] ?? []).filter((field) => isShown(field, values))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lack = lacking(act, values)
    setMissing(lack?.name)
    if (!lack) onDo(values)
  }
  return (
    <form onSubmit={submit} data-decided={pending || undefined}>
      <Stack>
        {hasBody(act) && <p>{t(`confirm.${act}_body`)}</p>}
        <div className={css.form}>
          {fields.map((field, at) => (
            <OneField
              key={field.name}
              field={field}
              first={at === 0}
              value={values[field.name] ?? ''}
              wrong={missing === field.name}
              onValue={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
            />
          ))}
        </div>
        <FailureNotice error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={pending} data-autofocus={fields.length === 0 || undefined}>
            {t(`confirm.act_${act}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface OneFieldProps {
  readonly field: Field
  readonly first: boolean
  readonly value: string
  readonly wrong: boolean
  readonly onValue: (value: string) => void
}

function OneField({ field, first, value, wrong, onValue }: OneFieldProps) {
  const { t, say } = useLanguage()
  const label = t(`confirm.field_${(field.name.split('.').at(-1) ?? '') as FieldName}`)
  const error = wrong ? t('confirm.field_needed') : undefined
  const words = { label, error, ...(first ? { 'data-autofocus': true } : {}) }
  if (field.kind === 'choice')
    return (
      <Radio.Group label={label} value={value} error={error} onChange={onValue}>
        <Stack gap="xs" mt="xs">
          {field.options.map((option, at) => (
            <Radio
              key={option.value}
              value={option.value}
              label={say(option.label)}
              data-autofocus={(first && at === 0) || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
    )
  if (field.kind === 'check')
    return (
      <Checkbox
        label={label}
        error={error}
        checked={value === 'yes'}
        data-autofocus={first || undefined}
        onChange={(event) => onValue(event.currentTarget.checked ? 'yes' : '')}
      />
    )
  if (field.kind === 'date')
    return <DateField label={label} error={error} value={value || undefined} onValue={(date) => onValue(date ?? '')} />
  if (field.kind === 'country')
    return (
      <CountrySelect label={label} error={error} value={value || undefined} onValue={(code) => onValue(code ?? '')} />
    )
  if (field.kind === 'note')
    return (
      <TextArea {...words} maxLength={500} value={value} onChange={(event) => onValue(event.currentTarget.value)} />
    )
  return (
    <TextField
      {...words}
      autoComplete="off"
      maxLength={200}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  )
}

/** Acts whose effect is said before they are done. */
const withBody = [
  'post_invitation',
  'confirm',
  'issue_ecopr',
  'renew_ecopr',
  'withdraw_ecopr',
  'hold_card',
  'redirect_card',
  'remail_card',
]
const hasBody = (act: FormAct): act is Extract<FormAct, BodyAct> => withBody.includes(act)
type BodyAct = Extract<TextKey, `confirm.${string}_body`> extends `confirm.${infer A}_body` ? A : never

/** What is known already need not be typed: the officer looks at it and changes it. */
function given(act: FormAct, { facts }: ConfirmationView, today: string | undefined): Record<string, string> {
  const { identity, address, earlierAddresses } = facts
  if (act === 'issue_ecopr') return { again: facts.residence?.on === today ? 'no' : 'yes' }
  const email = identity.email ?? ''
  if (act === 'invite' || act === 'record_answer') return { email }
  if (act === 'create_account') return { account: 'new' }
  if (act === 'make_password') return { reason: 'expired', by: email ? 'email' : 'letter' }
  if (act !== 'set_address') return {}
  const home = address?.home ?? earlierAddresses.at(-1)?.home
  return {
    card: 'home',
    'home.country': 'CAN',
    'mailing.country': 'CAN',
    ...Object.fromEntries(Object.entries(home ?? {}).map(([part, text]) => [`home.${part}`, text ?? ''])),
  }
}
