import { VisuallyHidden } from '@mantine/core'
import { IconCheck, IconCircle } from '@tabler/icons-react'
import { explain } from '../../../shared/errors.ts'
import { checkNewPassword, passwordPolicy } from '../../../shared/officers/password.ts'
import { useLanguage } from '../../app/language.tsx'
import { PasswordField } from '../../components/text-fields.tsx'
import css from './Door.module.css'

/** Would the desk take this password? The same rule, so that nobody is refused later. */
export const meetsPolicy = (password: string, userName: string) => checkNewPassword(password, { userName }).ok

interface Props {
  readonly label: string
  readonly userName: string
  readonly value: string
  readonly onValue: (value: string) => void
}

/** A new password with the policy beside it, each rule ticked off as it is met. */
export function NewPassword({ label, userName, value, onValue }: Props) {
  const { t, language } = useLanguage()
  const verdict = checkNewPassword(value, { userName })
  const long = [...value].length >= passwordPolicy.minimum
  const weak = long && !verdict.ok ? explain(verdict.failure, language) : undefined
  const rules = [
    { words: t('door.policy_length', { min: passwordPolicy.minimum }), met: long },
    { words: weak ? `${weak.message} ${weak.next}` : t('door.policy_guess'), met: verdict.ok },
  ]
  return (
    <div>
      <PasswordField
        label={label}
        help={t('door.policy_advice')}
        autoComplete="new-password"
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
      <ul className={css.policy}>
        {rules.map(({ words, met }) => (
          <li key={words} data-met={met || undefined}>
            {met ? <IconCheck size={16} aria-hidden /> : <IconCircle size={16} aria-hidden />} {words}
            <VisuallyHidden>({t(met ? 'door.policy_met' : 'door.policy_open')})</VisuallyHidden>
          </li>
        ))}
      </ul>
    </div>
  )
}
