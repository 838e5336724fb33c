import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useText } from '../../app/language.tsx'
import { TextField } from '../../components/fields.tsx'
import css from './Administration.module.css'

interface Props {
  readonly value: string | null
  readonly fixed: boolean
  readonly onSet: (key: string | null) => void
}

/** The public key of the card production facility, Ed25519 in hexadecimal: answers signed with another are refused. Empty: none. */
export function FacilityKey({ value, fixed, onSet }: Props) {
  const t = useText()
  const [typed, setTyped] = useState(value ?? '')
  const [wrong, setWrong] = useState(false)
  // Copied keys come in groups and capitals.
  const key = typed.replace(/[\s:]/g, '').toLowerCase()
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const good = key === '' || /^[0-9a-f]{64}$/.test(key)
    setWrong(!good)
    if (good) onSet(key || null)
  }
  return (
    <form className={css.inline} onSubmit={keep}>
      <TextField
        label={t('settings.facility_key')}
        help={t('settings.facility_key_help')}
        error={wrong ? t('settings.facility_key_wrong') : undefined}
        value={typed}
        readOnly={fixed}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {!fixed && (
        <Button mt="xs" size="xs" variant="default" type="submit" disabled={key === (value ?? '')}>
          {t('settings.facility_key_save')}
        </Button>
      )}
    </form>
  )
}
