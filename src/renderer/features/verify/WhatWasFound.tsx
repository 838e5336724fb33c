import { IconAlertTriangle, IconCircleX, IconInfoCircle, type TablerIcon } from '@tabler/icons-react'
import { useId } from 'react'
import { type SealFinding, type Severity, sealFindings } from '../../../shared/seal/findings.ts'
import { sealNextSteps } from '../../../shared/seal/next-steps.ts'
import { useLanguage } from '../../app/language.tsx'
import css from './Verify.module.css'

const icons: Readonly<Record<Severity, TablerIcon>> = {
  high: IconCircleX,
  medium: IconAlertTriangle,
  notice: IconInfoCircle,
}

/** What the verdict rests on, in plain words with what to do about it. */
export function WhatWasFound({ findings }: { findings: readonly SealFinding[] }) {
  const { t } = useLanguage()
  const title = useId()
  // Said below, of every paper.
  const told = findings.filter(({ code }) => code !== 'COPY_NOT_DETECTED')
  if (told.length === 0) return null
  return (
    <section aria-labelledby={title}>
      <h2 id={title} className={css.title}>
        {t('verify.findings')}
      </h2>
      <ul className={css.findings}>
        {told.map((finding) => (
          <Finding key={`${finding.code}${JSON.stringify(finding.details)}`} finding={finding} />
        ))}
      </ul>
    </section>
  )
}

function Finding({ finding }: { finding: SealFinding }) {
  const { t, language } = useLanguage()
  const { code, severity, details } = finding
  const Icon = icons[severity]
  const alone = details?.reason === 'no_bundle'
  const letters = typeof details?.letters === 'number' ? t('verify.letters', { count: details.letters }) : ''
  const date = details?.date ? `(${details.date})` : ''
  return (
    <li data-severity={severity}>
      <Icon size={20} aria-hidden />
      <span className={css.severity}>{t(`verify.severity_${severity}`)}</span>
      <div>
        <p>
          {alone ? t('verify.no_bundle') : sealFindings[code].text[language]} {letters} {date}
        </p>
        <p className={css.next}>{alone ? t('verify.no_bundle_next') : sealNextSteps[code][language]}</p>
      </div>
    </li>
  )
}
