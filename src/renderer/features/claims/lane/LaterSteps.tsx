import { IconClockHour4 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { StepName } from '../../../../shared/domain/steps.ts'
import { useText } from '../../../app/language.tsx'
import { useClaim } from '../claim.tsx'
import css from './Lane.module.css'

/** What the lane leaves to the claimant's portal, with its due day; each step can be done now all the same. */
export function LaterSteps({ current }: { current: StepName }) {
  const t = useText()
  const { claimId, view } = useClaim()
  const later = view.steps.filter((step) => step.later)
  if (later.length === 0) return null
  return (
    <div className={css.later}>
      <h3>
        <IconClockHour4 size={16} aria-hidden /> {t('lane.later')}
      </h3>
      <ul>
        {later.map(({ step, state }) => {
          const task = view.lane.tasks.find((each) => each.step === step)
          return (
            <li key={step}>
              <Link
                to="/claims/$claimId/intake/$step"
                params={{ claimId, step }}
                aria-current={step === current ? 'step' : undefined}
              >
                {t(`step.${step}`)}
              </Link>
              <span className={css.quiet}>{task ? t('lane.due', { date: task.due }) : t(`step.state_${state}`)}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
