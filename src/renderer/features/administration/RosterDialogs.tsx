import { Button, Checkbox, Group, Modal, Radio, SimpleGrid, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { RosterInterpreter, RosterOfficer, RosterRoom, RosterView } from '../../../shared/contract/views.ts'
import { type Absence, usualHours, type WeeklyHours, weekdays } from '../../../shared/domain/appointments.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { DateField } from '../../components/DateField.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextArea, TextField } from '../../components/fields.tsx'
import { awayText, hoursText, languagesText, readAway, readHours, readLanguages } from './roster-text.ts'

export type RosterEdit =
  | { readonly what: 'room'; readonly row?: RosterRoom }
  | { readonly what: 'interpreter'; readonly row?: RosterInterpreter }
  | { readonly what: 'officer'; readonly row: RosterOfficer }
  | { readonly what: 'day'; readonly row?: RosterView['days'][number] }

const titles = {
  room: 'roster.add_room',
  interpreter: 'roster.add_interpreter',
  officer: 'roster.officers',
  day: 'roster.add_day',
} as const

/** What is set of a room, an interpreter, an officer's hours, or a day. */
export function RosterDialogs({ edit, onClose }: { edit: RosterEdit | undefined; onClose: () => void }) {
  const t = useText()
  const changes = edit?.row && edit.what !== 'officer'
  return (
    <Modal
      opened={edit !== undefined}
      onClose={onClose}
      size="lg"
      title={edit && t(changes ? 'roster.edit' : titles[edit.what])}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {edit?.what === 'room' && <Room row={edit.row} onClose={onClose} />}
      {edit?.what === 'interpreter' && <Interpreter row={edit.row} onClose={onClose} />}
      {edit?.what === 'officer' && <Officer row={edit.row} onClose={onClose} />}
      {edit?.what === 'day' && <Day row={edit.row} onClose={onClose} />}
    </Modal>
  )
}

/** The roster as it stands after a command, and how to close when it has gone well. */
function useRoster(onClose: () => void) {
  const desk = useDesk()
  const queries = useQueryClient()
  const options = {
    onSuccess: (view: RosterView) => {
      queries.setQueryData(desk.roster.view.queryKey(), view)
      onClose()
    },
  }
  return {
    room: useMutation(desk.roster.setRoom.mutationOptions(options)),
    interpreter: useMutation(desk.roster.setInterpreter.mutationOptions(options)),
    officer: useMutation(desk.roster.setHours.mutationOptions(options)),
    day: useMutation(desk.roster.setDay.mutationOptions(options)),
  }
}

interface When {
  readonly hours: WeeklyHours
  readonly away: readonly Absence[]
}

/** Hours by weekday and absences as they are typed; undefined while they cannot be read. */
function useWhen(row: When | undefined) {
  const [days, setDays] = useState<Record<string, string>>(() => hoursText(row?.hours ?? usualHours))
  const [away, setAway] = useState(() => awayText(row?.away ?? []))
  const read = { hours: readHours(days), away: readAway(away) }
  return { days, setDays, away, setAway, read }
}

