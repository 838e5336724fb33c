import { Group, Modal, Radio, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { Role } from '../../../shared/contract/views.ts'
import { parseUserName } from '../../../shared/officers/user-name.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextField } from '../../components/fields.tsx'
import { meetsPolicy, NewPassword } from '../door/NewPassword.tsx'
import { DialogButtons } from './DialogButtons.tsx'
import { NewSecrets } from './NewSecrets.tsx'
import { RoleChoice } from './RoleChoice.tsx'

/** A new officer: who, what they may do, a first password; then the secrets that they take along. */
export function Enrol({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('officers.enrol')}
      size="xl"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <EnrolForm onClose={onClose} />
    </Modal>
  )
}

/** A scanner ends a badge with Enter: the form is not yet complete. */
const ignoreEnter = (event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault()
}

function EnrolForm({ onClose }: { onClose: () => void }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const [userName, setUserName] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [badge, setBadge] = useState('')
  const [password, setPassword] = useState('')
  const [roles, setRoles] = useState<Role[]>([])
  const [jurisdiction, setJurisdiction] = useState<'office' | 'all'>('office')
  const enrol = useMutation(
    desk.officers.enrol.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: desk.officers.key() }),
    }),
  )
  if (enrol.data)
    return (
      <NewSecrets
        title={t('officers.enrolled', { name: enrol.data.officer.displayName })}
        secrets={enrol.data.secrets}
        onClose={onClose}
      />
    )
  const ready =
    parseUserName(userName).ok && displayName.trim() !== '' && meetsPolicy(password, userName) && roles.length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready)
      enrol.mutate({ userName, displayName, password, roles, jurisdiction, ...(badge.trim() ? { badge } : {}) })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextField
          label={t('setup.display_name')}
          data-autofocus
          value={displayName}
          onChange={(event) => setDisplayName(event.currentTarget.value)}
        />
        <TextField
          label={t('door.user_name')}
          help={t('setup.user_name_help')}
          autoCapitalize="none"
          spellCheck={false}
          value={userName}
          onChange={(event) => setUserName(event.currentTarget.value.toLowerCase())}
        />
        <TextField
          label={t('officers.badge')}
          help={t('officers.badge_help')}
          data-bursts="typed"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={badge}
          onKeyDown={ignoreEnter}
          onChange={(event) => setBadge(event.currentTarget.value)}
        />
        <NewPassword label={t('officers.temporary')} userName={userName} value={password} onValue={setPassword} />
        <RoleChoice value={roles} onValue={setRoles} />
        <Radio.Group
          label={t('officers.jurisdiction')}
          value={jurisdiction}
          onChange={(next) => setJurisdiction(next === 'all' ? 'all' : 'office')}
        >
          <Group mt="xs">
            <Radio value="office" label={t('jurisdiction.office')} />
            <Radio value="all" label={t('jurisdiction.all')} />
          </Group>
        </Radio.Group>
        <FailureNotice error={enrol.error} />
        <DialogButtons label={t('officers.enrol')} pending={enrol.isPending} ready={ready} onClose={onClose} />
      </Stack>
    </form>
  )
}
