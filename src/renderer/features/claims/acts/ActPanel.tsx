import { Button, Group } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type ActName, type Acts, acts } from '../../../../shared/domain/acts.ts'
import { useText } from '../../../app/language.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { useSayValue } from '../values.ts'
import css from './Acts.module.css'
import { type BoundAct, useAct } from './use-act.ts'

type Act<Name extends ActName> = NonNullable<Acts[Name]>

/** What the controls of an act's form work with. */
export interface ActControls<Form> {
  readonly form: Partial<Form>
  readonly disabled: boolean
  readonly set: (part: { readonly [Name in keyof Form]?: Form[Name] | undefined }) => void
  /** Keeps text that is being typed, without making it part of the form. */
  readonly keep: (part: { readonly [Name in keyof Form]?: Form[Name] | undefined }) => void
}

interface Props<Name extends ActName> {
  readonly name: Name
  readonly help: string
  /** What the form holds before anything is typed. */
  readonly blank: Partial<Act<Name>>
  readonly children: (controls: ActControls<Act<Name>>) => ReactNode
  /** What follows from the act, once it is recorded. */
  readonly follows?: ReactNode
  readonly recordLabel?: string
}

const useTitle = (name: ActName): string => useText()(`field.${name}`)

/** An act of law: recorded whole with a button, shown as recorded, changed or set aside with a reason. */
export function ActPanel<Name extends ActName>({ name, help, blank, children, follows, recordLabel }: Props<Name>) {
  const act = useAct(name)
  const title = useTitle(name)
  const [editing, setEditing] = useState(act.draft !== undefined)
  const frame = useRef<HTMLElement>(null)
  const close = () => {
    setEditing(false)
    frame.current?.querySelector<HTMLElement>('h3')?.focus()
  }
  return (
    <section ref={frame} className={css.act} aria-label={title}>
      <h3 tabIndex={-1}>{title}</h3>
      <p className={css.help}>{help}</p>
      <FailureNotice error={act.error} />
      {act.value !== undefined && <Recorded name={name} act={act} onChange={() => setEditing(true)} />}
      {(act.value === undefined || editing) && (
        <ActForm
          name={name}
          act={act}
          blank={blank}
          label={recordLabel}
          close={act.value ? close : undefined}
          done={close}
        >
          {children}
        </ActForm>
      )}
      {act.value !== undefined && follows}
    </section>
  )
}

function Recorded<Name extends ActName>({
  name,
  act,
  onChange,
}: {
  name: Name
  act: BoundAct<Act<Name>>
  onChange: () => void
}) {
  const t = useText()
  const say = useSayValue()
  const [asking, setAsking] = useState(false)
  const title = useTitle(name)
  return (
    <div className={css.recorded}>
      {act.conflict ? (
        <ul className={css.rivals} aria-label={t('field.conflict')}>
          {act.conflict.map(({ event, value }) => (
            <li key={event}>
              <bdi>{say(name, value)}</bdi>{' '}
              <Button size="compact-sm" variant="default" disabled={act.disabled} onClick={() => act.record(value)}>
                {t('act.keep_this')}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <bdi>{say(name, act.value)}</bdi>
        </p>
      )}
      {!act.disabled && (
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('act.change_of', { what: title })}
            onClick={onChange}
          >
            {t('act.change')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('act.withdraw_of', { what: title })}
            onClick={() => setAsking(true)}
          >
            {t('act.withdraw')}
          </Button>
        </Group>
      )}
      {asking && (
        <ConfirmDialog
          opened
          onClose={() => setAsking(false)}
          title={t('act.withdraw_title', { what: title })}
          body={t('act.withdraw_body')}
          confirmLabel={t('act.withdraw')}
          withReason
          pending={act.pending}
          error={act.error}
          onConfirm={(reason) => act.withdraw(reason, () => setAsking(false))}
        />
      )}
    </div>
  )
}

interface FormProps<Name extends ActName> {
  readonly name: Name
  readonly act: BoundAct<Act<Name>>
  readonly blank: Partial<Act<Name>>
  readonly label: string | undefined
  /** Leaves the form; absent where there is nothing recorded yet. */
  readonly close: (() => void) | undefined
  readonly done: () => void
  readonly children: (controls: ActControls<Act<Name>>) => ReactNode
}

function ActForm<Name extends ActName>({ name, act, blank, label, close, done, children }: FormProps<Name>) {
  const t = useText()
  const title = useTitle(name)
  const [form, setForm] = useState<Partial<Act<Name>>>(act.draft ?? act.value ?? blank)
  const [wrong, setWrong] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const latest = useRef(form)
  const set: ActControls<Act<Name>>['set'] = (part) => {
    latest.current = present({ ...latest.current, ...part }) as Partial<Act<Name>>
    setForm(latest.current)
    act.keep(latest.current)
    setWrong(false)
  }
  const record = () => {
    // A date that is half typed becomes a value on leaving its field.
    button.current?.focus()
    const parsed = acts[name].safeParse(latest.current)
    if (parsed.success) act.record(parsed.data as Act<Name>, done)
    setWrong(!parsed.success)
  }
  useEffect(() => {
    latest.current = form
  }, [form])
  return (
    <div className={css.form}>
      <div className={css.fields}>
        {children({
          form,
          disabled: act.disabled,
          set,
          keep: (part) => act.keep(present({ ...latest.current, ...part }) as Partial<Act<Name>>),
        })}
      </div>
      {wrong && (
        <p role="alert" className={css.wrong}>
          <IconAlertCircle size={16} aria-hidden /> {t('act.incomplete')}
        </p>
      )}
      <Group gap="xs">
        <Button ref={button} variant="default" disabled={act.disabled} loading={act.pending} onClick={record}>
          {label ?? t('act.record', { what: title })}
        </Button>
        {close && (
          <Button variant="subtle" onClick={close}>
            {t('common.cancel')}
          </Button>
        )}
      </Group>
    </div>
  )
}

const present = (form: object): object =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined && value !== ''))
