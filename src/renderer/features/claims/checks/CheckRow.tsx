import { Button, Group } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { CheckView } from '../../../../shared/contract/views.ts'
import { looksForSomething } from '../../../../shared/domain/checks.ts'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { CheckPill } from './CheckPill.tsx'
import css from './Checks.module.css'

/** What an officer says of a check. */
export type Said = 'clear' | 'found' | 'unavailable' | 'pending'

interface Props {
  readonly check: CheckView
  /** The next one to make: keys act on it. */
  readonly current: boolean
  readonly onSay: ((said: Said) => void) | undefined
}

const keyOf = { clear: 'd', found: 'f', unavailable: 'u', pending: 'p' } as const

/** One check: what it is for, where it stands, and what may be said of it. */
export function CheckRow({ check, current, onSay }: Props) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const { name, by, at, note, demanded, exempt } = check
  const choices: readonly Said[] = looksForSomething(name)
    ? ['clear', 'found', 'unavailable', 'pending']
    : ['clear', 'unavailable', 'pending']
  return (
    <li className={css.check} data-current={current || undefined}>
      <div className={css.head}>
        <h3 className={css.name}>{t(`check.${name}`)}</h3>
        <CheckPill check={check} />
        {demanded && (
          <span className={css.quiet}>
            <IconLock size={14} aria-hidden /> {t('check.demanded')}
          </span>
        )}
      </div>
      <p className={css.quiet}>{t(exempt ? 'check.exempt_about' : `check.about_${name}`)}</p>
      {note && <p className={css.note}>{note}</p>}
      {by && at && <p className={css.quiet}>{t('check.by', { by, at: instantText(at, zone) })}</p>}
      {onSay && (
        <Group gap="xs" role="group" aria-label={t(`check.${name}`)}>
          {choices.map((said) => (
            <Button
              key={said}
              variant={saidOf(check) === said ? 'filled' : 'default'}
              aria-pressed={saidOf(check) === said}
              rightSection={current ? <KeyHint keys={keyOf[said]} /> : undefined}
              onClick={() => onSay(said)}
            >
              {t(looksForSomething(name) || said !== 'clear' ? `check.said_${said}` : 'check.said_taken')}
            </Button>
          ))}
        </Group>
      )}
    </li>
  )
}

function saidOf({ result, found }: CheckView): Said | undefined {
  if (result !== 'done') return result
  return found ? 'found' : 'clear'
}
