import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { ClaimHead } from '../../../../shared/contract/views.ts'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { useClaim } from '../claim.tsx'
import css from './Head.module.css'
import { NextStep } from './NextStep.tsx'
import { Take } from './Take.tsx'
import { useHead } from './use-head.ts'
import { Working } from './Working.tsx'

/** On coming back to a claim: what others did meanwhile, who is at work on it, and the one thing that is next. */
export function SinceLastLook() {
  const { t } = useLanguage()
  const { claimId } = useClaim()
  const { data } = useHead()
  if (!data) return null
  return (
    <section className={css.head} aria-label={t('head.label')}>
      <div className={css.line}>
        {data.next && (
          <span className={css.next}>
            <span className={css.quiet}>{t('head.next')}</span>
            <NextStep next={data.next} />
          </span>
        )}
        {data.owner ? (
          <span className={css.quiet}>
            {t('head.owner')} {data.owner.name}
          </span>
        ) : (
          <Take claimId={claimId} />
        )}
        <Working claimId={claimId} working={data.working} />
      </div>
      {data.lastLook && <News head={data} at={data.lastLook} />}
    </section>
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
