import { Button, Group } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useDesk } from '../app/desk.tsx'
import { useText } from '../app/language.tsx'
import { FailureNotice } from './FailureNotice.tsx'
import css from './fields.module.css'
import { type FieldWords, TextField } from './text-fields.tsx'

const FolderDialog = lazy(() => import('./FolderDialog.tsx').then((made) => ({ default: made.FolderDialog })))

interface Props extends FieldWords {
  readonly value: string
  readonly onValue: (folder: string) => void
  readonly disabled?: boolean
  readonly autoFocus?: boolean
}

/** A folder of this computer: typed, or chosen with the system's dialog or, where the host has none, with ours. */
export function FolderField({ value, onValue, disabled = false, autoFocus = false, ...words }: Props) {
  const t = useText()
  const [listing, setListing] = useState(false)
  const choose = useMutation(
    useDesk().folders.choose.mutationOptions({
      onSuccess: (choice) => {
        if (choice.by === 'done') onValue(choice.folder)
        if (choice.by === 'window') setListing(true)
      },
    }),
  )
  return (
    <>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextField
          {...words}
          className={css.grows ?? ''}
          autoFocus={autoFocus}
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
        />
        <Button
          variant="default"
          leftSection={<IconFolderOpen size={18} aria-hidden />}
          aria-label={t('folder.browse_for', { field: words.label })}
          loading={choose.isPending}
          disabled={disabled}
          onClick={() => choose.mutate(undefined)}
        >
          {t('folder.browse')}
        </Button>
      </Group>
      <FailureNotice error={choose.error} />
      {listing && (
        <Suspense>
          <FolderDialog
            title={words.label}
            onClose={() => setListing(false)}
            onChoose={(folder) => {
              setListing(false)
              onValue(folder)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
