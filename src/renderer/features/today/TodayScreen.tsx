import { Button } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import type { TodayView } from '../../../shared/contract/views.ts'
import { claimStates } from '../../../shared/domain/states.ts'
import { type TodayList, todayOf } from '../../../shared/domain/today-lists.ts'
import { withWeekday } from '../../app/dates.ts'
import { useDesk, useOfficer, useStatus } from '../../app/desk.tsx'
import { useAriaKeys } from '../../app/keyboard.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { KeyHint } from '../../components/KeyHint.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { ClaimStatePill } from '../../components/StatePill.tsx'
import { Loaded } from '../../components/states.tsx'
import { Arrivals } from './Arrivals.tsx'
import { Backlog } from './Backlog.tsx'
import { Interviews } from './Interviews.tsx'
import { Awaiting, Due, Mine } from './Lists.tsx'
import { Photos } from './Photos.tsx'
import { ShiftToAccept } from './ShiftToAccept.tsx'
import css from './Today.module.css'
import { WaitingRoom } from './WaitingRoom.tsx'
import { WorkQueues } from './WorkQueues.tsx'

/** What is due, what is mine, what came in, by role (`today-lists.ts`). Who has no list here starts where their work is. */
export function TodayScreen() {
  const { t, language } = useLanguage()
  const today = useStatus()?.today
  const mayDo = useMay()
  const newKey = useAriaKeys('n')
  const query = useQuery({ ...useDesk().today.queryOptions(), enabled: mayDo('today.view') })
  const { lists } = todayOf(useOfficer().roles)
  const works = mayDo('today.view')
  if (!works && !lists.has('photos'))
    return <Navigate to={mayDo('claim.search') ? '/claims' : '/administration'} replace />
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
      {works ? <Loaded query={query}>{(view) => <Overview view={view} lists={lists} />}</Loaded> : <Photos />}
    </>
  )
}

function Overview({ view, lists }: { view: TodayView; lists: ReadonlySet<TodayList> }) {
  return (
    <>
      <Figures view={view} />
      <div className={css.columns}>
        <div className={css.column}>
          {view.awaitingSecond.length > 0 && <Awaiting rows={view.awaitingSecond} />}
          {lists.has('hall') && <WaitingRoom />}
          {lists.has('queues') && <WorkQueues />}
          {lists.has('photos') && <Photos />}
          {lists.has('interviews') && view.interviews.length > 0 && <Interviews rows={view.interviews} />}
          {lists.has('due') && <Due due={view.due} />}
          {lists.has('mine') && <Mine rows={view.mine} />}
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
