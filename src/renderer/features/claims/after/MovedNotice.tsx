import { IconArrowRight } from '@tabler/icons-react'
import { useLanguage } from '../../../app/language.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { useClaim } from '../claim.tsx'
import css from './After.module.css'

/** Says on every screen of a claim that another office has it. */
export function MovedNotice() {
  const { t, say } = useLanguage()
  const { moved } = useClaim().view
  if (!moved) return null
  return (
    <div className={css.moved}>
      <Notice tone="attention" icon={IconArrowRight} title={t('move.was', { date: moved.on, office: say(moved.to) })}>
        {t('move.by', { by: moved.by, reason: moved.reason })}
        <br />
        {t('move.read_only')}
      </Notice>
    </div>
  )
}