function WhenFields({ when }: { when: ReturnType<typeof useWhen> }) {
  const { t, language } = useLanguage()
  const dayName = (day: string) =>
    new Intl.DateTimeFormat(`${language}-CA`, { weekday: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2026, 10, 22 + Number(day)),
    )
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {weekdays.map((day) => (
          <TextField
            key={day}
            label={t('roster.hours_of', { day: dayName(day) })}
            error={readHours({ [day]: when.days[day] ?? '' }) ? undefined : t('roster.hours_wrong')}
            help={day === '1' ? t('roster.hours_help') : undefined}
            value={when.days[day] ?? ''}
            maxLength={60}
            onChange={(event) => when.setDays({ ...when.days, [day]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
      <TextArea
        label={t('roster.away')}
        help={t('roster.away_help')}
        error={when.read.away ? undefined : t('roster.away_wrong')}
        value={when.away}
        onChange={(event) => when.setAway(event.currentTarget.value)}
      />
    </>
  )
}

interface FormProps {
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly pending: boolean
  readonly error: unknown
  readonly children: ReactNode
}

function Form({ onSubmit, onClose, pending, error, children }: FormProps) {
  const t = useText()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form onSubmit={submit} data-decided={pending || undefined}>
      <Stack>
        {children}
        <FailureNotice error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={pending}>
            {t('roster.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface Of<Row> {
  readonly row: Row | undefined
  readonly onClose: () => void
}

function Room({ row, onClose }: Of<RosterRoom>) {
  const t = useText()
  const { room } = useRoster(onClose)
  const when = useWhen(row)
  const [name, setName] = useState(row?.name ?? '')
  const [place, setPlace] = useState(row?.place ?? '')
  const [accessible, setAccessible] = useState(row?.accessible ?? false)
  const [active, setActive] = useState(row?.active ?? true)
  const save = () => {
    const { hours, away } = when.read
    if (!hours || !away || !name.trim() || !place.trim()) return
    room.mutate({ ...(row ? { roomId: row.id } : {}), name, place, accessible, active, hours, away })
  }
  return (
    <Form onSubmit={save} onClose={onClose} pending={room.isPending} error={room.error}>
      <TextField
        label={t('roster.name')}
        value={name}
        required
        maxLength={80}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextField
        label={t('roster.place')}
        value={place}
        required
        maxLength={200}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <Checkbox
        label={t('roster.accessible')}
        checked={accessible}
        onChange={(event) => setAccessible(event.currentTarget.checked)}
      />
      <Checkbox
        label={t('roster.active')}
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
      <WhenFields when={when} />
    </Form>
  )
}

function Interpreter({ row, onClose }: Of<RosterInterpreter>) {
  const { t } = useLanguage()
  const { interpreter } = useRoster(onClose)
  const when = useWhen(row)
  const [name, setName] = useState(row?.name ?? '')
  const [languages, setLanguages] = useState(languagesText(row?.languages ?? []))
  const [active, setActive] = useState(row?.active ?? true)
  const spoken = readLanguages(languages)
  const save = () => {
    const { hours, away } = when.read
    if (!hours || !away || !spoken || !name.trim()) return
    interpreter.mutate({ ...(row ? { interpreterId: row.id } : {}), name, languages: spoken, active, hours, away })
  }
  return (
    <Form onSubmit={save} onClose={onClose} pending={interpreter.isPending} error={interpreter.error}>
      <TextField
        label={t('roster.name')}
        value={name}
        required
        maxLength={100}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextArea
        label={t('roster.languages')}
        help={t('roster.languages_help')}
        error={languages.trim() === '' || spoken ? undefined : t('roster.languages_wrong')}
        value={languages}
        required
        onChange={(event) => setLanguages(event.currentTarget.value)}
      />
      <Checkbox
        label={t('roster.active')}
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
      <WhenFields when={when} />
    </Form>
  )
}

function Officer({ row, onClose }: { row: RosterOfficer; onClose: () => void }) {
  const { officer } = useRoster(onClose)
  const when = useWhen(row)
  const save = () => {
    const { hours, away } = when.read
    if (hours && away) officer.mutate({ officerId: row.id, hours, away })
  }
  return (
    <Form onSubmit={save} onClose={onClose} pending={officer.isPending} error={officer.error}>
      <bdi>{row.name}</bdi>
      <WhenFields when={when} />
    </Form>
  )
}

const states = ['closed', 'open', 'as_calendar'] as const

function Day({ row, onClose }: Of<RosterView['days'][number]>) {
  const t = useText()
  const { day } = useRoster(onClose)
  const [date, setDate] = useState(row?.date)
  const [state, setState] = useState<(typeof states)[number]>(row?.own && row.open ? 'open' : 'closed')
  const [en, setEn] = useState(row?.name?.en ?? '')
  const [fr, setFr] = useState(row?.name?.fr ?? '')
  const save = () => {
    if (!date) return
    const name = en.trim() && fr.trim() ? { name: { en: en.trim(), fr: fr.trim() } } : {}
    day.mutate({ date, open: state === 'as_calendar' ? null : state === 'open', ...name })
  }
  return (
    <Form onSubmit={save} onClose={onClose} pending={day.isPending} error={day.error}>
      <DateField label={t('roster.day')} value={date} onValue={setDate} />
      <Radio.Group
        label={t('roster.day_state')}
        value={state}
        onChange={(next) => setState(states.find((each) => each === next) ?? state)}
      >
        <Stack gap="xs" mt="xs">
          {states.map((each) => (
            <Radio key={each} value={each} label={t(`roster.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TextField
        label={t('roster.reason_en')}
        value={en}
        maxLength={80}
        onChange={(event) => setEn(event.currentTarget.value)}
      />
      <TextField
        label={t('roster.reason_fr')}
        value={fr}
        maxLength={80}
        onChange={(event) => setFr(event.currentTarget.value)}
      />
    </Form>
  )
}
