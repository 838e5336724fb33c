import { Button, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useText } from '../app/language.tsx'
import css from './FileDrop.module.css'

interface Props {
  readonly onFile: (file: File) => void
  /** As the `accept` of a file field. */
  readonly accept?: string
  readonly label?: string
  readonly help?: ReactNode
  readonly pending?: boolean
  readonly disabled?: boolean
}

/** A file, dropped or chosen. The button is a real button; dropping is the extra. */
export function FileDrop({ onFile, accept, label, help, pending = false, disabled = false }: Props) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const words = useId()
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file && !disabled) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping only adds to the button inside
    <div
      className={css.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <IconFileUpload aria-hidden />
      <div id={words} className={css.words}>
        <Text>{label ?? t('common.drop_file')}</Text>
        {help && (
          <Text size="xs" c="dimmed">
            {help}
          </Text>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        {...(accept ? { accept } : {})}
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      <Button
        variant="default"
        aria-describedby={words}
        loading={pending}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {t('common.choose_file')}
      </Button>
    </div>
  )
}
