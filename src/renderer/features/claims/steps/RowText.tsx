import { TextField } from '../../../components/fields.tsx'
import { useTyped } from '../use-typed.ts'

interface Props {
  readonly label: string
  readonly value: string | undefined
  readonly maxLength: number
  readonly disabled: boolean
  readonly onValue: (value: string | undefined) => void
  /** What is being typed, before it is a value. */
  readonly onTyping: (text: string) => void
}

/** A line of text inside a row, saved as it is typed like every other field. */
export function RowText({ label, value, maxLength, disabled, onValue, onTyping }: Props) {
  const typed = useTyped({
    value,
    held: value,
    draft: undefined,
    conflict: undefined,
    disabled,
    error: undefined,
    failed: false,
    save: (next) => {
      onValue(next)
      return true
    },
    keep: onTyping,
  })
  return (
    <TextField
      label={label}
      maxLength={maxLength}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      disabled={disabled}
      {...typed}
    />
  )
}
