import { PasswordInput, type PasswordInputProps, TextInput, type TextInputProps } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useText } from '../app/language.tsx'
import css from './fields.module.css'

/** What every field says: its label, help below it, what is wrong, and what needs it. */
export interface FieldWords {
  readonly label: string
  readonly help?: ReactNode
  readonly error?: string | undefined
  /** What will be in the way later. It is kept all the same. */
  readonly warning?: string | undefined
  /** What the field is needed for, such as "the document". Shown beside the label; an empty field is no error. */
  readonly requiredFor?: string | undefined
}

/** The words of a field as Mantine takes them, for controls that have no wrapper here. */
export function useFieldWords({ label, help, error, warning, requiredFor }: FieldWords) {
  const t = useText()
  const needed = requiredFor && <span className={css.needed}> ({t('common.required_for', { what: requiredFor })})</span>
  const wrong = error && (
    <span className={css.error}>
      <IconAlertCircle size={16} aria-hidden /> {error}
    </span>
  )
  return {
    label: needed ? (
      <>
        {label}
        {needed}
      </>
    ) : (
      label
    ),
    description: warning ? (
      <>
        {help}
        <span className={css.warning} role="status">
          <IconAlertTriangle size={16} aria-hidden /> {warning}
        </span>
      </>
    ) : (
      help
    ),
    error: wrong || undefined,
  }
}

export type With<Props> = Omit<Props, 'label' | 'description' | 'error'> & FieldWords

/** The words apart from what goes on to Mantine. */
export function split<Props extends FieldWords>({ label, help, error, warning, requiredFor, ...rest }: Props) {
  return { words: { label, help, error, warning, requiredFor }, rest }
}

export function TextField(props: With<TextInputProps>) {
  const { words, rest } = split(props)
  return <TextInput {...useFieldWords(words)} {...rest} />
}

/** A password with a button to show it and a word when Caps Lock is on. */
export function PasswordField(props: With<PasswordInputProps>) {
  const { words, rest } = split(props)
  const t = useText()
  const [caps, setCaps] = useState(false)
  const look = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  const help = caps ? <span className={css.caps}>⇪ {t('common.caps_lock')}</span> : words.help
  return (
    <PasswordInput
      {...useFieldWords({ ...words, help })}
      visibilityToggleButtonProps={{ 'aria-label': t('common.show_password'), tabIndex: 0 }}
      onKeyDown={look}
      onKeyUp={look}
      {...rest}
    />
  )
}
