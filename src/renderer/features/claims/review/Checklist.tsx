import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ClaimReviewView } from '../../../../shared/contract/views.ts'
import type { ChecklistItem, ChecklistLine } from '../../../../shared/domain/review-checklist.ts'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { StatePill, type Tone } from '../../../components/StatePill.tsx'
import messages from '../../messages/Messages.module.css'
import { useClaim } from '../claim.tsx'
import css from './Review.module.css'

const tones: Readonly<Record<ChecklistLine['state'], Tone>> = {
  done: 'good',
  missing: 'attention',
  waiting: 'info',
  not_needed: 'neutral',
}

/** What is done, what is missing, by whom and since when; the next action stands above. It fills itself. */
export function Checklist({ review: { checklist, next } }: { review: ClaimReviewView }) {
  const t = useText()
  return (
    <section className={messages.section} aria-label={t('review.checklist')}>
      <h2>{t('review.checklist')}</h2>
      {next && (
        <p className={css.next}>
          <strong>{t('review.next')}</strong> <GoTo item={next.item}>{t(`review.do_${next.item}`)}</GoTo>
        </p>
      )}
      <ul className={css.lines}>
        {checklist.map((line) => (
          <Line key={line.item} line={line} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line: { item, state, count, by, since } }: { line: ChecklistLine }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const when = since && (since.length > 10 ? instantText(since, zone) : since)
  const words = [
    count !== undefined && count > 0 && t('review.open_count', { count }),
    when && state !== 'done' ? t('review.since', { date: when }) : when,
    by,
  ].filter(Boolean)
  return (
    <li>
      <GoTo item={item}>{t(`review.item_${item}`)}</GoTo>
      <span className={css.what}>{words.join(', ')}</span>
      <StatePill tone={tones[state]}>{t(`review.state_${state}`)}</StatePill>
    </li>
  )
}

const tabs = { received: 'forms', essentials: 'completeness', findings: 'completeness' } as const
const steps = { identity: 'identity', photo: 'photo', biometrics: 'checks', checks: 'checks' } as const
const decided = { eligibility: 'eligibility', decision: 'eligibility' } as const

/** The way to where an item is done. */
function GoTo({ item, children }: { item: ChecklistItem; children: ReactNode }) {
  const { claimId } = useClaim()
  const inTab = (tabs as Partial<Record<ChecklistItem, string>>)[item]
  const inStep = ({ ...steps, ...decided } as Partial<Record<ChecklistItem, string>>)[item]
  const words = (
    <>
      {children} <IconArrowRight size={16} aria-hidden />
    </>
  )
  if (inTab)
    return (
      <Link to="/claims/$claimId/$tab" params={{ claimId, tab: inTab }}>
        {words}
      </Link>
    )
  if (inStep)
    return (
      <Link to="/claims/$claimId/intake/$step" params={{ claimId, step: inStep }}>
        {words}
      </Link>
    )
  if (item === 'medical')
    return (
      <Link to="/claims/$claimId" params={{ claimId }}>
        {words}
      </Link>
    )
  // On this screen.
  return <span>{children}</span>
}
