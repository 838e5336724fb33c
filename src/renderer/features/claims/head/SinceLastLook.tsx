import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowRight, IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ClaimHead } from '../../../../shared/contract/views.ts'
import type { QueueName } from '../../../../shared/domain/queues.ts'
import { instantText } from '../../../app/dates.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { useClaim } from '../claim.tsx'
import css from './Head.module.css'
import { Working } from './Working.tsx'

/** On coming back to a claim: what others did meanwhile, who is at work on it, and the one thing that is next. */
export function SinceLastLook() {
  const { t } = useLanguage()
  const { claimId } = useClaim()
  const whole = useMay()('claim.view_file')
  const { data } = useQuery({ ...useDesk().casework.head.queryOptions({ input: { claimId } }), enabled: whole })
  if (!data) return null
  return (
    <section className={css.head} aria-label={t('head.label')}>
      <div className={css.line}>
        {data.next && <Next claimId={claimId} next={data.next} />}
        {data.owner && (
          <span className={css.quiet}>
            {t('head.owner')} {data.owner.name}
          </span>
        )}
        <Working claimId={claimId} working={data.working} />
      </div>
      {data.lastLook && <News head={data} at={data.lastLook} />}
    </section>
  )
}

/** Where what is next is done. */
const tabs: Partial<Readonly<Record<QueueName, 'messages' | 'portal' | 'completeness' | 'documents' | 'overview'>>> = {
  messages: 'messages',
  asked: 'messages',
  unreachable: 'messages',
  sent_items: 'portal',
  incomplete: 'completeness',
  to_issue: 'documents',
  papers: 'documents',
}
const atInterviews: ReadonlySet<QueueName> = new Set([
  'to_schedule',
  'offered',
  'interview_week',
  'booked_later',
  'no_show',
])
const inIntake: ReadonlySet<QueueName> = new Set(['portal_new', 'taking_in', 'to_decide', 'second_officer', 'conflict'])

function Next({ claimId, next: { queue, day } }: { claimId: string; next: NonNullable<ClaimHead['next']> }) {
  const { t } = useLanguage()
  const words = t(`next.${queue}` as 'next.asked', { day })
  const tab = tabs[queue] ?? 'overview'
  const link = atInterviews.has(queue) ? (
    <Link to="/interviews">{words}</Link>
  ) : inIntake.has(queue) ? (
    <Link
      to="/claims/$claimId/intake/$step"
      params={{ claimId, step: queue === 'to_decide' || queue === 'second_officer' ? 'eligibility' : 'continue' }}
    >
      {words}
    </Link>
  ) : (
    <Link to="/claims/$claimId/$tab" params={{ claimId, tab }}>
      {words}
    </Link>
  )
  return (
    <span className={css.next}>
      <IconArrowRight size={16} aria-hidden />
      <span className={css.quiet}>{t('head.next')}</span>
      {link}
    </span>
  )
}

function News({ head: { news, more }, at }: { head: ClaimHead; at: string }) {
  const { t, say } = useLanguage()
  const zone = useStatus()?.office?.zone
  const [open, { toggle }] = useDisclosure(false)
  const looked = instantText(at, zone)
  if (news.length === 0) return <p className={css.quiet}>{t('head.nothing', { at: looked })}</p>
  const Icon = open ? IconChevronUp : IconChevronDown
  return (
    <>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={open}
          rightSection={<Icon size={16} aria-hidden />}
          onClick={toggle}
        >
          {t('head.since', { count: news.length + more, at: looked })}
        </Button>
        {!open && news[0] && <span className={css.quiet}>{`${say(news[0].text)} (${news[0].by})`}</span>}
      </Group>
      {open && (
        <ul className={css.news}>
          {news.map(({ event, at: when, by, text }) => (
            <li key={event}>
              <span className={css.quiet}>{instantText(when, zone)}</span> {say(text)}{' '}
              <span className={css.quiet}>{by}</span>
            </li>
          ))}
          {more > 0 && <li className={css.quiet}>{t('head.more', { count: more })}</li>}
        </ul>
      )}
    </>
  )
}
