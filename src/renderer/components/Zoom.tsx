import { ActionIcon } from '@mantine/core'
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useText } from '../app/language.tsx'

interface Props {
  readonly onLarger: () => void
  readonly onSmaller: () => void
  /** Between whole and the one other size that this picture has. */
  readonly onOther: () => void
  /** What the buttons are for, and what the middle one says. */
  readonly label: string
  readonly other: string
}

/** How large a picture is drawn: three buttons; the place that they are in has the keys. */
export function Zoom({ onLarger, onSmaller, onOther, label, other }: Props) {
  const t = useText()
  const look = { variant: 'default', size: 26 } as const
  return (
    <ActionIcon.Group role="group" aria-label={label}>
      <ActionIcon {...look} aria-label={t('photos.smaller')} aria-keyshortcuts="-" onClick={onSmaller}>
        <IconZoomOut size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon {...look} w="auto" miw="4rem" px="xs" aria-keyshortcuts="0" onClick={onOther}>
        {other}
      </ActionIcon>
      <ActionIcon {...look} aria-label={t('photos.larger')} aria-keyshortcuts="+" onClick={onLarger}>
        <IconZoomIn size={18} aria-hidden />
      </ActionIcon>
    </ActionIcon.Group>
  )
}
