import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { announce } from '../../app/announce.tsx'
import { useStatus } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import css from './Hall.module.css'
import { PartyFields } from './PartyFields.tsx'
import { freshParty } from './party-draft.ts'
import type { Hall } from './use-hall.ts'
import { readTime } from './waited.ts'

/** Escape goes from the form to the list, where single keys act. An open choice closes first. */
function toList(event: KeyboardEvent) {
  const open = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'
  if (event.key !== 'Escape' || open) return
  const row = document.querySelector<HTMLElement>('main [data-row][tabindex="0"]')
  ;(row ?? document.querySelector<HTMLElement>('main h1'))?.focus()
}

/** Who comes in is noted in one go: numbers, language, Enter. The hands are back at the start for the next party. */
export function NoteForm({ hall }: { hall: Hall }) {
  const t = useText()
  const status = useStatus()
  const first = useRef<HTMLInputElement>(null)
  const [party, setParty] = useState(freshParty)
  const [timeError, setTimeError] = useState<string>()
  const { note } = hall
  useKeys([{ keys: 'a', label: 'hall.key_form', where: 'here', run: () => first.current?.focus() }])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (note.isPending) return
    const { time, name, note: remark, language, vulnerable, ...rest } = party
    const at = time.trim() === '' ? undefined : readTime(time, status?.today ?? '', status?.office?.zone ?? 'UTC')
    const wrong = time.trim() !== '' && at === undefined
    setTimeError(wrong ? t('hall.time_wrong') : undefined)
    if (wrong) return
    const minorAlone = party.minorAlone && party.adults === 0
    note.mutate(
      {
        ...rest,
        minorAlone,
        vulnerable: [...vulnerable],
        ...(at ? { arrivedAt: at } : {}),
        ...(language ? { language } : {}),
        ...(name.trim() ? { name } : {}),
        ...(remark.trim() ? { note: remark } : {}),
      },
      {
        onSuccess: () => {
          setParty(freshParty)
          announce(t('hall.noted'))
          first.current?.focus()
          first.current?.select()
        },
      },
    )
  }
  return (
    <form className={css.form} aria-label={t('hall.note')} onSubmit={submit} onKeyDown={toList}>
      <PartyFields
        party={party}
        first={first}
        timeError={timeError}
        onChange={(changes) => setParty((now) => ({ ...now, ...changes }))}
        end={
          <Button
            className={css.noteButton}
            type="submit"
            variant="default"
            leftSection={<IconUserPlus size={18} aria-hidden />}
            rightSection={<KeyHint keys="Enter" />}
            loading={note.isPending}
          >
            {t('hall.note_button')}
          </Button>
        }
      />
      <FailureNotice error={note.error} />
    </form>
  )
}
