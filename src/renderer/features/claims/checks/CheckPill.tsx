import type { CheckView } from '../../../../shared/contract/views.ts'
import { useText } from '../../../app/language.tsx'
import { StatePill } from '../../../components/StatePill.tsx'

/** Where a check stands, in a word with its icon. */
export function CheckPill({ check: { name, result, found, exempt } }: { check: CheckView }) {
  const t = useText()
  if (result === 'done' && found) return <StatePill tone="bad">{t('check.said_found')}</StatePill>
  if (result === 'done')
    return <StatePill tone="good">{t(name === 'biometrics' ? 'check.said_taken' : 'check.said_clear')}</StatePill>
  if (exempt) return <StatePill tone="good">{t('check.exempt')}</StatePill>
  if (result === 'unavailable') return <StatePill tone="attention">{t('check.said_unavailable')}</StatePill>
  if (result === 'pending') return <StatePill tone="attention">{t('check.said_pending')}</StatePill>
  return <StatePill tone="neutral">{t('check.not_begun')}</StatePill>
}
