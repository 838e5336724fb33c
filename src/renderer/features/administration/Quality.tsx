import { Button, Radio, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { SampledDecision } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { groupSerial } from '../../app/numbers.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import css from './Administration.module.css'

/** Decisions of the random sample, for supervisors: those that nobody looked at first. */
export function Quality() {
  const t = useText()
  const query = useQuery(useDesk().review.samples.queryOptions())
  const [judging, setJudging] = useState<SampledDecision>()
  const zone = useStatus()?.office?.zone
  const columns: Column<SampledDecision>[] = [
    {
      key: 'claim',
      header: t('quality.claim'),
      cell: ({ claimId, name, applicationNumber }) => (
        <Link to="/claims/$claimId" params={{ claimId }}>
          <bdi>{name || t('claims.no_name')}</bdi> {groupSerial(applicationNumber)}
        </Link>
      ),
    },
    {
      key: 'decided',
      header: t('quality.decided'),
      cell: ({ outcome, decidedAt, decidedBy }) =>
        [
          t(`elig.outcome_${outcome as 'referred'}`),
          instantText(new Date(decidedAt).toISOString(), zone),
          decidedBy,
        ].join(', '),
    },
    {
      key: 'verdict',
      header: t('quality.verdict'),
      cell: (row) =>
        row.reviewed ? (
          `${t(`quality.${row.reviewed.verdict}`)}, ${row.reviewed.by}, ${row.reviewed.on}. ${row.reviewed.note}`
        ) : (
          <Button size="compact-sm" variant="default" onClick={() => setJudging(row)}>
            {t('quality.judge')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <p className={css.quiet}>{t('quality.about')}</p>
      <Loaded query={query}>
        {(rows) => (
          <DataTable
            label={t('admin.quality')}
            columns={columns}
            rows={rows}
            rowKey={({ claimId, decidedAt }) => `${claimId}${decidedAt}`}
            empty={<Empty title={t('quality.none')} />}
          />
        )}
      </Loaded>
      {judging && <Judge decision={judging} onClose={() => setJudging(undefined)} />}
    </>
  )
}

function Judge({ decision, onClose }: { decision: SampledDecision; onClose: () => void }) {
  const t = useText()
  const desk = useDesk()
  const queries = useQueryClient()
  const [verdict, setVerdict] = useState<'sound' | 'to_correct'>('sound')
  const judge = useMutation(
    desk.review.judgeSample.mutationOptions({
      onSuccess: (rows) => {
        queries.setQueryData(desk.review.samples.queryKey(), rows)
        onClose()
      },
    }),
  )
  const { claimId, decidedAt, name } = decision
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('quality.judge')}
      body={
        <Stack gap="sm">
          <Text fw={650}>{name}</Text>
          <Radio.Group
            label={t('quality.verdict')}
            value={verdict}
            onChange={(value) => setVerdict(value === 'sound' ? 'sound' : 'to_correct')}
          >
            <Stack gap="xs" mt={4}>
              {(['sound', 'to_correct'] as const).map((each) => (
                <Radio key={each} value={each} label={t(`quality.${each}`)} />
              ))}
            </Stack>
          </Radio.Group>
        </Stack>
      }
      confirmLabel={t('overview.met_do')}
      withReason
      pending={judge.isPending}
      error={judge.error}
      onConfirm={(note) => judge.mutate({ claimId, decidedAt, verdict, note })}
    />
  )
}
