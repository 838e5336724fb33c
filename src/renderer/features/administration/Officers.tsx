import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OfficerView } from '../../../shared/contract/views.ts'
import { useDesk, useOfficer } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { StatePill } from '../../components/StatePill.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import css from './Administration.module.css'
import { Enrol } from './Enrol.tsx'
import { OfficerDialog, type OfficerTask } from './OfficerDialogs.tsx'

/** The officers of this desk, and what an administrator does with them. */
export function Officers() {
  const t = useText()
  const mayDo = useMay()
  const query = useQuery(useDesk().officers.list.queryOptions())
  const [enrolling, setEnrolling] = useState(false)
  const [task, setTask] = useState<OfficerTask>()
  return (
    <>
      {mayDo('officer.enrol') && (
        <div className={css.line}>
          <span />
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setEnrolling(true)}>
            {t('officers.enrol')}
          </Button>
        </div>
      )}
      <Loaded query={query}>{(officers) => <List officers={officers} onTask={setTask} />}</Loaded>
      <Enrol opened={enrolling} onClose={() => setEnrolling(false)} />
      {task && <OfficerDialog task={task} onClose={() => setTask(undefined)} />}
    </>
  )
}

function List({ officers, onTask }: { officers: readonly OfficerView[]; onTask: (task: OfficerTask) => void }) {
  const t = useText()
  const mayChange = useMay()('officer.set_roles')
  const columns: Column<OfficerView>[] = [
    { key: 'name', header: t('officers.name'), cell: ({ displayName }) => displayName },
    { key: 'user', header: t('door.user_name'), tight: true, cell: ({ userName }) => userName },
    { key: 'badge', header: t('officers.badge'), tight: true, cell: ({ badge }) => badge ?? '–' },
    {
      key: 'roles',
      header: t('officers.roles'),
      cell: ({ roles }) => roles.map((role) => t(`role.${role}`)).join(', '),
    },
    { key: 'sees', header: t('officers.sees'), tight: true, cell: (row) => t(`jurisdiction.${row.jurisdiction}`) },
    {
      key: 'status',
      header: t('officers.status'),
      tight: true,
      cell: ({ disabled }) => (
        <StatePill tone={disabled ? 'bad' : 'good'}>{t(disabled ? 'officers.disabled' : 'officers.active')}</StatePill>
      ),
    },
    ...(mayChange
      ? [
          {
            key: 'actions',
            header: t('officers.actions'),
            tight: true,
            cell: (officer: OfficerView) => <Actions officer={officer} onTask={onTask} />,
          },
        ]
      : []),
  ]
  return (
    <DataTable
      label={t('admin.officers')}
      columns={columns}
      rows={officers}
      rowKey={({ id }) => id}
      empty={<Empty title={t('officers.none')} />}
    />
  )
}

/** Nobody changes their own power: it takes two. */
function Actions({ officer, onTask }: { officer: OfficerView; onTask: (task: OfficerTask) => void }) {
  const t = useText()
  const self = useOfficer().id === officer.id
  if (self || officer.disabled) return null
  const item = (kind: OfficerTask['kind'], label: string) => (
    <Menu.Item onClick={() => onTask({ kind, officer })}>{label}</Menu.Item>
  )
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('officers.actions_for', { name: officer.displayName })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {item('roles', t('officers.change_roles'))}
        {item('badge', t('officers.change_badge'))}
        {item('reset', t('officers.reset'))}
        {item('disable', t('officers.disable'))}
      </Menu.Dropdown>
    </Menu>
  )
}
