import { Button, Group } from '@mantine/core'
import { IconCalendarPlus, IconHandGrab, IconMailQuestion, IconMessage, IconUserShare } from '@tabler/icons-react'
import { useState } from 'react'
import { actionOf, type BulkAct } from '../../../shared/domain/bulk.ts'
import { useAriaKeys, useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { KeyHint } from '../../components/KeyHint.tsx'
import { BulkDialog } from './BulkDialog.tsx'
import css from './Queues.module.css'
import type { Choice } from './use-choice.ts'

const acts = [
  { do: 'take', key: 't', icon: IconHandGrab },
  { do: 'assign', key: 'a', icon: IconUserShare },
  { do: 'message', key: 'm', icon: IconMessage },
  { do: 'ask', key: 'i', icon: IconMailQuestion },
  { do: 'book', key: 'b', icon: IconCalendarPlus },
] as const satisfies readonly { do: BulkAct['do']; key: string; icon: unknown }[]

/** What can be done with the selected claims; each opens what will happen first. */
export function BulkBar({ choice: { targets, selected, all, none } }: { choice: Choice }) {
  const t = useText()
  const mayDo = useMay()
  const [open, setOpen] = useState<{ readonly name: BulkAct['do']; readonly claimIds: readonly string[] }>()
  const can = acts.filter((act) => mayDo(actionOf(act)))
  const ready = targets.length > 0
  // What is done goes on with the claims that it began with, though they leave the queue.
  const begin = (name: BulkAct['do']) => ready && setOpen({ name, claimIds: targets })
  useKeys(can.map((act) => ({ keys: act.key, label: `bulk.${act.do}`, run: () => begin(act.do) })))
  return (
    <section className={css.bar} aria-label={t('bulk.bar')}>
      <span className={css.quiet} role="status">
        {t('bulk.selected', { count: selected.size })}
      </span>
      <Group gap="xs">
        {can.map((act) => (
          <Act key={act.do} act={act} disabled={!ready} onOpen={() => begin(act.do)} />
        ))}
        <Button size="compact-sm" variant="subtle" onClick={selected.size > 0 ? none : all}>
          {t(selected.size > 0 ? 'bulk.select_none' : 'bulk.select_all')}
        </Button>
      </Group>
      {open && <BulkDialog {...open} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

function Act({ act, disabled, onOpen }: { act: (typeof acts)[number]; disabled: boolean; onOpen: () => void }) {
  const t = useText()
  const Icon = act.icon
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={disabled}
      leftSection={<Icon size={16} aria-hidden />}
      rightSection={<KeyHint keys={act.key} />}
      aria-keyshortcuts={useAriaKeys(act.key)}
      onClick={onOpen}
    >
      {t(`bulk.${act.do}`)}
    </Button>
  )
}
