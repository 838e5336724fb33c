import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Whose } from '../../../shared/contract/views.ts'
import { type QueueName, queueNames, queueOf } from '../../../shared/domain/queues.ts'
import type { QueueFilter } from '../../../shared/domain/saved-search.ts'
import { useDesk } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Loading, NoPermission } from '../../components/states.tsx'
import { OfficersCases } from './OfficersCases.tsx'
import { QueueClaims } from './QueueClaims.tsx'
import { type Listed, QueueLinks } from './QueueLinks.tsx'
import css from './Queues.module.css'
import { SavedSearches } from './SavedSearches.tsx'

/** The work that waits: the queues that this officer may work, and the claims of one of them. */
export function QueuesScreen() {
  const t = useText()
  if (!useMay()('today.view')) return <NoPermission />
  return (
    <>
      <PageHeader title={t('queues.title')} />
      <Room />
    </>
  )
}

/** The queues and the claims do not wait for the numbers: those come beside the names when the desk has counted. */
function Room() {
  const t = useText()
  const wanted = useParams({ strict: false }).queue
  const navigate = useNavigate()
  const mayDo = useMay()
  const assigns = mayDo('claim.assign')
  const [whose, setWhose] = useState<Whose>('all')
  const numbers = useQuery(useDesk().queues.counts.queryOptions())
  const counts = queueNames
    .filter((queue) => mayDo(queueOf(queue).needs))
    .map((queue): Listed => numbers.data?.find((each) => each.queue === queue) ?? { queue })
  const chosen = counts.find(({ queue }) => queue === wanted)
  // With no queue in the address it opens where there is work, as the numbers tell.
  const current = chosen ?? (numbers.isPending ? undefined : firstWithWork(counts))
  const goTo = (queue: QueueName) => void navigate({ to: '/queues/{-$queue}', params: { queue } })
  const beside = (by: 1 | -1) => {
    const next = counts[counts.findIndex(({ queue }) => queue === current?.queue) + by]
    if (next) goTo(next.queue)
  }
  useKeys([
    { keys: ']', label: 'queues.key_next_queue', run: () => beside(1) },
    { keys: '[', label: 'queues.key_previous_queue', run: () => beside(-1) },
  ])
  if (counts.length === 0) return <NoPermission />
  return (
    <div className={css.room}>
      <div>
        <QueueLinks label={t('queues.list')} counts={counts} {...(current ? { current: current.queue } : {})} />
        {current && (
          <SavedSearches
            current={{ queue: current.queue, whose }}
            isOwn={(filter): filter is QueueFilter => 'queue' in filter}
            onOpen={({ queue, whose: saved }) => {
              setWhose(saved)
              goTo(queue)
            }}
          />
        )}
      </div>
      <div>
        <FailureNotice error={numbers.error} />
        {current ? (
          <QueueClaims key={`${current.queue} ${whose}`} count={current} whose={whose} onWhose={setWhose} />
        ) : (
          <Loading />
        )}
        {assigns && <OfficersCases />}
      </div>
    </div>
  )
}

/** Where something is late, else where something waits. */
const firstWithWork = (counts: readonly Listed[]): Listed | undefined =>
  counts.find(({ late }) => (late ?? 0) > 0) ?? counts.find(({ count }) => (count ?? 0) > 0) ?? counts[0]
