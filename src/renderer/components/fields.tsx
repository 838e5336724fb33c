import { Select, type SelectProps, Textarea, type TextareaProps } from '@mantine/core'
import { useText } from '../app/language.tsx'
import { split, useFieldWords, type With } from './text-fields.tsx'

// The door takes these from their own file: it must not wait for lists and what floats.
export { type FieldWords, PasswordField, TextField, useFieldWords } from './text-fields.tsx'

export function TextArea(props: With<TextareaProps>) {
  const { words, rest } = split(props)
  return <Textarea autosize minRows={2} {...useFieldWords(words)} {...rest} />
}

export function SelectField(props: With<SelectProps>) {
  const { words, rest } = split(props)
  const t = useText()
  return <Select nothingFoundMessage={t('common.nothing_found')} {...useFieldWords(words)} {...rest} />
}
