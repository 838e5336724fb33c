import { Button } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { PackView } from '../../../../shared/contract/views.ts'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { useScanTarget } from '../../../app/reader/targets.ts'
import { TextField } from '../../../components/fields.tsx'
import css from './Pack.module.css'

interface Props {
  readonly pack: PackView
  readonly onScan: (scanned: string) => Promise<void>
}

/** Takes the bar codes of the sheets, in any order: from a reader anywhere on the screen, or typed. */
export function PackScan({ pack, onScan }: Props) {
  const t = useText()
  const may = useMay()
  const [typed, setTyped] = useState('')
  const open = pack.lines.some(({ shown }) => ['reserved', 'not_printed', 'sent', 'confirmed'].includes(shown))
  const allowed = open && may('document.confirm')
  const confirm = (scanned: string) =>
    void onScan(scanned).then(
      () => setTyped(''),
      // The failure is shown above the list; what was typed stays to be corrected.
      () => undefined,
    )
  useScanTarget('number', ({ text }) => confirm(text), { off: !allowed })
  if (!allowed) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim()) confirm(typed.trim())
  }
  return (
    <form className={css.scan} onSubmit={submit}>
      <TextField
        label={t('pack.scan')}
        help={t('pack.scan_help')}
        value={typed}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" leftSection={<IconBarcode size={18} aria-hidden />}>
        {t('pack.scan_confirm')}
      </Button>
    </form>
  )
}
