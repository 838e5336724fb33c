import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconCalendarEvent } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Form, Item } from '../../../../shared/forms/form.ts'
import { formOf, forms, itemName } from '../../../../shared/forms/forms.ts'
import { type QuestionId, questionOf } from '../../../../shared/record/questions.ts'
import { answerRegister } from '../../../../shared/record/registers.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { useClaim } from '../claim.tsx'
import type { AnyField } from '../use-field.ts'
import { AnswerControl } from './AnswerControl.tsx'
import { FieldItem } from './FieldItem.tsx'
import { ListItem } from './ListItem.tsx'
import { PrintForm } from './PrintForm.tsx'
import css from './Record.module.css'
import { RegisterNote } from './RegisterNote.tsx'
import { ReviewLine } from './ReviewLine.tsx'
import { RecordProvider, useRecord } from './record.tsx'

/** The forms of a claim, each drawn from its data: what is asked in several is answered once. */
export function FormsTab() {
  const search: { form?: string } = useSearch({ strict: false })
  const form = formOf(search.form ?? '') ?? forms[0]
  if (!form) return null
  return (
    <RecordProvider form={`${form.id}/${form.version}`}>
      <ReviewLine />
      <FormPage key={form.id} form={form} />
    </RecordProvider>
  )
}

function FormPage({ form }: { readonly form: Form }) {
  const { t, say } = useLanguage()
  const page = useRef<HTMLDivElement>(null)
  useArrival(page)
  const addRow = () => {
    const near = document.activeElement?.closest('[data-item]') ?? page.current
    near?.querySelector<HTMLElement>('[data-add-row]')?.click()
  }
  useKeys([{ keys: 'ctrl+Enter', label: 'record.key_add', where: 'here', run: addRow }])
  return (
    <div className={css.columns}>
      <FormRail current={form} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter goes to the next field, as Tab does */}
      <div ref={page} className={css.page} onKeyDown={goOn}>
        <h2 className={css.title}>{say(form.title)}</h2>
        <p className={css.source}>{t('record.form_source', { number: form.number, source: say(form.source) })}</p>
        <div>
          <PrintForm form={form} />
        </div>
        <HowTyped />
        {form.sections.map((section) => (
          <section key={section.id} className={css.section} id={`section-${section.id}`}>
            <h3>{say(section.title)}</h3>
            <div className={css.fields}>
              {section.items.map((item) => (
                <ItemOf key={itemName(item)} item={item} />
              ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  )
}

/** Enter in a field goes to the next one: paper is typed without looking for the mouse, nor for Tab. */
function goOn(event: KeyboardEvent<HTMLDivElement>) {
  const from = event.target
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (!(from instanceof HTMLInputElement)) return
  // A list that is open takes the key for itself.
  if (from.getAttribute('aria-expanded') === 'true') return
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('input, textarea, [data-add-row]')].filter(
    (field) =>
      !field.hasAttribute('disabled') && field.getAttribute('type') !== 'hidden' && field.offsetParent !== null,
  )
  const radios = from.type === 'radio'
  const next = fields
    .slice(fields.indexOf(from) + (event.shiftKey ? 0 : 1))
    .find((field) => !radios || !(field instanceof HTMLInputElement) || field.name !== from.name)
  const target = event.shiftKey ? fields[fields.indexOf(from) - 1] : next
  if (!target) return
  event.preventDefault()
  target.focus()
}

/** A finding leads here: to the question, or to the very row. */
function useArrival(page: React.RefObject<HTMLDivElement | null>) {
  const { item, row }: { item?: string; row?: string } = useSearch({ strict: false })
  useEffect(() => {
    const root = page.current
    const found =
      (row && root?.querySelector(`[data-row="${CSS.escape(row)}"]`)) ||
      (item && root?.querySelector(`[data-item="${CSS.escape(item)}"]`))
    if (!(found instanceof HTMLElement)) return
    found.scrollIntoView({ block: 'center' })
    found.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button')?.focus({ preventScroll: true })
  }, [page, item, row])
}

function FormRail({ current }: { readonly current: Form }) {
  const { t, say } = useLanguage()
  const { claimId } = useClaim()
  return (
    <nav className={css.rail} aria-label={t('record.forms')}>
      <ul>
        {forms.map((form) => (
          <li key={form.id}>
            <Link
              to="/claims/$claimId/$tab"
              params={{ claimId, tab: 'forms' }}
              search={{ form: form.id }}
              aria-current={form.id === current.id ? 'page' : undefined}
            >
              <span>{say(form.title)}</span>
              <small>{form.number}</small>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function ItemOf({ item }: { readonly item: Item }) {
  if ('list' in item) return <ListItem list={item.list} />
  if ('question' in item) return <QuestionItem id={item.question} />
  return (
    <div data-item={item.field} data-wide={item.field === 'narrative' || item.field === 'grounds' || undefined}>
      <FieldItem name={item.field as AnyField} />
    </div>
  )
}

function QuestionItem({ id }: { readonly id: QuestionId }) {
  const { say } = useLanguage()
  const { view: claim } = useClaim()
  const { shownIn, errorOf, save, keep, mustCorrect, disabled } = useRecord()
  const register = answerRegister(id)
  const question = questionOf(id)
  const wide = question.answer.as === 'long' || question.answer.as === 'explained'
  return (
    <div data-item={id} data-wide={wide || undefined}>
      <AnswerControl
        question={question}
        value={shownIn(register)}
        error={errorOf(register)}
        draft={question.answer.as === 'text' || question.answer.as === 'long' ? claim.drafts[register] : undefined}
        disabled={disabled || mustCorrect(register)}
        onValue={(value) => save(register, value)}
        onTyping={(text) => keep(register, text)}
      />
      <RegisterNote register={register} name={say(question.text)} />
    </div>
  )
}

/** From paper or by word of mouth; and the day on which a paper claim came in, which starts its clocks. */
function HowTyped() {
  const t = useText()
  const { source, setSource, disabled, view, take } = useRecord()
  const { claimId, inTurn, mayEdit } = useClaim()
  const today = useStatus()?.today
  const [on, setOn] = useState<string>()
  const receiving = useMutation(useDesk().record.receive.mutationOptions({ ...inTurn, onSuccess: take }))
  if (disabled) return null
  return (
    <div className={css.how}>
      <SegmentedControl
        aria-label={t('record.source')}
        value={source}
        onChange={(next) => setSource(next === 'paper' ? 'paper' : 'typed')}
        data={[
          { value: 'typed', label: t('record.source_typed') },
          { value: 'paper', label: t('record.source_paper') },
        ]}
      />
      {!view.review.receivedOn && mayEdit && (
        <Group gap="xs" align="flex-end">
          <DateField
            label={t('record.received_on')}
            help={t('record.received_help')}
            value={on}
            max={today}
            onValue={setOn}
          />
          <Button
            variant="default"
            leftSection={<IconCalendarEvent size={18} aria-hidden />}
            disabled={!on}
            loading={receiving.isPending}
            onClick={() => on && receiving.mutate({ claimId, on, by: 'paper' })}
          >
            {t('record.receive')}
          </Button>
        </Group>
      )}
      <FailureNotice error={receiving.error} />
    </div>
  )
}
