import { Alert } from '@mantine/core'
import { IconPackageOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { announce } from '../../app/announce.tsx'
import { useText } from '../../app/language.tsx'
import { useScanTarget } from '../../app/reader/targets.ts'
import { TextField } from '../../components/fields.tsx'
import type { useSerial } from './use-serial.ts'

/** The serial of the pre-printed sheet: proposed, scanned or typed. */
export function SerialField({ sheet, label }: { sheet: ReturnType<typeof useSerial>; label: string }) {
  const t = useText()
  const field = useRef<HTMLInputElement>(null)
  const take = ({ text }: { text: string }) => {
    sheet.setSerial(text)
    announce(t('scan.taken', { what: text }))
  }
  useScanTarget('number', take, { within: field, off: sheet.none })
  if (sheet.none)
    return (
      <Alert color="yellow" icon={<IconPackageOff aria-hidden />} title={t('paper.sheet_none')}>
        <Link to="/administration/$section" params={{ section: 'stock' }}>
          {t('paper.sheet_none_go')}
        </Link>
      </Alert>
    )
  return (
    <TextField
      ref={field}
      label={label}
      help={
        <>
          {t('paper.sheet_next')} {sheet.low && <strong>{t('paper.sheet_left', { count: sheet.left })}</strong>}
        </>
      }
      value={sheet.serial}
      maxLength={20}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => sheet.setSerial(event.currentTarget.value.toUpperCase())}
      onFocus={(event) => event.currentTarget.select()}
    />
  )
}
