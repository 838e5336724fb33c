import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StockSerialView, StockState, StockView } from '../../../shared/contract/views.ts'
import { stockStates } from '../../../shared/domain/vocabulary.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { groupSerial } from '../../app/numbers.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { Notice } from '../../components/Notice.tsx'
import { StatePill, type Tone } from '../../components/StatePill.tsx'
import { Empty, ErrorState, Loaded, Loading } from '../../components/states.tsx'
import css from './Administration.module.css'
import { EndDialog, RangeDialog } from './StockDialogs.tsx'

const tones: Readonly<Record<StockState, Tone>> = {
  in_office: 'neutral',
  checked_out: 'info',
  issued: 'good',
  spoiled: 'attention',
  lost: 'bad',
  returned: 'neutral',
}

/** The ledger of numbered sheets: where each one is and what became of it. */
export function Stock() {
  const query = useQuery(useDesk().stock.ledger.queryOptions())
  return <Loaded query={query}>{(stock) => <Ledger stock={stock} />}</Loaded>
}

function Ledger({ stock }: { stock: StockView }) {
  const t = useText()
  const [dialog, setDialog] = useState<'receive' | 'checkOut' | 'end'>()
  const close = () => setDialog(undefined)
  const received = stockStates.some((state) => stock.counts[state] > 0)
  return (
    <>
      {received && stock.ready.length < stock.warnAt && (
        <div className={css.notice}>
          <Notice tone="attention" title={t('stock.low', { count: stock.ready.length })} />
        </div>
      )}
      <div className={css.line}>
        <Counts stock={stock} />
        <LedgerActions onDialog={setDialog} />
      </div>
      {received ? (
        <Serials />
      ) : (
        <Empty icon={<IconPackage aria-hidden />} title={t('stock.none')} next={t('stock.none_next')} />
      )}
      <RangeDialog kind="receive" opened={dialog === 'receive'} onClose={close} />
      <RangeDialog kind="checkOut" opened={dialog === 'checkOut'} onClose={close} />
      <EndDialog opened={dialog === 'end'} onClose={close} ready={stock.ready} />
    </>
  )
}

function LedgerActions({ onDialog }: { onDialog: (dialog: 'receive' | 'checkOut' | 'end') => void }) {
  const t = useText()
  const mayDo = useMay()
  return (
    <Group gap="xs">
      {mayDo('stock.mark') && (
        <Button variant="default" onClick={() => onDialog('end')}>
          {t('stock.end')}
        </Button>
      )}
      {mayDo('stock.checkout') && (
        <Button variant="default" onClick={() => onDialog('checkOut')}>
          {t('stock.check_out')}
        </Button>
      )}
      {mayDo('stock.receive') && <Button onClick={() => onDialog('receive')}>{t('stock.receive')}</Button>}
    </Group>
  )
}

function Counts({ stock: { counts, ready } }: { stock: StockView }) {
  const t = useText()
  return (
    <dl className={css.counts}>
      {stockStates.map((state) => (
        <div key={state}>
          <dt>{t(`stock_state.${state}`)}</dt>
          <dd>{counts[state]}</dd>
        </div>
      ))}
      {ready[0] && (
        <div>
          <dt>{t('stock.next')}</dt>
          <dd>{groupSerial(ready[0])}</dd>
        </div>
      )}
    </dl>
  )
}

/** Sheets by serial, a page at a time. */
function Serials() {
  const t = useText()
  const [state, setState] = useState<StockState | 'all'>('all')
  return (
    <>
      <SegmentedControl
        mb="sm"
        aria-label={t('stock.filter')}
        value={state}
        onChange={(next) => setState(next)}
        data={[
          { value: 'all', label: t('stock.all') },
          ...stockStates.map((each) => ({ value: each, label: t(`stock_state.${each}`) })),
        ]}
      />
      <SerialPages state={state === 'all' ? undefined : state} />
    </>
  )
}

function SerialPages({ state }: { state: StockState | undefined }) {
  const t = useText()
  const query = useInfiniteQuery(
    useDesk().stock.page.infiniteOptions({
      input: (after: string | undefined) => ({ limit: 100, ...(state ? { state } : {}), ...(after ? { after } : {}) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  )
  const columns: Column<StockSerialView>[] = [
    { key: 'serial', header: t('stock.serial'), tight: true, cell: ({ serial }) => groupSerial(serial) },
    {
      key: 'state',
      header: t('stock.state'),
      tight: true,
      cell: (row) => <StatePill tone={tones[row.state]}>{t(`stock_state.${row.state}`)}</StatePill>,
    },
    { key: 'document', header: t('stock.document'), tight: true, cell: ({ document }) => document ?? '–' },
    { key: 'reason', header: t('stock.reason'), cell: ({ reason }) => reason ?? '–' },
  ]
  if (!query.data)
    return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
  const rows = query.data.pages.flatMap((page) => page.rows)
  return (
    <>
      <FailureNotice error={query.error} />
      <DataTable
        label={t('admin.stock')}
        columns={columns}
        rows={rows}
        rowKey={({ serial }) => serial}
        empty={<Empty title={t('common.nothing_found')} />}
      />
      {query.hasNextPage && (
        <Button variant="subtle" mt="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('stock.more')}
        </Button>
      )}
      <p className={css.shown} role="status">
        {t('stock.shown', { count: rows.length })}
      </p>
    </>
  )
}
