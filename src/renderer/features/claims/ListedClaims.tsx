import { SegmentedControl, Switch } from '@mantine/core'
import { IconFiles } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ListFilter } from '../../../shared/domain/saved-search.ts'
import { type ClaimState, claimStates } from '../../../shared/domain/states.ts'
import { useDesk } from '../../app/desk.tsx'
import { useKept } from '../../app/kept.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { Empty, ErrorState, Loading } from '../../components/states.tsx'
import { SavedSearches } from '../queues/SavedSearches.tsx'
import css from './Claims.module.css'
import { ClaimTable } from './ClaimTable.tsx'
import { claimPages, type Listed } from './claim-pages.ts'

/** Claims by state, the last touched first; the filters that the officer saved stand beside them. */
export function ListedClaims() {
  const t = useText()
  const [state, setState] = useKept<ClaimState | 'all'>('claims.state', 'all')
  const [mine, setMine] = useKept('claims.mine', false)
  const works = useMay()('today.view')
  const filtered = state !== 'all' || mine
  const filters = (
    <div className={css.filters}>
      <SegmentedControl
        size="sm"
        aria-label={t('claims.filter')}
        value={state}
        onChange={setState}
        data={[
          { value: 'all' as const, label: t('claims.all') },
          ...claimStates.map((each) => ({ value: each, label: t(`claim_state.${each}`) })),
        ]}
      />
      <Switch label={t('claims.mine')} checked={mine} onChange={(event) => setMine(event.currentTarget.checked)} />
    </div>
  )
  return (
    <>
      {filters}
      {works && (
        <SavedSearches
          inline
          current={{ list: 'claims', state, mine }}
          isOwn={(filter): filter is ListFilter => 'list' in filter}
          onOpen={(filter) => {
            setState(filter.state)
            setMine(filter.mine)
          }}
        />
      )}
      <Pages state={state} mine={mine} filtered={filtered} />
    </>
  )
}

function Pages({ state, mine, filtered }: Listed & { filtered: boolean }) {
  const t = useText()
  const query = useInfiniteQuery({ ...claimPages(useDesk(), { state, mine }), placeholderData: keepPreviousData })
  const pages = query.data?.pages
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages])
  if (!query.data)
    return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
  const more = query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined
  return (
    <>
      <FailureNotice error={query.error} />
      <ClaimTable label={t('claims.list')} rows={rows} onEnd={more} empty={<Nothing filtered={filtered} />} />
      {rows.length > 0 && (
        <p className={css.foot}>
          {t('claims.shown', { count: rows.length, shown: rows.length })}
          {query.isFetchingNextPage ? ` · ${t('claims.more')}` : query.hasNextPage ? '' : ` · ${t('claims.end')}`}
        </p>
      )}
    </>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useText()
  if (filtered) return <Empty icon={<IconFiles aria-hidden />} title={t('claims.none_filtered')} />
  return <Empty icon={<IconFiles aria-hidden />} title={t('claims.none')} next={t('claims.none_next')} />
}
