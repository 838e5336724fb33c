import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { QueueCount, Whose } from '../../../shared/contract/views.ts'
import { type QueueName, queueNames, queueOf } from '../../../shared/domain/queues.ts'
import type { QueueFilter } from '../../../shared/domain/saved-search.ts'
import { useDesk } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Loaded, NoPermission } from '../../components/states.tsx'
import { OfficersCases } from './OfficersCases.tsx'
import { QueueClaims } from './QueueClaims.tsx'
import { QueueLinks } from './QueueLinks.tsx'
import css from './Queues.module.css'
import { SavedSearches } from './SavedSearches.tsx'
import { useQueuePages } from './use-queue-pages.ts'

/** The work that waits: the queues that this officer may work, and the claims of one of them. */
export function QueuesScreen() {
  const t = useText()
  const mayDo = useMay()
  const open = mayDo('today.view')
  const named = useParams({ strict: false }).queue
  const counts = useQuery({ ...useDesk().queues.counts.queryOptions(), enabled: open })
  // A queue that the address names is asked for at once, beside the numbers.
  const wanted = queueNames.find((name) => name === named)
  useQueuePages(wanted ?? 'taking_in', 'all', open && wanted !== undefined && mayDo(queueOf(wanted).needs))
  if (!open) return <NoPermission />
  return (
    <>
      <PageHeader title={t('queues.title')} />
      <Loaded query={counts}>{(view) => <Room counts={view} />}</Loaded>
    </>
  )
}

function Room({ counts }: { counts: readonly QueueCount[] }) {
  const t = useText()
  const wanted = useParams({ strict: false }).queue
  const navigate = useNavigate()
  const assigns = useMay()('claim.assign')
  const [whose, setWhose] = useState<Whose>('all')
  const current = counts.find(({ queue }) => queue === wanted) ?? firstWithWork(counts)
  const goTo = (queue: QueueName) => void navigate({ to: '/queues/{-$queue}', params: { queue } })
  const beside = (by: 1 | -1) => {
    const next = counts[counts.findIndex(({ queue }) => queue === current?.queue) + by]
    if (next) goTo(next.queue)
  }
  useKeys([
    { keys: ']', label: 'queues.key_next_queue', run: () => beside(1) },
    { keys: '[', label: 'queues.key_previous_queue', run: () => beside(-1) },
  ])
  if (!current) return <NoPermission />
  return (
    <div className={css.room}>
      <div>
        <QueueLinks label={t('queues.list')} counts={counts} current={current.queue} />
        <SavedSearches
          current={{ queue: current.queue, whose }}
          isOwn={(filter): filter is QueueFilter => 'queue' in filter}
          onOpen={({ queue, whose: saved }) => {
            setWhose(saved)
            goTo(queue)
          }}
        />
      </div>
      <div>
        <QueueClaims key={`${current.queue} ${whose}`} count={current} whose={whose} onWhose={setWhose} />
        {assigns && <OfficersCases />}
      </div>
    </div>
  )
}

/** Where something is late, else where something waits. */
const firstWithWork = (counts: readonly QueueCount[]): QueueCount | undefined =>
  counts.find(({ late }) => late > 0) ?? counts.find(({ count }) => count > 0) ?? counts[0]
