import { Button, Group, Modal, MultiSelect, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { OfficerCases } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextField } from '../../components/fields.tsx'
import { StatePill } from '../../components/StatePill.tsx'
import css from './Queues.module.css'

/** How many open claims each officer has; what somebody leaves is moved at once. */
export function OfficersCases() {
  const t = useText()
  const { data = [] } = useQuery(useDesk().casework.officers.queryOptions())
  const [leaver, setLeaver] = useState<OfficerCases>()
  const columns: Column<OfficerCases>[] = [
    {
      key: 'name',
      header: t('queues.owner'),
      cell: ({ name, gone }) => (
        <Group gap="xs">
          {name}
          {gone && <StatePill tone="attention">{t('officers.gone')}</StatePill>}
        </Group>
      ),
    },
    { key: 'open', header: t('officers.open'), align: 'right', tight: true, cell: ({ open }) => open },
    {
      key: 'act',
      header: t('attention.act'),
      tight: true,
      cell: (row) =>
        row.open > 0 && (
          <Button
            size="compact-sm"
            variant={row.gone ? 'filled' : 'default'}
            aria-label={t('officers.move_all_of', { name: row.name })}
            onClick={() => setLeaver(row)}
          >
            {t('officers.move_all')}
          </Button>
        ),
    },
  ]
  return (
    <section className={css.officers}>
      <h2 className={css.heading}>{t('officers.cases')}</h2>
      <DataTable label={t('officers.cases')} columns={columns} rows={data} rowKey={({ id }) => id} />
      {leaver && (
        <MoveAll
          leaver={leaver}
          others={data.filter(({ id, works }) => works && id !== leaver.id)}
          onClose={() => setLeaver(undefined)}
        />
      )}
    </section>
  )
}

interface Props {
  readonly leaver: OfficerCases
  readonly others: readonly OfficerCases[]
  readonly onClose: () => void
}

function MoveAll({ leaver, others, onClose }: Props) {
  const t = useText()
  const [to, setTo] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const move = useMutation(
    useDesk().casework.handOverAll.mutationOptions({
      onSuccess: ({ moved }) => {
        notifications.show({ message: t('officers.moved', { count: moved }), color: 'green.9' })
        onClose()
      },
    }),
  )
  const ready = to.length > 0 && reason.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) move.mutate({ from: leaver.id, to, reason: reason.trim() })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('officers.move_all_of', { name: leaver.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <p className={css.quiet}>{t('officers.move_about', { count: leaver.open })}</p>
          <MultiSelect
            label={t('officers.move_to')}
            data={others.map(({ id, name, open }) => ({ value: id, label: t('bulk.to_open', { name, open }) }))}
            value={to}
            onChange={setTo}
            data-autofocus
          />
          <TextField
            label={t('common.reason')}
            value={reason}
            maxLength={2000}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <FailureNotice error={move.error} />
          <Button type="submit" disabled={!ready} loading={move.isPending}>
            {t('officers.move_all')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
