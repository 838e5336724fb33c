import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { AppointmentView } from '../../../shared/contract/views.ts'
import type { Attendance } from '../../../shared/domain/appointments.ts'
import { announce } from '../../app/announce.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { StatePill, type Tone } from '../../components/StatePill.tsx'
import { AboutLink } from './AboutLink.tsx'
import { AppointmentPapers } from './AppointmentPapers.tsx'
import type { Target } from './CalendarGrid.tsx'
import css from './Interviews.module.css'
import { SlotDialog } from './SlotDialog.tsx'
import { bare, SlotWords } from './slot-words.tsx'
import { useAppointments } from './use-appointments.ts'

const tones: Readonly<Record<AppointmentView['state'], Tone>> = {
  requested: 'neutral',
  offered: 'info',
  booked: 'info',
  attended: 'good',
  late: 'attention',
  no_show: 'bad',
  cancelled: 'neutral',
}

export function StateWord({ row: { state, provisional } }: { row: AppointmentView }) {
  const t = useText()
  return (
    <span className={css.line}>
      <StatePill tone={tones[state]}>{t(`interviews.state_${state}`)}</StatePill>
      {provisional && <StatePill tone="attention">{t('interviews.provisional')}</StatePill>}
    </span>
  )
}

interface Props {
  readonly row: AppointmentView
  /** Where it was dragged or carried to: asks for the reason. */
  readonly target: Target | undefined
  readonly onTarget: (target: Target | undefined) => void
}

/** The chosen appointment and what can be done with it. */
export function AppointmentPanel({ row, target, onTarget }: Props) {
  const t = useText()
  const may = useMay()('interview.schedule')
  const { attendance } = useAppointments()
  const [dialog, setDialog] = useState<'cancel' | 'late' | 'undo'>()
  const { appointmentId, slot, allowed, about } = row
  const can = (action: (typeof allowed)[number]) => may && allowed.includes(action)
  const note = (noted: Attendance) => {
    if (can('note_attendance'))
      attendance.mutate({ appointmentId, attendance: noted }, { onSuccess: () => announce(t('interviews.noted')) })
  }
  const acts = [
    ...(can('note_attendance')
      ? ([
          { key: 'a', label: 'interviews.attended', run: () => note('attended') },
          { key: 'l', label: 'interviews.late_by', run: () => setDialog('late') },
          { key: 'n', label: 'interviews.no_show', run: () => note('no_show') },
        ] as const)
      : []),
    ...(can('move') && slot
      ? ([{ key: 'r', label: 'interviews.move', run: () => onTarget({ date: slot.date, time: slot.time }) }] as const)
      : []),
    ...(can('cancel') ? ([{ key: 'x', label: 'interviews.cancel', run: () => setDialog('cancel') }] as const) : []),
    ...(can('withdraw_attendance')
      ? ([{ key: 'u', label: 'interviews.undo_attendance', run: () => setDialog('undo') }] as const)
      : []),
  ]
  useKeys(acts.map(({ key, label, run }) => ({ keys: key, label, where: 'here' as const, run })))
  return (
    <section className={css.panel} aria-label={t('interviews.appointment')}>
      <h2>
        <bdi>{row.name}</bdi>
      </h2>
      <div className={css.facts}>
        <span>{t(`kind.${row.kind}`)}</span>
        <StateWord row={row} />
        {slot && <SlotWords slot={slot} />}
        {row.moves > 0 && <span className={css.quiet}>{t('interviews.moves_count', { count: row.moves })}</span>}
        {row.minutesLate !== undefined && <span>{`${t('interviews.minutes_late')} ${row.minutesLate}`}</span>}
        {row.note && <bdi>{row.note}</bdi>}
        {row.provisional && <span className={css.quiet}>{t('interviews.provisional_why')}</span>}
      </div>
      <FailureNotice error={attendance.error} />
      <div className={css.acts}>
        {acts.map(({ key, label, run }) => (
          <Button
            key={key}
            variant="default"
            justify="space-between"
            rightSection={<KeyHint keys={key} />}
            aria-keyshortcuts={key.toUpperCase()}
            onClick={run}
          >
            {t(label)}
          </Button>
        ))}
        <AppointmentPapers key={appointmentId} row={row} />
        <AboutLink about={about} />
      </div>
      <Dialogs row={row} dialog={dialog} onClose={() => setDialog(undefined)} />
      <MoveDialog
        key={`${target?.date} ${target?.time} ${target?.officer}`}
        row={row}
        target={target}
        onTarget={onTarget}
      />
    </section>
  )
}

function MoveDialog({ row, target, onTarget }: Props) {
  const t = useText()
  const { move } = useAppointments()
  const { appointmentId, slot, kind } = row
  if (!slot) return null
  return (
    <SlotDialog
      opened={target !== undefined}
      onClose={() => onTarget(undefined)}
      title={t('interviews.move')}
      slot={{ ...bare(slot), ...target }}
      kind={kind}
      confirmLabel={t('interviews.move')}
      withReason
      pending={move.isPending}
      error={move.error}
      onConfirm={(chosen) =>
        move.mutate(
          { appointmentId, ...chosen },
          {
            onSuccess: () => {
              announce(t('interviews.moved'))
              onTarget(undefined)
            },
          },
        )
      }
    />
  )
}

interface DialogsProps {
  readonly row: AppointmentView
  readonly dialog: 'cancel' | 'late' | 'undo' | undefined
  readonly onClose: () => void
}

function Dialogs({ row: { appointmentId }, dialog, onClose }: DialogsProps) {
  const t = useText()
  const { attendance, cancel, withdrawAttendance } = useAppointments()
  const [minutes, setMinutes] = useState(15)
  const done = { onSuccess: onClose }
  return (
    <>
      <ConfirmDialog
        opened={dialog === 'cancel'}
        onClose={onClose}
        title={t('interviews.cancel')}
        confirmLabel={t('interviews.cancel')}
        withReason
        tone="bad"
        pending={cancel.isPending}
        error={cancel.error}
        onConfirm={(reason) => cancel.mutate({ appointmentId, reason, by: 'office' }, done)}
      />
      <ConfirmDialog
        opened={dialog === 'late'}
        onClose={onClose}
        title={t('interviews.late_by')}
        body={
          <NumberInput
            label={t('interviews.minutes_late')}
            min={1}
            max={480}
            value={minutes}
            onChange={(next) => typeof next === 'number' && setMinutes(next)}
          />
        }
        confirmLabel={t('interviews.late_by')}
        pending={attendance.isPending}
        error={attendance.error}
        onConfirm={() => attendance.mutate({ appointmentId, attendance: 'late', minutesLate: minutes }, done)}
      />
      <ConfirmDialog
        opened={dialog === 'undo'}
        onClose={onClose}
        title={t('interviews.undo_attendance')}
        confirmLabel={t('interviews.undo_attendance')}
        withReason
        pending={withdrawAttendance.isPending}
        error={withdrawAttendance.error}
        onConfirm={(reason) => withdrawAttendance.mutate({ appointmentId, reason }, done)}
      />
    </>
  )
}
