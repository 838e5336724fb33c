import { Button, Checkbox, Group, Modal, NumberInput, SimpleGrid, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { CalendarView, Named } from '../../../shared/contract/views.ts'
import { type AppointmentKind, quarter, type Slot, timeOf, usualMinutes } from '../../../shared/domain/appointments.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { DateField } from '../../components/DateField.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { SelectField, TextArea, TextField } from '../../components/fields.tsx'

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** What the fields begin with. */
  readonly slot: Slot | undefined
  readonly kind: AppointmentKind
  readonly confirmLabel: string
  /** Asks for the reason, and whether the person asked for it. */
  readonly withReason?: boolean
  readonly pending: boolean
  readonly error: unknown
  readonly onConfirm: (chosen: { slot: Slot; reason: string; by: 'office' | 'claimant' }) => void
}

/** When, how and with what: for another time than those proposed. The desk checks it against everything that it knows. */
export function SlotDialog(props: Props) {
  const t = useText()
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Begin {...props} />
    </Modal>
  )
}

/** The lists of officers, rooms and interpreters come with the calendar. */
function Begin(props: Props) {
  const today = useStatus()?.today ?? '2026-01-01'
  const date = props.slot?.date ?? today
  const { data } = useQuery(useDesk().appointments.calendar.queryOptions({ input: { date, view: 'day' } }))
  return data ? <Form {...props} choices={data} date={date} /> : null
}

const times = Array.from({ length: (24 * 60) / quarter }, (_, i) => timeOf(i * quarter))
const choicesOf = (named: readonly Named[]) => named.map(({ id, name }) => ({ value: id, label: name }))

function Form({ slot, kind, choices, date, ...props }: Props & { choices: CalendarView; date: string }) {
  const t = useText()
  const [next, setNext] = useState<Slot>(
    slot ?? {
      date,
      time: '09:00',
      minutes: usualMinutes[kind],
      mode: 'in_person',
      // With a panel physician the office holds nothing and nobody.
      officer: (kind !== 'medical' && choices.officers[0]?.id) || null,
      room: (kind !== 'medical' && choices.rooms[0]?.id) || null,
      interpreter: null,
      place: (kind !== 'medical' && choices.rooms[0]?.name) || '',
    },
  )
  const [reason, setReason] = useState('')
  const [byClaimant, setByClaimant] = useState(false)
  const [short, setShort] = useState(false)
  const set = (changes: Partial<Slot>) => setNext((now) => ({ ...now, ...changes }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = props.withReason === true && reason.trim().length < 3
    setShort(missing)
    if (missing) return
    const room = next.mode === 'video' ? null : next.room
    props.onConfirm({ slot: { ...next, room }, reason: reason.trim(), by: byClaimant ? 'claimant' : 'office' })
  }
  return (
    <form onSubmit={submit} data-decided={props.pending || undefined}>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <DateField
            label={t('interviews.date')}
            value={next.date}
            onValue={(value) => value && set({ date: value })}
          />
          <SelectField
            label={t('interviews.time')}
            data={times}
            searchable
            value={next.time}
            allowDeselect={false}
            onChange={(time) => time && set({ time })}
          />
          <NumberInput
            label={t('interviews.minutes')}
            min={quarter}
            max={480}
            step={quarter}
            value={next.minutes}
            onChange={(minutes) => typeof minutes === 'number' && set({ minutes })}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <SelectField
            label={t('interviews.mode')}
            data={(['in_person', 'video'] as const).map((value) => ({ value, label: t(`interviews.${value}`) }))}
            value={next.mode}
            allowDeselect={false}
            onChange={(mode) => set({ mode: mode === 'video' ? 'video' : 'in_person' })}
          />
          <SelectField
            label={t('interviews.officer')}
            data={choicesOf(choices.officers)}
            searchable
            clearable
            value={next.officer}
            onChange={(officer) => set({ officer })}
          />
          <SelectField
            label={t('interviews.room')}
            data={choicesOf(choices.rooms)}
            clearable
            disabled={next.mode === 'video'}
            value={next.mode === 'video' ? null : next.room}
            onChange={(room) => set({ room })}
          />
          <SelectField
            label={t('interviews.interpreter')}
            data={choicesOf(choices.interpreters)}
            searchable
            clearable
            value={next.interpreter}
            onChange={(interpreter) => set({ interpreter })}
          />
        </SimpleGrid>
        <TextField
          label={t('interviews.place')}
          value={next.place}
          maxLength={200}
          required
          onChange={(event) => set({ place: event.currentTarget.value })}
        />
        {props.withReason && (
          <>
            <TextArea
              label={t('common.reason')}
              help={t('common.reason_help')}
              error={short ? t('common.reason_short') : undefined}
              value={reason}
              data-autofocus
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Checkbox
              label={t('interviews.by_claimant')}
              checked={byClaimant}
              onChange={(event) => setByClaimant(event.currentTarget.checked)}
            />
          </>
        )}
        <FailureNotice error={props.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={props.pending}>
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
