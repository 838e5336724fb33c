import { IconAlertTriangle, IconArrowRight, IconEye } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../../app/language.tsx'
import { useClaim } from './claim.tsx'
import css from './Frame.module.css'
import { linkTo } from './record/place.ts'

/** Things that cannot both be true; the others only deserve a look. */
export const serious: ReadonlySet<string> = new Set([
  'birth_date_differs',
  'sex_differs',
  'citizenship_differs',
  'birth_in_future',
  'entry_before_birth',
  'entry_after_claim',
  'claim_in_future',
  'stateless_and_citizen',
])

/** What contradicts what, each with the way to the step that mends it. */
export function Alerts() {
  const { t, say } = useLanguage()
  const { claimId, view } = useClaim()
  const found = view.findings.filter(({ severity }) => severity === 'serious').slice(0, 5)
  const more = view.findings.length - found.length
  const { unreachable } = view
  if (view.alerts.length === 0 && view.findings.length === 0 && !unreachable) return null
  return (
    <ul className={css.alerts} aria-label={t('claims.alerts')}>
      {unreachable && (
        <li data-bad>
          <IconAlertTriangle size={18} aria-hidden />
          <span>
            <strong>{t(`messages.unreachable_${unreachable.how}`)}.</strong>{' '}
            {t('messages.unreachable_next', { date: unreachable.since })}
          </span>
          <Link to="/claims/$claimId/$tab" params={{ claimId, tab: 'messages' }}>
            {t('claims.tab_messages')} <IconArrowRight size={16} aria-hidden />
          </Link>
        </li>
      )}
      {view.alerts.map(({ code, step, text }) => {
        const bad = serious.has(code)
        const Icon = bad ? IconAlertTriangle : IconEye
        return (
          <li key={code} data-bad={bad || undefined}>
            <Icon size={18} aria-hidden />
            <span>
              <strong>{t(bad ? 'claims.alert_serious' : 'claims.alert_look')}.</strong> {say(text)}
            </span>
            <Link to="/claims/$claimId/intake/$step" params={{ claimId, step }}>
              {t('claims.go_step', { step: t(`step.${step}`) })} <IconArrowRight size={16} aria-hidden />
            </Link>
          </li>
        )
      })}
      {found.map(({ key, message, at }) => (
        <li key={key} data-bad>
          <IconAlertTriangle size={18} aria-hidden />
          <span>
            <strong>{t(key.startsWith('essential.') ? 'claims.alert_missing' : 'claims.alert_serious')}.</strong>{' '}
            {say(message)}
          </span>
          <Link {...linkTo(claimId, at)}>
            {t('claims.go_finding')} <IconArrowRight size={16} aria-hidden />
          </Link>
        </li>
      ))}
      {more > 0 && (
        <li>
          <IconEye size={18} aria-hidden />
          <Link to="/claims/$claimId/$tab" params={{ claimId, tab: 'completeness' }}>
            {t('claims.findings_more', { n: more })}
          </Link>
        </li>
      )}
    </ul>
  )
}
