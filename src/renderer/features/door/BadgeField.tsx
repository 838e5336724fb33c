import { useScanTarget } from '../../app/reader/targets.ts'
import { type FieldWords, TextField } from '../../components/text-fields.tsx'

interface Props extends FieldWords {
  readonly value: string
  readonly onValue: (text: string) => void
  /** A badge was scanned, wherever the focus was: its number stands in the field. */
  readonly onScanned: () => void
  readonly autoFocus?: boolean
}

/** Who it is: a badge, scanned or typed, or the user name. */
export function BadgeField({ value, onValue, onScanned, autoFocus = false, ...words }: Props) {
  useScanTarget('badge', ({ text }) => {
    onValue(text.trim().toLowerCase())
    onScanned()
  })
  return (
    <TextField
      {...words}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  )
}
