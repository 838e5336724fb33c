import { SegmentedControl } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TimelineEntry } from '../../../../shared/contract/views.ts'
import { actEvents } from '../../../../shared/domain/acts.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { Empty, Loaded } from '../../../components/states.tsx'
import { useClaim } from '../claim.tsx'
import { Notes } from './Notes.tsx'
import css from './Timeline.module.css'
import { TimelineRow } from './TimelineRow.tsx'

const actTypes: ReadonlySet<string> = new Set([...Object.values(actEvents), 'claim.act_withdrawn'])

const filters = {
  all: () => true,
  decisions: ({ type }: TimelineEntry) =>
    type === 'claim.decided' || type === 'claim.reopened' || type.startsWith('document.') || actTypes.has(type),
  changes: ({ changes }: TimelineEntry) => changes.length > 0,
  public: ({ visibility }: TimelineEntry) => visibility === 'public',
} as const
type Filter = keyof typeof filters
const names = Object.keys(filters) as Filter[]

/** Everything that happened, the newest first, in words. */
export function Timeline() {
  const t = useText()
  const { claimId } = useClaim()
  const [filter, setFilter] = useState<Filter>('all')
  const query = useQuery(useDesk().claims.timeline.queryOptions({ input: { claimId } }))
  return (
    <section className={css.timeline}>
      <Notes claimId={claimId} />
      <h2 className={css.hidden}>{t('timeline.title')}</h2>
      <SegmentedControl
        size="sm"
        className={css.filter}
        aria-label={t('timeline.filter')}
        value={filter}
        onChange={setFilter}
        data={names.map((value) => ({ value, label: t(`timeline.${value}`) }))}
      />
      <Loaded query={query}>
        {(entries) => {
          const shown = entries.filter(filters[filter])
          if (shown.length === 0) return <Empty icon={<IconHistory aria-hidden />} title={t('timeline.none')} />
          return (
            <ol className={css.entries}>
              {shown.map((entry) => (
                <TimelineRow key={entry.event} entry={entry} />
              ))}
            </ol>
          )
        }}
      </Loaded>
    </section>
  )
}
