import { Button, Group, Stack, Text } from '@mantine/core'
import type { Scan } from '../../../shared/reader/decode.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { openSearch } from '../../app/search/SearchBox.tsx'
import { openHelp } from '../help/HelpDialogs.tsx'
import css from './Scanned.module.css'

interface Props {
  readonly scan: Scan
  /** Where the focus was: a field may take the text after all. */
  readonly field: HTMLElement | undefined
  readonly onClose: (then?: () => void) => void
}

/** A number or a text that nothing on the screen takes. */
export function TextOffer({ scan, field, onClose }: Props) {
  const t = useText()
  const may = useMay()
  const search = scan.kind === 'number' && may('claim.search')
  const into = isTextField(field) ? field : undefined
  const label = into?.labels?.[0]?.innerText.trim()
  return (
    <Stack>
      <output className={css.text}>{scan.text}</output>
      <Text>
        {t(scan.kind === 'number' ? 'scan.number_where' : scan.broken ? 'scan.broken_where' : 'scan.text_where')}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => onClose()} data-autofocus={!search || undefined}>
          {t('common.close')}
        </Button>
        {into && (
          <Button variant="default" onClick={() => onClose(() => typeInto(into, scan.text))}>
            {label ? t('scan.into_field', { field: label }) : t('scan.into_the_field')}
          </Button>
        )}
        {scan.broken && (
          <Button variant="default" onClick={() => onClose(() => openHelp('reader'))}>
            {t('reader.title')}
          </Button>
        )}
        {search && (
          <Button data-autofocus onClick={() => onClose(() => openSearch(scan.text))}>
            {t('scan.search')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

const isTextField = (field: HTMLElement | undefined): field is HTMLInputElement | HTMLTextAreaElement =>
  (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'password')) &&
  field.isConnected &&
  !field.readOnly &&
  field.matches(':enabled')

/** As typed, so that it can be undone. */
function typeInto(field: HTMLInputElement | HTMLTextAreaElement, text: string) {
  field.focus()
  document.execCommand('insertText', false, text)
}
