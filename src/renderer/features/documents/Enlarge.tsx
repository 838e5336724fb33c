import { Button, Modal } from '@mantine/core'
import { IconZoomIn } from '@tabler/icons-react'
import { useState } from 'react'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { PdfPages } from './PdfPages.tsx'

/** The pages as large as the window, for reading every letter before the paper goes out. */
export function Enlarge({ file, label }: { file: Blob; label: string }) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  useKeys([{ keys: 'v', label: 'paper.enlarge', where: 'here', run: () => setOpened(true) }])
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconZoomIn size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('paper.enlarge')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={label}
        size="60rem"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {opened && <PdfPages file={file} label={label} />}
      </Modal>
    </>
  )
}
