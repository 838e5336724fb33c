import { useDebouncedValue } from '@mantine/hooks'
import { IconSearchOff, IconWorldOff } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Searched } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { Empty, ErrorState, Loading } from '../../components/states.tsx'
import css from './Claims.module.css'
import { ClaimTable } from './ClaimTable.tsx'

/** Claims that a text finds, each with how it was found, and what was searched. */
export function FoundClaims({ text: typed }: { text: string }) {
  const t = useText()
  const [text] = useDebouncedValue(typed, 150)
  const query = useInfiniteQuery(
    useDesk().claims.search.infiniteOptions({
      input: (after: string | undefined) => ({ text, limit: 50, ...(after ? { after } : {}) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  )
  if (!query.data)
    return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
  const rows = query.data.pages.flatMap((page) => page.rows)
  const searched = query.data.pages[0]?.searched
  const more = query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined
  return (
    <>
      {searched && <SearchedLine searched={searched} />}
      <ClaimTable
        label={t('claims.list')}
        rows={rows}
        onEnd={more}
        empty={
          <Empty
            icon={<IconSearchOff aria-hidden />}
            title={t('claims.none_found')}
            next={t('claims.none_found_next')}
          />
        }
      />
    </>
  )
}

/** What was searched and up to when: nobody may take this desk for the whole of Canada. */
export function SearchedLine({ searched }: { searched: Searched }) {
  const { t, language } = useLanguage()
  const status = useStatus()
  const people = new Intl.NumberFormat(`${language}-CA`).format(searched.people)
  const at = instantText(searched.until, status?.office?.zone)
  // Of a time today the day goes without saying.
  const until = at.startsWith(status?.today ?? '-') ? at.slice(11) : at
  return (
    <p className={css.searched} role="status">
      <IconWorldOff size={18} aria-hidden />
      {t('claims.searched', { count: searched.people, people, until })}
    </p>
  )
}
