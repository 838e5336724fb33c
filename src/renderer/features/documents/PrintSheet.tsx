import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { DocumentView } from '../../../shared/contract/views.ts'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { groupSerial } from '../../app/numbers.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { SelectField } from '../../components/fields.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import css from './Documents.module.css'
import { usePrinting } from './use-printing.ts'

/** Put the sheet in, print. The printer is asked for only where there is a choice. */
export function PrintSheet({ paper }: { paper: DocumentView }) {
  const t = useText()
  const may = useMay()
  const { print, printing, error, printers } = usePrinting(paper.documentId)
  const [printer, setPrinter] = useState<string>()
  const mayPrint = may('document.print')
  const run = () => {
    if (mayPrint && !printing) print(printer)
  }
  useKeys([{ keys: 'ctrl+Enter', label: 'paper.key_issue', where: 'here', run }])
  return (
    <div className={css.act}>
      <p className={css.instruction}>
        {paper.stockSerial
          ? t('paper.step_print', { serial: groupSerial(paper.stockSerial) })
          : t('paper.step_print_plain')}
      </p>
      {printers.length > 1 && (
        <SelectField
          label={t('paper.printer')}
          placeholder={t('paper.printer_default')}
          clearable
          data={printers.map((name) => ({ value: name, label: name }))}
          value={printer ?? null}
          onChange={(next) => setPrinter(next ?? undefined)}
        />
      )}
      <Button
        size="md"
        autoFocus
        leftSection={<IconPrinter size={20} aria-hidden />}
        rightSection={<KeyHint keys="ctrl+Enter" />}
        disabled={!mayPrint}
        loading={printing}
        onClick={run}
      >
        {t('paper.print')}
      </Button>
      <FailureNotice error={error} />
    </div>
  )
}
