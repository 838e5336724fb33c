import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { QueueRow, SlotView } from '../../../shared/contract/views.ts'
import type { AppointmentMode } from '../../../shared/domain/appointments.ts'
import { partWords } from '../../../shared/domain/timeline/appointments.ts'
import { announce } from '../../app/announce.tsx'
import { withWeekday } from '../../app/dates.ts'
import { useDesk } from '../../app/desk.tsx'
import { keysWaitFor } from '../../app/key-waits.ts'
import { useKeys } from '../../app/keyboard.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Loading } from '../../components/states.tsx'
import { AboutLink } from './AboutLink.tsx'
import css from './Interviews.module.css'
import { SlotDialog } from './SlotDialog.tsx'
import { bare, SlotWords } from './slot-words.tsx'
import { useAppointments } from './use-appointments.ts'

/** The times that suit the chosen person, and what can be done with them, each with its key. */
export function ProposalPanel({ row }: { row: QueueRow }) {
  const t = useText()
  const { about, kind } = row
  const [mode, setMode] = useState<AppointmentMode>('in_person')
  const [byHand, setByHand] = useState(false)
  const query = useQuery({
    ...useDesk().appointments.proposals.queryOptions({ input: { about, kind, mode } }),
    retry: false,
  })
  const { accept, offer, book } = useAppointments()
  const groups = query.isFetching ? [] : (query.data?.proposals ?? [])
  const done = (words: 'interviews.accepted' | 'interviews.offered') => ({ onSuccess: () => announce(t(words)) })
  const [first] = groups
  const runAccept = () => {
    if (!first || accept.isPending) return
    keysWaitFor(accept.mutateAsync({ about, kind, slots: first.map(bare) }, done('interviews.accepted')))
  }
  // A family comes together: only one person chooses from several times.
  const alone = row.members === 1
  const runOffer = () => {
    if (!first || !alone || offer.isPending) return
    const slots = groups.flatMap(([slot]) => (slot ? [bare(slot)] : []))
    offer.mutate({ about, kind, slots }, done('interviews.offered'))
  }
  const runMode = () => setMode(mode === 'video' ? 'in_person' : 'video')
  useKeys([
    { keys: 'a', label: 'interviews.accept', where: 'here', run: runAccept },
    { keys: 'o', label: 'interviews.offer', where: 'here', run: runOffer },
    { keys: 'v', label: 'interviews.other_mode', where: 'here', run: runMode },
    { keys: 'b', label: 'interviews.by_hand', where: 'here', run: () => setByHand(true) },
  ])
  return (
    <section className={css.panel} aria-label={t('interviews.selected')}>
      <h2>
        <bdi>{row.name}</bdi>
      </h2>
      <div className={css.quiet}>{t(`kind.${kind}`)}</div>
      {row.declined && <Declined declined={row.declined} />}
      {query.isFetching && <Loading />}
      {!query.isFetching && <FailureNotice error={query.error} />}
      {groups.length > 0 && query.data?.suits !== undefined && (
        <p className={css.quiet}>{t(query.data.suits ? 'interviews.times_suit' : 'interviews.times_earliest')}</p>
      )}
      {groups.length > 0 && (
        <ol className={css.slots}>
          {groups.map((group) => (
            <Proposal key={`${group[0]?.date} ${group[0]?.time}`} group={group} />
          ))}
        </ol>
      )}
      <FailureNotice error={accept.error ?? offer.error} />
      <div className={css.acts}>
        <Button
          justify="space-between"
          rightSection={<KeyHint keys="a" />}
          aria-keyshortcuts="A"
          disabled={!first}
          loading={accept.isPending}
          onClick={runAccept}
        >
          {t('interviews.accept')}
        </Button>
        {alone && (
          <Button
            variant="default"
            justify="space-between"
            rightSection={<KeyHint keys="o" />}
            aria-keyshortcuts="O"
            disabled={!first}
            loading={offer.isPending}
            onClick={runOffer}
          >
            {t('interviews.offer')}
          </Button>
        )}
        <Button
          variant="default"
          justify="space-between"
          rightSection={<KeyHint keys="v" />}
          aria-keyshortcuts="V"
          onClick={runMode}
        >
          {t(mode === 'video' ? 'interviews.in_person' : 'interviews.video')}
        </Button>
        <Button
          variant="default"
          justify="space-between"
          rightSection={<KeyHint keys="b" />}
          aria-keyshortcuts="B"
          onClick={() => setByHand(true)}
        >
          {t('interviews.by_hand')}
        </Button>
        <AboutLink about={about} />
      </div>
      <SlotDialog
        opened={byHand}
        onClose={() => setByHand(false)}
        title={t('interviews.by_hand')}
        slot={first?.[0] && bare(first[0])}
        kind={kind}
        confirmLabel={t('interviews.book')}
        pending={book.isPending}
        error={book.error}
        onConfirm={({ slot }) =>
          book.mutate(
            { about, kind, slot },
            {
              onSuccess: () => {
                announce(t('interviews.accepted'))
                setByHand(false)
              },
            },
          )
        }
      />
    </section>
  )
}

/** What the person said of the times that they were offered before. */
function Declined({ declined: { reason, preferred } }: { declined: NonNullable<QueueRow['declined']> }) {
  const { t, say, language } = useLanguage()
  return (
    <div className={css.said}>
      <Notice tone="attention" title={t('interviews.why_declined')}>
        {reason && <p dir="auto">{reason}</p>}
        {preferred.length > 0 && (
          <>
            <p>{t('interviews.could_come')}</p>
            <ul>
              {preferred.map(({ date, part }) => (
                <li key={`${date} ${part}`}>{`${withWeekday(date, language)}, ${say(partWords[part])}`}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    </div>
  )
}

function Proposal({ group }: { group: readonly SlotView[] }) {
  const [first] = group
  return <li>{first && <SlotWords slot={first} last={group.at(-1)} />}</li>
}
