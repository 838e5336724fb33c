import { Button } from '@mantine/core'
import { IconReplace } from '@tabler/icons-react'
import { useState } from 'react'
import type { DocumentView } from '../../../shared/contract/views.ts'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { KeyHint } from '../../components/KeyHint.tsx'
import { ReplaceDialog } from './ReplaceDialog.tsx'

/** The way to another document; nothing where the paper or the officer's role does not allow it. */
export function ReplaceButton({ paper, compact = false }: { paper: DocumentView; compact?: boolean }) {
  const t = useText()
  const may = useMay()
  const [opened, setOpened] = useState(false)
  const allowed = paper.allowed.includes('replace') && may('document.replace')
  useKeys(allowed ? [{ keys: 'x', label: 'replace.key', where: 'here', run: () => setOpened(true) }] : [])
  if (!allowed) return null
  return (
    <>
      <Button
        variant="default"
        {...(compact ? { size: 'compact-sm' } : {})}
        leftSection={<IconReplace size={16} aria-hidden />}
        rightSection={<KeyHint keys="x" />}
        onClick={() => setOpened(true)}
      >
        {t('replace.open')}
      </Button>
      {opened && <ReplaceDialog paper={paper} onClose={() => setOpened(false)} />}
    </>
  )
}
