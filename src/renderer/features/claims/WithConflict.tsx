import { Button } from '@mantine/core'
import { IconGitFork } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { instantText } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import css from './Fields.module.css'
import type { AnyField, BoundField } from './use-field.ts'
import { useSayValue } from './values.ts'

/** Under a field on which two desks disagree: each value with when it was set, and a button that settles it. */
export function WithConflict<Value>({
  name,
  field,
  children,
}: {
  name: AnyField
  field: BoundField<Value>
  children: ReactNode
}) {
  const t = useText()
  const say = useSayValue()
  const zone = useStatus()?.office?.zone
  if (!field.conflict) return children
  return (
    <div>
      {children}
      <fieldset className={css.conflict} aria-label={t('field.conflict')}>
        <span>
          <IconGitFork size={16} aria-hidden /> {t('field.conflict')}
        </span>
        {field.conflict.map(({ event, value, at }) => (
          <Button
            key={event}
            size="compact-sm"
            variant="default"
            disabled={field.disabled}
            onClick={() => field.save(value)}
          >
            {say(name, value)} · {instantText(at, zone)}
          </Button>
        ))}
      </fieldset>
    </div>
  )
}
