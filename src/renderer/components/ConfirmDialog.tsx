import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { useText } from '../app/language.tsx'
import { FailureNotice } from './FailureNotice.tsx'
import { TextArea } from './fields.tsx'

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  readonly body?: ReactNode
  /** The verb of what will happen, never "OK". */
  readonly confirmLabel: string
  readonly tone?: 'action' | 'bad'
  /** Asks for a reason that is kept in the record. */
  readonly withReason?: boolean
  readonly pending?: boolean
  readonly error?: unknown
  readonly onConfirm: (reason: string) => void
}

/** Asks before something that cannot be taken back, and for the reason where the record keeps one. */
export function ConfirmDialog(props: Props) {
  const t = useText()
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ConfirmForm {...props} />
    </Modal>
  )
}

/** A key that is held down does not confirm what it has just opened. */
const ignoreHeldEnter = (event: KeyboardEvent) => {
  if (event.key === 'Enter' && event.repeat) event.preventDefault()
}

function ConfirmForm({ body, confirmLabel, tone = 'action', withReason, pending, error, onClose, onConfirm }: Props) {
  const t = useText()
  const [reason, setReason] = useState('')
  const [tooShort, setTooShort] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const short = withReason === true && reason.trim().length < 3
    setTooShort(short)
    if (!short) onConfirm(reason.trim())
  }
  return (
    // Decided: what is typed now is for the screen below.
    <form onSubmit={submit} onKeyDown={ignoreHeldEnter} data-decided={pending || undefined}>
      <Stack>
        {body && <Text component="div">{body}</Text>}
        {withReason && (
          <TextArea
            label={t('common.reason')}
            help={t('common.reason_help')}
            error={tooShort ? t('common.reason_short') : undefined}
            value={reason}
            readOnly={pending ?? false}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <FailureNotice error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            loading={pending ?? false}
            data-autofocus={!withReason || undefined}
            {...(tone === 'bad' ? { color: 'red.9' } : {})}
          >
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
