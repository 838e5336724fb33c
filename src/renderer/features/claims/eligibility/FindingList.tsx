import { IconAlertTriangle } from '@tabler/icons-react'
import type { EligibilityWorksheet } from '../../../../shared/contract/views.ts'
import { effective, type Finding, factQuestions } from '../../../../shared/rules/index.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { useSayFact } from '../values.ts'
import css from './Eligibility.module.css'
import { OutcomeMark } from './OutcomeMark.tsx'
import { OverrideButton } from './OverrideButton.tsx'

const kinds = ['precheck', 'suspension', 'ground'] as const

/** Every rule: what it found, from which facts, by which provision; and the officer's own finding beside it. */
export function FindingList({ sheet }: { sheet: EligibilityWorksheet }) {
  const t = useText()
  return (
    <section className={css.section}>
      <h3 className={css.heading}>{t('elig.findings')}</h3>
      {kinds.map((kind) => (
        <div key={kind}>
          <h4 className={css.kind}>{t(`elig.kind_${kind}`)}</h4>
          <ul className={css.findings}>
            {sheet.evaluation.findings
              .filter((finding) => finding.kind === kind)
              .map((finding) => (
                <FindingRow key={finding.rule} finding={finding} by={sheet.overriddenBy[finding.rule]} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function FindingRow({ finding, by }: { finding: Finding; by: string | undefined }) {
  const { t, say } = useLanguage()
  const { outcome, override, lapsed } = finding
  return (
    <li className={css.finding} data-outcome={effective(finding).kind}>
      <OutcomeMark kind={effective(finding).kind} />
      <div className={css.findingWords}>
        <p className={css.findingTitle}>
          <strong>{say(finding.title)}</strong> <span className={css.quiet}>{say(finding.citation)}</span>
        </p>
        <p>{say(finding.why)}</p>
        {outcome.kind === 'exempt' && (
          <p>
            {t('elig.exception', { title: say(outcome.title) })}{' '}
            <span className={css.quiet}>{say(outcome.citation)}</span>
          </p>
        )}
        {finding.flags.map(({ code, text }) => (
          <p key={code} className={css.flag}>
            <IconAlertTriangle size={16} aria-hidden /> {say(text)}
          </p>
        ))}
        {override && (
          <p className={css.flag}>
            <strong>{t('elig.overridden')}</strong> {t('elig.rule_says', { outcome: t(outcomeWord[outcome.kind]) })}
            {' · '}
            {t('elig.officer_says', { outcome: t(outcomeWord[override.outcome]) })}
            {by && ` (${by})`}
            {'. '}
            {override.reason}
          </p>
        )}
        {lapsed && (
          <p className={css.flag}>
            <IconAlertTriangle size={16} aria-hidden /> <strong>{t('elig.lapsed')}</strong>{' '}
            {t('elig.officer_says', { outcome: t(outcomeWord[lapsed.outcome]) })}
            {by && ` (${by})`}
            {'. '}
            {lapsed.reason}
          </p>
        )}
        <FactsUsed finding={finding} />
      </div>
      <OverrideButton finding={finding} />
    </li>
  )
}

/** The word of each outcome of a rule. */
export const outcomeWord = {
  met: 'elig.met',
  not_met: 'elig.not_met',
  unknown: 'elig.unknown_outcome',
  not_applicable: 'elig.not_applicable',
  exempt: 'elig.exempt',
} as const

function FactsUsed({ finding: { facts } }: { finding: Finding }) {
  const { t, say } = useLanguage()
  const sayTheFact = useSayFact()
  if (facts.length === 0) return null
  return (
    <p className={css.facts}>
      <span>{t('elig.facts_used')}</span>
      {facts.map(({ id, value }) => (
        <span key={id}>
          {say(factQuestions[id].label)} <b>{sayTheFact(id, value)}</b>
        </span>
      ))}
    </p>
  )
}
