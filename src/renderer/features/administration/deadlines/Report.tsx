import { Button, Group, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeadlineReport } from '../../../../shared/contract/views.ts'
import { takeFile } from '../../../app/delivery.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { type Column, DataTable } from '../../../components/DataTable.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { Empty, Loaded } from '../../../components/states.tsx'
import css from '../Administration.module.css'

type Row = DeadlineReport['rows'][number]
const numbers = ['met', 'late', 'missed', 'running', 'extended', 'ended'] as const

/** The month before last's end is what an audit asks for; this month can be looked at too. */
export function Report() {
  const { t, say, language } = useLanguage()
  const status = useStatus()
  const desk = useDesk()
  const [month, setMonth] = useState(status?.today.slice(0, 7) ?? '')
  const whole = /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
  const query = useQuery({
    ...desk.deadlines.report.queryOptions({ input: { month } }),
    enabled: whole,
    placeholderData: keepPreviousData,
  })
  const csv = useMutation(desk.deadlines.reportCsv.mutationOptions({ onSuccess: takeFile }))
  const columns: Column<Row>[] = [
    { key: 'what', header: t('deadline.col_what'), cell: ({ label }) => say(label) },
    ...numbers.map((name) => ({
      key: name,
      header: t(`deadline.col_${name}`),
      align: 'right' as const,
      tight: true,
      cell: (row: Row) => row[name],
    })),
  ]
  return (
    <section aria-label={t('deadline.report')}>
      <Group align="end" mb="md">
        <TextInput
          type="month"
          label={t('deadline.month')}
          value={month}
          max={status?.today.slice(0, 7)}
          onChange={(event) => setMonth(event.currentTarget.value)}
        />
        {!status?.kiosk && (
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            loading={csv.isPending}
            disabled={!whole}
            onClick={() => csv.mutate({ month, language })}
          >
            {t('deadline.csv')}
          </Button>
        )}
      </Group>
      <FailureNotice error={csv.error} />
      <Loaded query={query}>
        {({ rows }) => (
          <DataTable
            label={t('deadline.report')}
            columns={columns}
            rows={rows}
            rowKey={({ rule }) => rule}
            empty={<Empty title={t('deadline.none')} />}
          />
        )}
      </Loaded>
      <p className={css.shown}>{t('deadline.report_help')}</p>
    </section>
  )
}
