import { Button, Group } from '@mantine/core'
import { IconDevicesX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OfficeDesk } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { deskCode } from '../../components/desk-code.ts'
import { StatePill, type Tone } from '../../components/StatePill.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import css from './Administration.module.css'

const tones: Readonly<Record<OfficeDesk['status'], Tone>> = { waiting: 'attention', active: 'good', revoked: 'bad' }

interface Task {
  readonly kind: 'approve' | 'revoke'
  readonly desk: OfficeDesk
}

/** The office's desks as the central knows them: who waits is let in by a second officer, who is lost is turned away. */
export function OfficeDesks() {
  const t = useText()
  // The central does not tell when a desk comes: whoever waits before this page for one sees it soon.
  const fresh = { refetchOnMount: 'always', refetchInterval: 10_000 } as const
  const query = useQuery({ ...useDesk().sync.desks.queryOptions(), ...fresh })
  const [task, setTask] = useState<Task>()
  return (
    <section className={css.part}>
      <h2>{t('sync.desks')}</h2>
      <Loaded query={query}>{(desks) => <List desks={desks} onTask={setTask} />}</Loaded>
      {task && <Admit task={task} onClose={() => setTask(undefined)} />}
    </section>
  )
}

function List({ desks, onTask }: { desks: readonly OfficeDesk[]; onTask: (task: Task) => void }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const columns: Column<OfficeDesk>[] = [
    {
      key: 'desk',
      header: t('sync.desk'),
      cell: ({ device, own }) => (own ? `${deskCode(device)} (${t('sync.desk_own')})` : deskCode(device)),
    },
    {
      key: 'state',
      header: t('sync.desk_state'),
      tight: true,
      cell: ({ status }) => <StatePill tone={tones[status]}>{t(`sync.desk_${status}`)}</StatePill>,
    },
    {
      key: 'enrolled',
      header: t('sync.desk_enrolled'),
      tight: true,
      cell: ({ enrolled }) => instantText(enrolled, zone),
    },
    {
      key: 'seen',
      header: t('sync.desk_seen'),
      tight: true,
      cell: ({ seen }) => (seen ? instantText(seen, zone) : '–'),
    },
    { key: 'do', header: t('sync.desk_do'), tight: true, cell: (desk) => <Acts desk={desk} onTask={onTask} /> },
  ]
  return (
    <DataTable
      label={t('sync.desks')}
      columns={columns}
      rows={desks}
      rowKey={({ device }) => device}
      empty={
        <Empty icon={<IconDevicesX aria-hidden />} title={t('sync.desks_none')} next={t('sync.desks_none_next')} />
      }
    />
  )
}

/** A desk neither approves nor revokes itself: it takes another one. */
function Acts({ desk, onTask }: { desk: OfficeDesk; onTask: (task: Task) => void }) {
  const t = useText()
  const code = deskCode(desk.device)
  if (desk.own || desk.status === 'revoked') return null
  return (
    <Group gap="xs" wrap="nowrap">
      {desk.status === 'waiting' && (
        <Button size="xs" aria-label={`${t('sync.approve')} ${code}`} onClick={() => onTask({ kind: 'approve', desk })}>
          {t('sync.approve')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        aria-label={`${t('sync.revoke')} ${code}`}
        onClick={() => onTask({ kind: 'revoke', desk })}
      >
        {t('sync.revoke')}
      </Button>
    </Group>
  )
}

function Admit({ task: { kind, desk: about }, onClose }: { task: Task; onClose: () => void }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const onSuccess = (desks: readonly OfficeDesk[]) => {
    queries.setQueryData(desk.sync.desks.queryKey(), desks)
    onClose()
  }
  const approve = useMutation(desk.sync.approve.mutationOptions({ onSuccess }))
  const revoke = useMutation(desk.sync.revoke.mutationOptions({ onSuccess }))
  const code = deskCode(about.device)
  const { device } = about
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`sync.${kind}_title`, { code })}
      body={t(`sync.${kind}_help`, { code })}
      confirmLabel={t(`sync.${kind}`)}
      pending={approve.isPending || revoke.isPending}
      error={approve.error ?? revoke.error}
      {...(kind === 'revoke' ? { tone: 'bad' as const, withReason: true } : {})}
      onConfirm={(reason) => (kind === 'approve' ? approve.mutate({ device }) : revoke.mutate({ device, reason }))}
    />
  )
}
