import { Button, Checkbox, Group } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { acts, type Seizure } from '../../../../shared/domain/acts.ts'
import type { HeldDocument } from '../../../../shared/domain/full-intake.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { SelectField, TextField, useFieldWords } from '../../../components/fields.tsx'
import { useClaim } from '../claim.tsx'
import { useSayHeld } from '../values.ts'
import css from './Acts.module.css'
import { useAct } from './use-act.ts'

/** What is filled in before papers are seized. */
interface Form {
  readonly documents: readonly string[]
  readonly on: string | undefined
  readonly place: string
  readonly ground: string
}

/** Seizing papers, IRPA s. 140: which, when, where and why, recorded together. */
export function SeizurePanel() {
  const { t } = useLanguage()
  const { view } = useClaim()
  const act = useAct('seizures')
  const seized = act.value ?? []
  const held = view.claim.heldDocuments?.value ?? []
  const free = held.filter(({ id }) => !seized.some(({ document }) => document === id))
  const title = useRef<HTMLHeadingElement>(null)
  return (
    <section className={css.act} aria-label={t('field.seizures')}>
      <h3 ref={title} tabIndex={-1}>
        {t('field.seizures')}
      </h3>
      <p className={css.help}>{t('seizure.help')}</p>
      <FailureNotice error={act.error} />
      {seized.length > 0 && <SeizedList seized={seized} held={held} act={act} />}
      {free.length > 0 && !act.disabled && (
        <SeizureForm
          key={seized.length}
          documents={free}
          pending={act.pending}
          record={(next) => act.record([...seized, ...next], () => title.current?.focus())}
        />
      )}
      {held.length === 0 && <p className={css.quiet}>{t('seizure.none')}</p>}
    </section>
  )
}

interface ListProps {
  readonly seized: readonly Seizure[]
  readonly held: readonly HeldDocument[]
  readonly act: ReturnType<typeof useAct<'seizures'>>
}

function SeizedList({ seized, held, act }: ListProps) {
  const { t } = useLanguage()
  const sayHeld = useSayHeld()
  const [asking, setAsking] = useState(false)
  return (
    <div className={css.recorded}>
      <ul className={css.seized}>
        {seized.map((one) => {
          const document = held.find(({ id }) => id === one.document)
          return (
            <li key={one.document}>
              <bdi>{document ? sayHeld(document) : t('seizure.unlisted')}</bdi>
              <span className={css.quiet}>
                {' '}
                {one.on} · <bdi>{one.place}</bdi> · <bdi>{one.ground}</bdi>
              </span>
            </li>
          )
        })}
      </ul>
      {!act.disabled && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>
          {t('act.withdraw')}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          opened
          onClose={() => setAsking(false)}
          title={t('act.withdraw_title', { what: t('field.seizures') })}
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

interface FormProps {
  readonly documents: readonly HeldDocument[]
  readonly pending: boolean
  readonly record: (seizures: Seizure[]) => void
}

const usualGrounds = ['false', 'needed', 'illegal'] as const

function SeizureForm({ documents, pending, record }: FormProps) {
  const { t, language, say } = useLanguage()
  const sayHeld = useSayHeld()
  const status = useStatus()
  const button = useRef<HTMLButtonElement>(null)
  const [wrong, setWrong] = useState(false)
  const place = status?.office?.name ? say(status.office.name) : ''
  const [form, setForm] = useState<Form>({ documents: [], on: status?.today, place, ground: '' })
  const latest = useRef(form)
  const set = (part: Partial<Form>) => {
    latest.current = { ...latest.current, ...part }
    setForm(latest.current)
    setWrong(false)
  }
  const submit = () => {
    // A date that is half typed becomes a value on leaving its field.
    button.current?.focus()
    const { documents: chosen, ...rest } = latest.current
    const parsed = acts.seizures.safeParse(chosen.map((document) => ({ document, ...rest })))
    setWrong(!parsed.success)
    if (parsed.success) record(parsed.data)
  }
  return (
    <div className={css.form}>
      <Checkbox.Group
        {...useFieldWords({ label: t('seizure.which') })}
        value={[...form.documents]}
        onChange={(next) => set({ documents: next })}
      >
        <div className={css.checks}>
          {documents.map((document) => (
            <Checkbox key={document.id} value={document.id} label={<bdi>{sayHeld(document)}</bdi>} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={css.fields}>
        <DateField label={t('seizure.on')} value={form.on} max={status?.today} onValue={(on) => set({ on })} />
        <TextField
          label={t('seizure.place')}
          maxLength={200}
          dir="auto"
          value={form.place}
          onChange={(event) => set({ place: event.currentTarget.value })}
        />
        <SelectField
          label={t('seizure.usual')}
          data={usualGrounds.map((each) => t(`seizure.ground_${each}`))}
          value={null}
          onChange={(next) => set({ ground: next ?? '' })}
          key={language + form.ground}
        />
        <div data-wide>
          <TextField
            label={t('seizure.ground')}
            maxLength={500}
            dir="auto"
            value={form.ground}
            onChange={(event) => set({ ground: event.currentTarget.value })}
          />
        </div>
      </div>
      {wrong && (
        <p role="alert" className={css.wrong}>
          <IconAlertCircle size={16} aria-hidden /> {t('seizure.incomplete')}
        </p>
      )}
      <Group>
        <Button ref={button} variant="default" loading={pending} onClick={submit}>
          {t('seizure.record')}
        </Button>
      </Group>
    </div>
  )
}
