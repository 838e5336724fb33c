import { Button } from '@mantine/core'
import { IconCertificate, IconChartBar, IconFileImport, IconId, IconMailbox } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ConfirmationPage, ConfirmationRow } from '../../../shared/contract/views.ts'
import { type ConfirmationQueue, confirmationQueues } from '../../../shared/domain/confirmation/queue-names.ts'
import { familyRoleWords, queueWords } from '../../../shared/domain/confirmation/words.ts'
import { takeFile } from '../../app/delivery.ts'
import { useDesk } from '../../app/desk.tsx'
import { useKept } from '../../app/kept.ts'
import { useKeys } from '../../app/keyboard.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextField } from '../../components/fields.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Empty, ErrorState, Loading, NoPermission } from '../../components/states.tsx'
import css from './Confirmations.module.css'
import { Letters } from './Letters.tsx'
import { Numbers } from './Numbers.tsx'
import { StepPill } from './StepPill.tsx'

/** Everybody who confirms permanent residence on this desk: by queue, or by name and number. */
export function ConfirmationsScreen() {
  const t = useText()
  const may = useMay()
  const [queue, setQueue] = useKept<ConfirmationQueue | undefined>('confirmations.queue', undefined)
  const [text, setText] = useKept('confirmations.text', '')
  if (!may('confirmation.view')) return <NoPermission />
  const searched = text.trim()
  return (
    <>
      <PageHeader title={t('confirm.title')} actions={<Actions />} />
      <Search value={text} onValue={setText} />
      <List
        queue={searched ? undefined : queue}
        text={searched || undefined}
        onQueue={(next) => {
          setText('')
          setQueue(next)
        }}
      />
    </>
  )
}

function Actions() {
  const t = useText()
  const may = useMay()
  const sheet = useMutation(useDesk().confirmations.mailingSheet.mutationOptions({ onSuccess: takeFile }))
  return (
    <>
      <FailureNotice error={sheet.error} />
      {may('confirmation.work') && (
        <Button
          variant="default"
          leftSection={<IconMailbox size={18} aria-hidden />}
          loading={sheet.isPending}
          onClick={() => sheet.mutate(undefined)}
        >
          {t('confirm.mailing_sheet')}
        </Button>
      )}
      {may('confirmation.work') && <Letters />}
      <Button
        component={Link}
        to="/confirmations/cards"
        variant="default"
        leftSection={<IconId size={18} aria-hidden />}
      >
        {t('cards.title')}
      </Button>
      <Button
        component={Link}
        to="/confirmations/statistics"
        variant="default"
        leftSection={<IconChartBar size={18} aria-hidden />}
      >
        {t('confirm.to_statistics')}
      </Button>
      {may('confirmation.import') && (
        <Button component={Link} to="/confirmations/import" leftSection={<IconFileImport size={18} aria-hidden />}>
          {t('confirm.import')}
        </Button>
      )}
    </>
  )
}

function Search({ value, onValue }: { value: string; onValue: (text: string) => void }) {
  const t = useText()
  useKeys([
    {
      keys: 'f',
      label: 'confirm.key_search',
      where: 'here',
      run: () => document.querySelector<HTMLInputElement>('main input[type=search]')?.focus(),
    },
  ])
  return (
    <div className={css.search}>
      <TextField
        label={t('confirm.search')}
        help={t('confirm.search_help')}
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onValue('')
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          document.querySelector<HTMLElement>('main [data-row]')?.focus()
        }}
      />
    </div>
  )
}

interface ListProps {
  readonly queue: ConfirmationQueue | undefined
  readonly text: string | undefined
  readonly onQueue: (queue: ConfirmationQueue | undefined) => void
}

function List({ queue, text, onQueue }: ListProps) {
  const t = useText()
  const navigate = useNavigate()
  const columns = useColumns(queue !== undefined)
  const query = useInfiniteQuery(
    useDesk().confirmations.page.infiniteOptions({
      input: (after: string | undefined) => ({
        limit: 50,
        ...(queue ? { queue } : {}),
        ...(text ? { text } : {}),
        ...(after ? { after } : {}),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  )
  if (!query.data)
    return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
  const rows = query.data.pages.flatMap((page) => page.rows)
  const counts = query.data.pages[0]?.counts
  return (
    <div className={css.columns}>
      <Queues counts={counts} queue={queue} onQueue={onQueue} />
      <div>
        <FailureNotice error={query.error} />
        <DataTable
          label={t('confirm.list')}
          columns={columns}
          rows={rows}
          rowKey={({ confirmationId }) => confirmationId}
          onOpen={({ confirmationId }) =>
            void navigate({ to: '/confirmations/$confirmationId', params: { confirmationId } })
          }
          empty={
            <Empty
              icon={<IconCertificate aria-hidden />}
              title={t(queue || text ? 'confirm.none_here' : 'confirm.none')}
              next={queue || text ? undefined : t('confirm.none_next')}
            />
          }
        />
        {rows.length > 0 && (
          <p className={css.foot}>
            {t('confirm.shown', { count: rows.length })}{' '}
            {query.hasNextPage && (
              <Button
                size="compact-sm"
                variant="default"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('confirm.more')}
              </Button>
            )}
          </p>
        )}
      </div>
    </div>
  )
}

function Queues({
  counts,
  queue,
  onQueue,
}: Omit<ListProps, 'text'> & { counts: ConfirmationPage['counts'] | undefined }) {
  const { t, say } = useLanguage()
  return (
    <nav aria-label={t('confirm.queues')}>
      <ul className={css.queues}>
        <li>
          <button
            type="button"
            className={css.queue}
            aria-pressed={queue === undefined}
            onClick={() => onQueue(undefined)}
          >
            {t('confirm.everybody')}
          </button>
        </li>
        {confirmationQueues.map((each) => (
          <li key={each}>
            <button type="button" className={css.queue} aria-pressed={queue === each} onClick={() => onQueue(each)}>
              <span>{say(queueWords[each])}</span>
              <span className={css.count}>{counts?.[each] ?? 0}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function useColumns(queued: boolean): Column<ConfirmationRow>[] {
  const { t, say } = useLanguage()
  const since: Column<ConfirmationRow> = {
    key: 'since',
    header: t('confirm.since'),
    tight: true,
    cell: (row) => row.since ?? '–',
  }
  return [
    {
      key: 'name',
      header: t('confirm.name'),
      cell: (row) => (
        <span className={css.two}>
          <bdi>{row.name}</bdi>
          <span className={css.quiet}>{say(familyRoleWords[row.role])}</span>
        </span>
      ),
    },
    {
      key: 'number',
      header: t('confirm.numbers'),
      tight: true,
      cell: (row) => <Numbers {...row} />,
    },
    { key: 'birth', header: t('confirm.birth_date'), tight: true, cell: (row) => row.birthDate },
    { key: 'step', header: t('confirm.step'), tight: true, cell: (row) => <StepPill {...row} /> },
    { key: 'card', header: t('confirm.card_due'), tight: true, cell: (row) => row.cardDue ?? '–' },
    ...(queued ? [since] : []),
  ]
}
