import { Checkbox, Stack } from '@mantine/core'
import type { Role } from '../../../shared/contract/views.ts'
import { conflictingRoles } from '../../../shared/domain/authority.ts'
import { roles } from '../../../shared/domain/vocabulary.ts'
import { useText } from '../../app/language.tsx'

interface Props {
  readonly value: readonly Role[]
  readonly onValue: (roles: Role[]) => void
}

/** Roles with what each does. One that may not be held together with those chosen cannot be added. */
export function RoleChoice({ value, onValue }: Props) {
  const t = useText()
  return (
    <Checkbox.Group label={t('officers.roles')} value={[...value]} onChange={(next) => onValue(next as Role[])}>
      <Stack gap="xs" mt="xs">
        {roles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`role.${role}`)}
            description={t(`role.${role}.about`)}
            disabled={!value.includes(role) && conflictingRoles([...value, role]) !== null}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
