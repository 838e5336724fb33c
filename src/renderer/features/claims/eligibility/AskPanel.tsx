import { Button } from '@mantine/core'
import { IconCircleCheck, IconMessageQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { EligibilityWorksheet } from '../../../../shared/contract/views.ts'
import { type FactId, factQuestions } from '../../../../shared/rules/index.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { useClaim } from '../claim.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import css from './Eligibility.module.css'
import { type Asking, heldIn } from './use-asking.ts'

/** The next question in big plain words, to be read out or for the officer; or that nothing more needs asking. */
export function AskPanel({ asking, sheet }: { asking: Asking; sheet: EligibilityWorksheet }) {
  const t = useText()
  const { fact, left } = asking
  return (
    <section className={css.ask} aria-label={t('elig.ask')}>
      {fact ? (
        <>
          <p className={css.askHead}>
            <IconMessageQuestion size={20} aria-hidden />{' '}
            {t(factQuestions[fact].to === 'officer' ? 'elig.for_officer' : 'elig.read_out')}
            <span className={css.quiet}>
              {t(asking.further ? 'elig.ask_further' : 'elig.ask_left', { count: left })}
            </span>
          </p>
          <Question key={fact} fact={fact} asking={asking} sheet={sheet} />
        </>
      ) : (
        <Done asking={asking} sheet={sheet} />
      )}
      <FailureNotice error={asking.error} />
      {asking.skipped > 0 && (
        <p className={css.skipped}>
          {t('elig.skipped', { count: asking.skipped })}
          <Button size="compact-sm" variant="subtle" onClick={asking.askAgain}>
            {t('elig.skipped_again')}
          </Button>
        </p>
      )}
    </section>
  )
}

function Question({ fact, asking, sheet }: { fact: FactId; asking: Asking; sheet: EligibilityWorksheet }) {
  const { t, say } = useLanguage()
  const { claimId } = useClaim()
  const words = useRef<HTMLHeadingElement>(null)
  const { begun } = asking
  useEffect(() => {
    if (begun) words.current?.focus({ preventScroll: true })
  }, [begun])
  const { question, help } = factQuestions[fact]
  const step = heldIn[fact]
  return (
    <>
      <h3 ref={words} tabIndex={-1} className={css.question}>
        {say(question)}
      </h3>
      {help && <p className={css.askHelp}>{say(help)}</p>}
      {step ? (
        <p className={css.elsewhere}>
          {t('elig.elsewhere')}{' '}
          <Link to="/claims/$claimId/intake/$step" params={{ claimId, step }}>
            {t('claims.go_step', { step: t(`step.${step}`) })}
          </Link>
        </p>
      ) : (
        <AnswerForm fact={fact} held={sheet.facts[fact]} asking={asking} />
      )}
    </>
  )
}

function Done({ asking, sheet }: { asking: Asking; sheet: EligibilityWorksheet }) {
  const t = useText()
  const { nextQuestions, furtherQuestions } = sheet.evaluation
  if (nextQuestions.length > 0) return null
  return (
    <p className={css.done} role="status">
      <IconCircleCheck size={20} aria-hidden /> {t('elig.ask_done')}
      {furtherQuestions.length > 0 && asking.left === 0 && (
        <>
          {' '}
          {t('elig.ask_further', { count: furtherQuestions.length })}
          <Button size="compact-sm" variant="default" onClick={asking.askFurther}>
            {t('elig.ask_further_go')}
          </Button>
        </>
      )}
    </p>
  )
}
