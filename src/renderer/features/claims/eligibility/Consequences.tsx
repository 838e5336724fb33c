import type { EligibilityWorksheet } from '../../../../shared/contract/views.ts'
import { useLanguage } from '../../../app/language.tsx'
import { useClaim } from '../claim.tsx'
import { DeadlineList } from '../overview/DeadlineList.tsx'
import css from './Eligibility.module.css'

/** What follows from the outcome, to be explained to the person. */
export function Consequences({ sheet: { consequences, evaluation } }: { sheet: EligibilityWorksheet }) {
  const { t, say } = useLanguage()
  const { view } = useClaim()
  const { removalOrder, riskAssessment, provisional } = consequences
  const titleOf = (rule: string) => evaluation.findings.find((finding) => finding.rule === rule)?.title
  return (
    <section className={css.section}>
      <h3 className={css.heading}>{t('elig.follows')}</h3>
      {provisional && view.decision === undefined && <p className={css.quiet}>{t('elig.follows_provisional')}</p>}
      <dl className={css.follows}>
        <dt>{t('elig.order')}</dt>
        <dd>
          {say(removalOrder.text)} <span className={css.quiet}>{say(removalOrder.citation)}</span>
        </dd>
        {riskAssessment.length > 0 && <dt>{t('elig.prra')}</dt>}
        {riskAssessment.map(({ rule, text, citation }) => {
          const title = titleOf(rule)
          return (
            <dd key={rule}>
              {riskAssessment.length > 1 && title && `${say(title)} – `}
              {say(text)} <span className={css.quiet}>{say(citation)}</span>
            </dd>
          )
        })}
      </dl>
      {view.deadlines.length > 0 && <DeadlineList deadlines={view.deadlines} />}
    </section>
  )
}
