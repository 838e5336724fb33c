import { Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { HallRow, HallView } from '../../../shared/contract/views.ts'
import { useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import css from './Hall.module.css'
import { PartyFields } from './PartyFields.tsx'
import type { HallDialog } from './party-acts.ts'
import { draftOf, type PartyDraft } from './party-draft.ts'
import type { Hall } from './use-hall.ts'
import { readTime, sinceText } from './waited.ts'

interface Props {
  readonly row: HallRow
  readonly view: HallView
  readonly hall: Hall
  readonly dialog: HallDialog | undefined
  readonly onClose: () => void
}

/** What asks before it acts on a party, or asks for more. */
export function HallDialogs({ row, view, hall, dialog, onClose }: Props) {
  const t = useText()
  const { id: arrivalId } = row
  const done = { onSuccess: onClose }
  return (
    <>
      <ConfirmDialog
        opened={dialog === 'take_over'}
        onClose={onClose}
        title={t('hall.take_over')}
        body={t('hall.take_over_body', { name: row.holder?.name ?? '' })}
        confirmLabel={t('hall.take_over')}
        pending={hall.take.isPending}
        error={hall.take.error}
        onConfirm={() => hall.take.mutate({ arrivalId, over: true }, done)}
      />
      <ConfirmDialog
        opened={dialog === 'leave'}
        onClose={onClose}
        title={t('hall.leave')}
        confirmLabel={t('hall.leave')}
        withReason
        pending={hall.left.isPending}
        error={hall.left.error}
        onConfirm={(reason) => hall.left.mutate({ arrivalId, reason }, done)}
      />
      <ConfirmDialog
        opened={dialog === 'finish'}
        onClose={onClose}
        title={t('hall.finish')}
        body={t('hall.finish_open')}
        confirmLabel={t('hall.finish')}
        pending={hall.done.isPending}
        error={hall.done.error}
        onConfirm={() => hall.done.mutate({ arrivalId }, done)}
      />
      <Modal
        opened={dialog === 'hand_over'}
        onClose={onClose}
        title={t('hall.hand_over')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <HandOver row={row} view={view} hall={hall} onClose={onClose} />
      </Modal>
      <Modal
        opened={dialog === 'correct'}
        onClose={onClose}
        title={t('hall.correct_title')}
        size="xl"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Correct key={row.id} row={row} hall={hall} onClose={onClose} />
      </Modal>
    </>
  )
}

type FormProps = Pick<Props, 'row' | 'hall' | 'onClose'>

function HandOver({ row, view, hall, onClose }: FormProps & Pick<Props, 'view'>) {
  const t = useText()
  const [officerId, setOfficer] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (officerId) hall.handOver.mutate({ arrivalId: row.id, officerId }, { onSuccess: onClose })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Radio.Group label={t('hall.hand_over_to')} value={officerId} onChange={setOfficer}>
          <div className={css.officers}>
            {view.officers.map(({ id, name }, at) => (
              <Radio key={id} value={id} label={name} data-autofocus={at === 0 || undefined} />
            ))}
          </div>
        </Radio.Group>
        <FailureNotice error={hall.handOver.error} />
        <Buttons label={t('hall.hand_over')} pending={hall.handOver.isPending} onClose={onClose} />
      </Stack>
    </form>
  )
}

function Correct({ row, hall, onClose }: FormProps) {
  const t = useText()
  const status = useStatus()
  const zone = status?.office?.zone ?? 'UTC'
  const shownTime = sinceText(row.since, status?.today, zone)
  const [party, setParty] = useState<PartyDraft>(() => draftOf(row, shownTime))
  const [timeError, setTimeError] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const moved = party.time.trim() !== shownTime
    const arrivedAt = moved ? readTime(party.time, status?.today ?? '', zone) : row.since
    setTimeError(arrivedAt ? undefined : t('hall.time_wrong'))
    if (!arrivedAt) return
    const fields = changesOf(row, party, arrivedAt)
    if (Object.keys(fields).length === 0) return onClose()
    hall.set.mutate({ arrivalId: row.id, fields, bases: [...row.heads] }, { onSuccess: onClose })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <PartyFields
          party={party}
          autoFocus
          timeError={timeError}
          onChange={(changes) => setParty((now) => ({ ...now, ...changes }))}
        />
        <FailureNotice error={hall.set.error} />
        <Buttons label={t('hall.save')} pending={hall.set.isPending} onClose={onClose} />
      </Stack>
    </form>
  )
}

/** Only what was changed: a field that another desk corrected meanwhile is not set back. */
function changesOf(row: HallRow, party: PartyDraft, arrivedAt: string) {
  const next = {
    arrivedAt,
    adults: party.adults,
    children: party.children,
    minorAlone: party.minorAlone && party.adults === 0,
    vulnerable: [...party.vulnerable],
    language: party.language ?? null,
    name: party.name.trim() || null,
    note: party.note.trim() || null,
  }
  const before: Record<string, unknown> = { ...row, arrivedAt: row.since }
  const changed = Object.entries(next).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field] ?? null),
  )
  return Object.fromEntries(changed) as Partial<typeof next>
}

function Buttons({ label, pending, onClose }: { label: string; pending: boolean; onClose: () => void }) {
  const t = useText()
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" loading={pending}>
        {label}
      </Button>
    </Group>
  )
}
