import { Button } from '@mantine/core'
import { IconFileText, IconGitFork, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { CorrectRegister } from './CorrectRegister.tsx'
import css from './Record.module.css'
import { useRecord } from './record.tsx'
import { useSayRegister } from './words.ts'

/** Under an answer: who said it where that was not the officer, what it was when it was sent, and two desks that disagree. */
export function RegisterNote({ register, name }: { readonly register: string; readonly name: string }) {
  const t = useText()
  const { view, mustCorrect, save, disabled } = useRecord()
  const say = useSayRegister()
  const zone = useStatus()?.office?.zone
  const [open, setOpen] = useState(false)
  const held = view.registers[register]
  if (!held) return null
  const must = mustCorrect(register)
  const sent = held.sent !== undefined
  if (!must && !held.conflict && held.source !== 'paper') return null
  return (
    <div className={css.note}>
      {held.source === 'portal' && (
        <span>
          <IconSend size={14} aria-hidden />{' '}
          {sent
            ? t('record.sent_as', { value: say(register, held.sent) || t('record.sent_nothing') })
            : t('record.from_portal')}
        </span>
      )}
      {sent && held.reason && <span>{t('record.corrected', { reason: held.reason })}</span>}
      {held.source === 'paper' && !must && (
        <span>
          <IconFileText size={14} aria-hidden /> {t('record.from_paper')}
        </span>
      )}
      {must && (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={t('record.correct', { what: name })}
          onClick={() => setOpen(true)}
        >
          {t('record.correct_short')}
        </Button>
      )}
      {held.conflict && (
        <fieldset className={css.conflict} aria-label={t('field.conflict')}>
          <span>
            <IconGitFork size={14} aria-hidden /> {t('field.conflict')}
          </span>
          {held.conflict.map(({ event, value, at }) => (
            <Button
              key={event}
              size="compact-xs"
              variant="default"
              disabled={disabled}
              onClick={() => save(register, value)}
            >
              {say(register, value) || t('record.removed')} · {instantText(at, zone)}
            </Button>
          ))}
        </fieldset>
      )}
      {open && <CorrectRegister register={register} name={name} onClose={() => setOpen(false)} />}
    </div>
  )
}
