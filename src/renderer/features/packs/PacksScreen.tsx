import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { PackRow } from '../../../shared/contract/views.ts'
import { groupPackNumber } from '../../../shared/domain/paper-pack.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { groupSerial } from '../../app/numbers.ts'
import { useScanTarget } from '../../app/reader/targets.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextField } from '../../components/fields.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Empty, Loaded, NoPermission } from '../../components/states.tsx'
import { useChannels } from '../claims/use-open-claim.ts'
import css from './Packs.module.css'
import { PrintPacks } from './PrintPacks.tsx'

/** Paper packs: taken in by their number, printed ahead, and which became which claim. */
export function PacksScreen() {
  const t = useText()
  const open = useMay()('pack.print')
  const query = useQuery({ ...useDesk().paperPacks.list.queryOptions(), enabled: open })
  if (!open) return <NoPermission />
  return (
    <>
      <PageHeader title={t('packs.title')} subtitle={t('packs.about')} />
      <div className={css.forms}>
        <TakePack />
        <PrintPacks />
      </div>
      <Loaded query={query}>{(rows) => <Packs rows={rows} />}</Loaded>
    </>
  )
}

function TakePack() {
  const t = useText()
  const [text, setText] = useState('')
  const { take, error, pending } = useTakePack()
  useScanTarget('number', (scan) => take(scan.text), { level: 'screen' })
  useScanTarget('text', (scan) => take(scan.text), { level: 'screen' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) take(text)
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <h2 className={css.title}>{t('packs.take_title')}</h2>
      <TextField
        label={t('packs.number')}
        help={t('packs.number_help')}
        value={text}
        maxLength={40}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error !== null && <FailureNotice error={error} />}
      <Button type="submit" loading={pending}>
        {t('packs.take')}
      </Button>
    </form>
  )
}

/** Opens the claim of a pack, and says where it comes from. */
function useTakePack() {
  const t = useText()
  const navigate = useNavigate()
  const [channel] = useChannels()
  const taking = useMutation(
    useDesk().paperPacks.take.mutationOptions({
      onSuccess: ({ claimId, opened, foreign }) => {
        const message = t(opened ? 'packs.taken_new' : 'packs.taken_before')
        notifications.show({ message: foreign ? `${message}. ${t('packs.foreign')}.` : message, color: 'green.9' })
        void navigate({ to: '/claims/$claimId/intake/$step', params: { claimId, step: 'identity' } })
      },
    }),
  )
  const take = (text: string) => {
    if (!taking.isPending) taking.mutate({ text: text.slice(0, 500), channel })
  }
  return { take, error: taking.error, pending: taking.isPending }
}

function Packs({ rows }: { rows: readonly PackRow[] }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const columns: Column<PackRow>[] = [
    { key: 'number', header: t('packs.number'), cell: ({ number }) => groupPackNumber(number) },
    { key: 'printed', header: t('packs.printed_at'), tight: true, cell: (row) => instantText(row.printedAt, zone) },
    {
      key: 'claim',
      header: t('packs.claim'),
      cell: ({ claimId, applicationNumber }) =>
        claimId ? (
          <Link to="/claims/$claimId" params={{ claimId }}>
            {applicationNumber && groupSerial(applicationNumber)}
          </Link>
        ) : (
          <span className={css.quiet}>{t('packs.unused')}</span>
        ),
    },
  ]
  return (
    <section>
      <h2 className={css.title}>{t('packs.list')}</h2>
      <DataTable
        label={t('packs.list')}
        columns={columns}
        rows={rows}
        rowKey={({ number }) => number}
        empty={<Empty title={t('packs.none')} next={t('packs.none_next')} />}
      />
    </section>
  )
}
