import { Button } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import type { TodayView } from '../../../shared/contract/views.ts'
import { claimStates } from '../../../shared/domain/states.ts'
import { withWeekday } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useAriaKeys } from '../../app/keyboard.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { KeyHint } from '../../components/KeyHint.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ClaimStatePill } from '../../components/StatePill.tsx'
import { Loaded } from '../../components/states.tsx'
import { Arrivals } from './Arrivals.tsx'
import { Backlog } from './Backlog.tsx'
import { Awaiting, Due, Mine } from './Lists.tsx'
import { Pressing } from './Pressing.tsx'
import { ShiftToAccept } from './ShiftToAccept.tsx'
import css from './Today.module.css'

/** What is due, what is mine, what came in. An officer without a queue starts where their work is. */
export function TodayScreen() {
  const { t, language } = useLanguage()
  const today = useStatus()?.today
  const mayDo = useMay()
  const newKey = useAriaKeys('n')
  const query = useQuery({ ...useDesk().today.queryOptions(), enabled: mayDo('today.view') })
  if (!mayDo('today.view')) return <Navigate to={mayDo('claim.search') ? '/claims' : '/administration'} replace />
  const takeIn = (
    <Button
      component={Link}
      to="/claims/new"
      leftSection={<IconFilePlus size={18} aria-hidden />}
      rightSection={<KeyHint keys="n" />}
      aria-keyshortcuts={newKey}
    >
      {t('shell.new_claim')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('today.title')}
        subtitle={today && withWeekday(today, language)}
        actions={mayDo('claim.open') && takeIn}
      />
      <ShiftToAccept />
      <Loaded query={query}>{(view) => <Overview view={view} />}</Loaded>
    </>
  )
}

function Overview({ view }: { view: TodayView }) {
  return (
    <>
      <Figures view={view} />
      <div className={css.columns}>
        <div className={css.column}>
          {view.awaitingSecond.length > 0 && <Awaiting rows={view.awaitingSecond} />}
          <Pressing />
          <Due due={view.due} />
          <Mine rows={view.mine} />
        </div>
        <div className={css.column}>
          <Arrivals arrivals={view.arrivals} />
          <Backlog view={view} />
          <States counts={view.counts} />
        </div>
      </div>
    </>
  )
}

function Figures({ view }: { view: TodayView }) {
  const { t, language } = useLanguage()
  const { intake, undecided, suspended, ineligible_proposed: proposed } = view.counts
  const count = new Intl.NumberFormat(`${language}-CA`)
  const figures = [
    [t('today.taken_in'), view.takenInToday],
    [t('today.documents'), view.documentsToday],
    [t('today.open'), intake + undecided + suspended + proposed],
    [t('today.sheets'), view.sheetsReady],
  ] as const
  return (
    <dl className={css.figures}>
      {figures.map(([label, value]) => (
        <div key={label} className={css.figure}>
          <dt>{label}</dt>
          <dd>{count.format(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function States({ counts }: { counts: TodayView['counts'] }) {
  const t = useText()
  return (
    <section>
      <h2 className={css.heading}>{t('today.states')}</h2>
      <ul className={css.states}>
        {claimStates.map((state) => (
          <li key={state}>
            <ClaimStatePill state={state} />
            <span>{counts[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
