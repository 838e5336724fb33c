import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { NextAction } from '../../../../shared/domain/next-action.ts'
import type { QueueName } from '../../../../shared/domain/queues.ts'
import type { ChecklistItem } from '../../../../shared/domain/review-checklist.ts'
import type { StepName } from '../../../../shared/domain/steps.ts'
import { useText } from '../../../app/language.tsx'
import { useClaim } from '../claim.tsx'
import type { ClaimTab } from '../Tabs.tsx'

/** The one next action in words, on the way to where it is done. */
export function NextStep({ next, here }: { next: NextAction; here?: ClaimTab }) {
  const t = useText()
  const on = here ? { here } : {}
  if ('item' in next)
    return (
      <ToItem item={next.item} {...on}>
        {t(`review.do_${next.item}`)}
      </ToItem>
    )
  const { queue, day } = next
  return (
    <To place={ofQueue[queue]} {...on}>
      {t(`next.${queue}` as 'next.asked', { day })}
    </To>
  )
}

/** The way to where an item of the checklist is done. */
export const ToItem = ({ item, ...rest }: { item: ChecklistItem; here?: ClaimTab; children: ReactNode }) => (
  <To place={ofItem[item]} {...rest} />
)

/** A part of the claim, a step of its intake, or the interviews of the office. */
type Place = { readonly tab: ClaimTab } | { readonly step: StepName | 'continue' } | 'interviews'

const ofItem: Readonly<Record<ChecklistItem, Place>> = {
  received: { tab: 'forms' },
  identity: { step: 'identity' },
  essentials: { tab: 'completeness' },
  findings: { tab: 'completeness' },
  photo: { step: 'photo' },
  biometrics: { step: 'checks' },
  checks: { step: 'checks' },
  medical: { tab: 'overview' },
  partners: { tab: 'review' },
  preliminary: { tab: 'review' },
  interview: { tab: 'review' },
  eligibility: { step: 'eligibility' },
  decision: { step: 'eligibility' },
}

const ofQueue: Readonly<Record<QueueName, Place>> = {
  portal_new: { step: 'continue' },
  unowned: { tab: 'overview' },
  leaver: { tab: 'overview' },
  taking_in: { step: 'continue' },
  review_due: { tab: 'overview' },
  limit_passed: { tab: 'overview' },
  extension_asked: { tab: 'overview' },
  incomplete: { tab: 'completeness' },
  sent_items: { tab: 'portal' },
  to_schedule: 'interviews',
  offered: 'interviews',
  interview_week: 'interviews',
  booked_later: 'interviews',
  no_show: 'interviews',
  to_decide: { step: 'eligibility' },
  ready_to_refer: { step: 'eligibility' },
  second_officer: { step: 'eligibility' },
  partner: { tab: 'review' },
  suspended: { tab: 'review' },
  to_issue: { step: 'document' },
  papers: { tab: 'documents' },
  messages: { tab: 'messages' },
  asked: { tab: 'messages' },
  unreachable: { tab: 'messages' },
  conflict: { step: 'continue' },
}

/** What is done on this very screen is no way anywhere. */
function To({ place, here, children }: { place: Place; here?: ClaimTab; children: ReactNode }) {
  const { claimId } = useClaim()
  if (typeof place === 'object' && 'tab' in place && place.tab === here) return <span>{children}</span>
  const words = (
    <>
      {children} <IconArrowRight size={16} aria-hidden />
    </>
  )
  if (place === 'interviews') return <Link to="/interviews">{words}</Link>
  if ('step' in place)
    return (
      <Link to="/claims/$claimId/intake/$step" params={{ claimId, step: place.step }}>
        {words}
      </Link>
    )
  if (place.tab === 'overview')
    return (
      <Link to="/claims/$claimId" params={{ claimId }} activeOptions={{ exact: true }}>
        {words}
      </Link>
    )
  return (
    <Link to="/claims/$claimId/$tab" params={{ claimId, tab: place.tab }}>
      {words}
    </Link>
  )
}
