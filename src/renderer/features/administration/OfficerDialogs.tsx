import { Modal, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { OfficerView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextArea, TextField } from '../../components/fields.tsx'
import { DialogButtons } from './DialogButtons.tsx'
import { ResetDialog } from './ResetDialog.tsx'
import { RoleChoice } from './RoleChoice.tsx'

export interface OfficerTask {
  readonly kind: 'roles' | 'badge' | 'reset' | 'disable'
  readonly officer: OfficerView
}

interface Props {
  readonly officer: OfficerView
  readonly onClose: () => void
}

const dialogs = { roles: RolesDialog, badge: BadgeDialog, reset: ResetDialog, disable: DisableDialog } as const

export function OfficerDialog({ task, onClose }: { task: OfficerTask; onClose: () => void }) {
  const Dialog = dialogs[task.kind]
  return <Dialog officer={task.officer} onClose={onClose} />
}

function useRefresh(onClose: () => void) {
  const queries = useQueryClient()
  const desk = useDesk()
  return () => {
    void queries.invalidateQueries({ queryKey: desk.officers.key() })
    onClose()
  }
}

function DisableDialog({ officer, onClose }: Props) {
  const t = useText()
  const disable = useMutation(useDesk().officers.disable.mutationOptions({ onSuccess: useRefresh(onClose) }))
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('officers.disable_title', { name: officer.displayName })}
      body={t('officers.disable_body')}
      confirmLabel={t('officers.disable')}
      tone="bad"
      withReason
      pending={disable.isPending}
      error={disable.error}
      onConfirm={(reason) => disable.mutate({ officerId: officer.id, reason })}
    />
  )
}

function BadgeDialog({ officer, onClose }: Props) {
  const t = useText()
  const [badge, setBadge] = useState(officer.badge ?? '')
  const change = useMutation(useDesk().officers.setBadge.mutationOptions({ onSuccess: useRefresh(onClose) }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ officerId: officer.id, badge: badge.trim() || null })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('officers.change_badge_of', { name: officer.displayName })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextField
            label={t('officers.badge')}
            help={t('officers.badge_help')}
            data-autofocus
            data-bursts="typed"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            value={badge}
            onChange={(event) => setBadge(event.currentTarget.value)}
          />
          <FailureNotice error={change.error} />
          <DialogButtons label={t('common.save')} pending={change.isPending} ready onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

function RolesDialog({ officer, onClose }: Props) {
  const t = useText()
  const [roles, setRoles] = useState([...officer.roles])
  const [reason, setReason] = useState('')
  const change = useMutation(useDesk().officers.setRoles.mutationOptions({ onSuccess: useRefresh(onClose) }))
  const ready = roles.length > 0 && reason.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) change.mutate({ officerId: officer.id, roles, reason })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('officers.change_roles_of', { name: officer.displayName })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <RoleChoice value={roles} onValue={setRoles} />
          <TextArea
            label={t('common.reason')}
            help={t('common.reason_help')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FailureNotice error={change.error} />
          <DialogButtons label={t('common.save')} pending={change.isPending} ready={ready} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
