import { Button, Center } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Empty, ErrorState, Loading } from '../../components/states.tsx'

/** Who viewed, searched, printed or was refused, the newest first. */
export function AccessLog() {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const query = useInfiniteQuery(
    useDesk().store.accesses.infiniteOptions({
      input: (after: string | undefined) => ({ limit: 100, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
  )
  if (!query.data)
    return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
  const rows = query.data.pages.flatMap((page) => page.rows).map((row, at) => ({ ...row, key: String(at) }))
  return (
    <>
      <DataTable
        label={t('admin.accesses')}
        rows={rows}
        rowKey={({ key }) => key}
        empty={<Empty title={t('accesses.none')} />}
        columns={[
          { key: 'at', header: t('accesses.at'), tight: true, cell: ({ at }) => instantText(at, zone) },
          { key: 'by', header: t('accesses.by'), cell: ({ by }) => by },
          { key: 'kind', header: t('accesses.kind'), cell: ({ kind }) => kind },
          { key: 'subject', header: t('accesses.subject'), cell: ({ subject }) => subject ?? '–' },
          { key: 'detail', header: t('accesses.detail'), cell: ({ detail }) => detail ?? '–' },
        ]}
      />
      {query.hasNextPage && (
        <Center mt="md">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </Center>
      )}
    </>
  )
}
