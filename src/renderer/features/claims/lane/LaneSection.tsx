import { Link } from '@tanstack/react-router'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { StatePill } from '../../../components/StatePill.tsx'
import { useClaim } from '../claim.tsx'
import { DeadlineList } from '../overview/DeadlineList.tsx'
import css from './Lane.module.css'

/** The lane of the claim, by whose word and why, and what it leaves to the claimant's portal. */
export function LaneSection() {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const { lane, triage } = useClaim().view.lane
  if (!triage) return <p className={css.quiet}>{t('lane.none')}</p>
  return (
    <>
      <StatePill tone={lane === 'one_touch' ? 'info' : 'neutral'}>{t(`lane.${lane}`)}</StatePill>
      <p className={css.why}>
        <bdi>{triage.reason}</bdi>
        <br />
        <span className={css.quiet}>{t('overview.by', { by: triage.by, at: instantText(triage.at, zone) })}</span>
      </p>
      <PortalTasks />
    </>
  )
}

/** The steps that wait for the portal, their due day and its source. */
function PortalTasks() {
  const t = useText()
  const { claimId, view } = useClaim()
  const { tasks } = view.lane
  const [first] = tasks
  if (!first) return null
  return (
    <>
      <h3 className={css.tasksTitle}>{t('lane.tasks')}</h3>
      <DeadlineList deadlines={[first]} />
      <ul className={css.tasks} aria-label={t('lane.tasks')}>
        {tasks.map(({ step }) => (
          <li key={step}>
            <Link to="/claims/$claimId/intake/$step" params={{ claimId, step }}>
              {t(`step.${step}`)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
