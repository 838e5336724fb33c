import { Button, Group } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AttentionItem } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { StatePill, type Tone } from '../../components/StatePill.tsx'
import { Empty, Loaded, NoPermission } from '../../components/states.tsx'
import { WaitingMessages } from '../messages/WaitingMessages.tsx'
import { AnswerDoubt } from './AnswerDoubt.tsx'
import { LeftIntakes } from './LeftIntakes.tsx'

const tones: Readonly<Record<AttentionItem['kind'], Tone>> = {
  conflict: 'bad',
  deadline_overdue: 'bad',
  unfinished_print: 'attention',
  spoiled_not_replaced: 'attention',
  intake_waiting: 'info',
  decision_waiting: 'attention',
  settled_otherwise: 'bad',
  paper_in_doubt: 'bad',
  file_missing: 'attention',
  known_elsewhere: 'bad',
  warning: 'attention',
}

/** Everything that waits for a person, each with the way to what resolves it. */
export function AttentionScreen() {
  const { t } = useLanguage()
  const open = useMay()('today.view')
  const query = useQuery({ ...useDesk().attention.queryOptions(), enabled: open })
  if (!open) return <NoPermission />
  return (
    <>
      <PageHeader title={t('attention.title')} />
      <Loaded query={query}>{(items) => <Queues items={items} />}</Loaded>
      <WaitingMessages />
    </>
  )
}

/** What was left half done has a queue of its own, so that it neither hides nor is hidden. */
function Queues({ items }: { items: readonly AttentionItem[] }) {
  const left = items.filter(({ kind }) => kind === 'intake_waiting')
  const rest = items.filter(({ kind }) => kind !== 'intake_waiting')
  return (
    <>
      {(rest.length > 0 || left.length === 0) && <Items items={rest} />}
      {left.length > 0 && <LeftIntakes items={left} />}
    </>
  )
}

function Items({ items }: { items: readonly AttentionItem[] }) {
  const { t, say } = useLanguage()
  const zone = useStatus()?.office?.zone
  const columns: Column<AttentionItem>[] = [
    {
      key: 'kind',
      header: t('attention.kind'),
      tight: true,
      cell: ({ kind }) => <StatePill tone={tones[kind]}>{t(`attention.${kind}`)}</StatePill>,
    },
    { key: 'person', header: t('claims.name'), cell: ({ person }) => <bdi>{person ?? t('claims.no_name')}</bdi> },
    { key: 'what', header: t('attention.what'), cell: ({ text }) => say(text) },
    {
      key: 'since',
      header: t('attention.since'),
      tight: true,
      cell: ({ since }) => (since ? whenText(since, zone) : '–'),
    },
    { key: 'act', header: t('attention.act'), tight: true, cell: (item) => <Way item={item} /> },
  ]
  return (
    <DataTable
      label={t('attention.title')}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      empty={
        <Empty icon={<IconCircleCheck aria-hidden />} title={t('attention.none')} next={t('attention.none_next')} />
      }
    />
  )
}

/** A day as it is, an instant in the office's time. */
const whenText = (since: string, zone: string | undefined) => (since.length > 10 ? instantText(since, zone) : since)

function Way({ item }: { item: AttentionItem }) {
  if (item.paper)
    return (
      <Group gap="xs" wrap="nowrap">
        <Open item={item} />
        <AnswerDoubt item={item} paper={item.paper} />
      </Group>
    )
  if (item.event === undefined) return <Open item={item} />
  return (
    <Group gap="xs" wrap="nowrap">
      <Open item={item} />
      <Seen event={item.event} />
    </Group>
  )
}

function Seen({ event }: { event: string }) {
  const { t } = useLanguage()
  const desk = useDesk()
  const queries = useQueryClient()
  const seen = useMutation(
    desk.sync.seen.mutationOptions({ onSettled: () => queries.invalidateQueries({ queryKey: desk.attention.key() }) }),
  )
  return (
    <>
      <Button size="xs" variant="default" loading={seen.isPending} onClick={() => seen.mutate({ event })}>
        {t('attention.seen')}
      </Button>
      <FailureNotice error={seen.error} />
    </>
  )
}

function Open({ item: { claimId, step } }: { item: AttentionItem }) {
  const { t } = useLanguage()
  if (!claimId) return null
  return step ? (
    <Link to="/claims/$claimId/intake/$step" params={{ claimId, step }}>
      {t('attention.open_claim')}
    </Link>
  ) : (
    <Link to="/claims/$claimId" params={{ claimId }}>
      {t('attention.open_claim')}
    </Link>
  )
}
