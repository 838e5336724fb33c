import { IconCircleCheck, IconCircleDashed, IconHourglass } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { DocumentKind } from '../../../shared/contract/views.ts'
import { useText } from '../../app/language.tsx'
import { useClaim } from '../claims/claim.tsx'
import { Lacks } from '../claims/StepRail.tsx'
import css from './Documents.module.css'

/** What still stands between the claim and this paper, each with the way to it. */
export function Readiness({ kind }: { kind: DocumentKind | undefined }) {
  const t = useText()
  const { claimId, view } = useClaim()
  const undecided = view.row.state === 'intake'
  const lacking = kind === 'acknowledgement' ? [] : view.bars
  if (lacking.length === 0 && !undecided)
    return (
      <p className={css.ready}>
        <IconCircleCheck size={20} aria-hidden /> {t('paper.ready')}
      </p>
    )
  return (
    <section className={css.lacking}>
      <h3>
        <IconHourglass size={20} aria-hidden /> {t('paper.lacking')}
      </h3>
      <ul>
        {lacking.map(({ step, lacks }) => (
          <li key={step}>
            <IconCircleDashed size={18} aria-hidden />
            <span>
              <Link to="/claims/$claimId/intake/$step" params={{ claimId, step }}>
                {t(`step.${step}`)}
              </Link>{' '}
              <span className={css.quiet}>
                <Lacks lacks={lacks} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      {undecided && <p className={css.quiet}>{t('paper.not_decided')}</p>}
    </section>
  )
}
