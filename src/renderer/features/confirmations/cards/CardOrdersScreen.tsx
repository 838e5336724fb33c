import { Button } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { CardFileRow, CardUnderWay } from '../../../../shared/contract/views.ts'
import { contactReasonWords, stepWords } from '../../../../shared/domain/confirmation/words.ts'
import { takeFile } from '../../../app/delivery.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { groupClientId } from '../../../app/numbers.ts'
import { DataTable } from '../../../components/DataTable.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { PageHeader } from '../../../components/PageHeader.tsx'
import { StatePill } from '../../../components/StatePill.tsx'
import { Loaded, NoPermission } from '../../../components/states.tsx'
import css from '../Confirmations.module.css'
import { Answer } from './Answer.tsx'
import { CardPill } from './CardPill.tsx'
import { Due } from './Due.tsx'
import { Waiting } from './Waiting.tsx'

/** Cards from the order into the mail: who is ready, what is on its way, the files with the production facility. */
export function CardOrdersScreen() {
  const t = useText()
  const may = useMay()
  const query = useQuery({ ...useDesk().cards.orders.queryOptions(), enabled: may('confirmation.view') })
  if (!may('confirmation.view')) return <NoPermission />
  return (
    <>
      <PageHeader
        title={t('cards.title')}
        subtitle={t('cards.subtitle')}
        actions={
          <Button component={Link} to="/confirmations" variant="default">
            {t('cards.back')}
          </Button>
        }
      />
      <Loaded query={query}>
        {(orders) => (
          <div className={css.stack}>
            <Waiting orders={orders} />
            <UnderWay title={t('cards.under_way')} rows={orders.underWay} empty={t('cards.none_under_way')} />
            {orders.toCall.length > 0 && <UnderWay title={t('cards.to_call')} rows={orders.toCall} />}
            {may('card.order') && <Answer known={orders.facilityKnown} />}
            <Files rows={orders.files} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function UnderWay({ title, rows, empty }: { title: string; rows: readonly CardUnderWay[]; empty?: string }) {
  const t = useText()
  const navigate = useNavigate()
  return (
    <section>
      <h2>{title}</h2>
      <DataTable
        label={title}
        columns={[
          {
            key: 'name',
            header: t('confirm.name'),
            cell: (row) => (
              <span className={css.two}>
                <bdi>{row.name}</bdi>
                <span className={css.quiet}>{groupClientId(row.clientId)}</span>
              </span>
            ),
          },
          { key: 'state', header: t('cards.card_state'), tight: true, cell: ({ state }) => <CardPill state={state} /> },
          { key: 'on', header: t('cards.ordered_on'), tight: true, cell: ({ orderedOn }) => orderedOn ?? '–' },
          { key: 'due', header: t('cards.due'), tight: true, cell: (row) => <Due {...row} /> },
          { key: 'look', header: t('cards.look'), cell: (row) => <Look row={row} /> },
        ]}
        rows={rows}
        rowKey={({ confirmationId }) => confirmationId}
        onOpen={({ confirmationId }) =>
          void navigate({ to: '/confirmations/$confirmationId', params: { confirmationId } })
        }
        empty={<p className={css.none}>{empty}</p>}
      />
    </section>
  )
}

/** What makes somebody look at the card. */
function Look({ row }: { row: CardUnderWay }) {
  const { t, say } = useLanguage()
  return (
    <span className={css.two}>
      {row.held && <StatePill tone="attention">{t('cards.held_why', { why: row.held })}</StatePill>}
      {row.goesElsewhere && <StatePill tone="attention">{t('cards.elsewhere')}</StatePill>}
      {row.contact && (
        <StatePill tone="attention">
          {say(contactReasonWords[row.contact.why])} · {t('cards.attempts_made', { count: row.contact.attempts })}
        </StatePill>
      )}
    </span>
  )
}

function Files({ rows }: { rows: readonly CardFileRow[] }) {
  const { t, say } = useLanguage()
  const may = useMay()('card.order')
  const download = useMutation(useDesk().cards.file.mutationOptions({ onSuccess: takeFile }))
  return (
    <section>
      <h2>{t('cards.files')}</h2>
      <FailureNotice error={download.error} />
      <DataTable
        label={t('cards.files')}
        columns={[
          { key: 'kind', header: t('cards.file_kind'), cell: ({ kind }) => t(`cards.kind_${kind}`) },
          { key: 'on', header: t('cards.file_on'), tight: true, cell: ({ on }) => on },
          { key: 'rows', header: t('cards.rows'), tight: true, align: 'right', cell: (file) => file.rows },
          {
            key: 'taken',
            header: t('cards.verdict'),
            cell: ({ taken, refused, steps }) =>
              steps
                ? steps
                    .map(({ step, count }) => t('cards.step_count', { step: say(stepWords[step]), count }))
                    .join(' · ')
                : taken === undefined || refused === undefined
                  ? t('cards.to_send')
                  : `${t('cards.rows_taken', { count: taken })}, ${t('cards.rows_refused', { count: refused })}`,
          },
          ...(may
            ? [
                {
                  key: 'get',
                  header: t('cards.download'),
                  tight: true,
                  cell: (file: CardFileRow) => (
                    <Button
                      size="compact-sm"
                      variant="default"
                      leftSection={<IconFileDownload size={16} aria-hidden />}
                      aria-label={t('cards.download_of', { kind: t(`cards.kind_${file.kind}`), date: file.on })}
                      loading={download.isPending && download.variables.fileId === file.id}
                      onClick={() => download.mutate({ fileId: file.id })}
                    >
                      {t('cards.download')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<p className={css.none}>{t('cards.none_files')}</p>}
      />
    </section>
  )
}
