import { ActionIcon, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { announce } from '../app/announce.tsx'
import { useText } from '../app/language.tsx'
import css from './CopyableNumber.module.css'

interface Props {
  /** As shown, in groups. */
  readonly shown: string
  /** As copied; `shown` when left out. */
  readonly value?: string
  /** What the number is, for the button's name. */
  readonly label: string
}

/** A number that can be read aloud and copied. */
export function CopyableNumber({ shown, value = shown, label }: Props) {
  const t = useText()
  const clipboard = useClipboard({ timeout: 1500 })
  const copy = () => {
    clipboard.copy(value)
    announce(t('common.copied'))
  }
  return (
    <span className={css.number}>
      {shown}
      <Tooltip label={clipboard.copied ? t('common.copied') : t('common.copy')}>
        <ActionIcon variant="subtle" size="sm" onClick={copy} aria-label={t('common.copy_of', { what: label })}>
          {clipboard.copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        </ActionIcon>
      </Tooltip>
    </span>
  )
}
