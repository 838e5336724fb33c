import { Button, Checkbox } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconId } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CardCandidate, CardOrders } from '../../../../shared/contract/views.ts'
import { refusalInWords } from '../../../../shared/domain/confirmation/words.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { type Column, DataTable } from '../../../components/DataTable.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { StatePill } from '../../../components/StatePill.tsx'
import { Empty } from '../../../components/states.tsx'
import css from '../Confirmations.module.css'
import { Numbers } from '../Numbers.tsx'
import { Due } from './Due.tsx'

const ready = ({ missing }: CardCandidate) => missing.length === 0

/** Who waits for a card. Everybody of whom nothing is missing is chosen until the officer takes somebody out. */
export function Waiting({ orders }: { orders: CardOrders }) {
  const t = useText()
  const may = useMay()('card.order')
  const [left, setLeft] = useState<readonly string[]>([])
  const [asked, setAsked] = useState(false)
  const order = useOrder(() => setAsked(false))
  const able = orders.toOrder.filter(ready)
  const chosen = able.filter(({ confirmationId }) => !left.includes(confirmationId))
  const ask = () => chosen.length > 0 && setAsked(true)
  useKeys(may ? [{ keys: 'ctrl+Enter', label: 'cards.order_title', run: ask }] : [])
  const toggle = (id: string) => setLeft(left.includes(id) ? left.filter((each) => each !== id) : [...left, id])
  const choice: Column<CardCandidate> = {
    key: 'choose',
    header: t('cards.chosen'),
    tight: true,
    cell: (row) => (
      <Checkbox
        aria-label={t('cards.choose', { name: nameOf(row) })}
        disabled={!ready(row)}
        checked={ready(row) && !left.includes(row.confirmationId)}
        onChange={() => toggle(row.confirmationId)}
      />
    ),
  }
  const columns = useColumns()
  return (
    <section>
      <h2>{t('cards.waiting')}</h2>
      {may && able.length > 0 && (
        <div className={css.bar}>
          <Checkbox
            label={t('cards.choose_all')}
            checked={chosen.length === able.length}
            indeterminate={chosen.length > 0 && chosen.length < able.length}
            onChange={() =>
              setLeft(chosen.length === able.length ? able.map(({ confirmationId }) => confirmationId) : [])
            }
          />
          <Button disabled={chosen.length === 0} rightSection={<KeyHint keys="ctrl+Enter" />} onClick={ask}>
            {t('cards.order', { count: chosen.length })}
          </Button>
        </div>
      )}
      <DataTable
        label={t('cards.waiting')}
        columns={may ? [choice, ...columns] : columns}
        rows={orders.toOrder}
        rowKey={({ confirmationId }) => confirmationId}
        empty={
          <Empty icon={<IconId aria-hidden />} title={t('cards.none_waiting')} next={t('cards.none_waiting_next')} />
        }
      />
      {orders.more && <p className={css.foot}>{t('cards.more')}</p>}
      <ConfirmDialog
        opened={asked}
        onClose={() => {
          setAsked(false)
          order.reset()
        }}
        title={t('cards.order_title')}
        body={t('cards.order_body')}
        confirmLabel={t('cards.order', { count: chosen.length })}
        pending={order.isPending}
        error={order.error}
        onConfirm={() => order.mutate({ confirmationIds: chosen.map(({ confirmationId }) => confirmationId) })}
      />
    </section>
  )
}

function useOrder(onDone: () => void) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  return useMutation(
    desk.cards.order.mutationOptions({
      onSuccess: ({ orders }, { confirmationIds }) => {
        onDone()
        queries.setQueryData(desk.cards.orders.queryKey(), orders)
        notifications.show({ message: t('cards.ordered', { count: confirmationIds.length }), color: 'green.9' })
      },
    }),
  )
}

const nameOf = ({ familyName, givenNames }: CardCandidate) => [familyName, givenNames].filter(Boolean).join(', ')

function useColumns(): Column<CardCandidate>[] {
  const { t, say } = useLanguage()
  return [
    {
      key: 'name',
      header: t('cards.name_on_card'),
      cell: (row) => (
        <span className={css.two}>
          <Link to="/confirmations/$confirmationId" params={{ confirmationId: row.confirmationId }}>
            <bdi>{nameOf(row)}</bdi>
          </Link>
          {row.cut && <span className={css.quiet}>{t('cards.cut')}</span>}
          {row.refusal && (
            <span className={css.quiet}>{t('cards.refused_before', { why: say(refusalInWords(row.refusal)) })}</span>
          )}
        </span>
      ),
    },
    {
      key: 'number',
      header: t('confirm.numbers'),
      tight: true,
      cell: (row) => <Numbers {...row} />,
    },
    { key: 'due', header: t('cards.due'), tight: true, cell: (row) => <Due {...row} /> },
    {
      key: 'missing',
      header: t('cards.missing'),
      cell: (row) =>
        ready(row) ? (
          '–'
        ) : (
          <StatePill tone="attention">{row.missing.map((need) => t(`cards.need_${need}`)).join(', ')}</StatePill>
        ),
    },
  ]
}
