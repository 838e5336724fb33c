import { Button, Group, Progress, Select } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { ImportPreview } from '../../../shared/contract/views.ts'
import {
  type ImportColumn,
  type ImportMapping,
  importColumnNames,
  requiredColumns,
} from '../../../shared/domain/confirmation/import-columns.ts'
import type { RefusedRow } from '../../../shared/domain/confirmation/import-row.ts'
import { announce } from '../../app/announce.tsx'
import { takeFile } from '../../app/delivery.ts'
import { useClient, useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { NoPermission } from '../../components/states.tsx'
import css from './Confirmations.module.css'

/** Rows a call: short enough to stop between two, long enough to be quick. */
const atOnce = 500

/** A file of approved applications: what is in it, what would be refused, then the rows themselves. */
export function ImportScreen() {
  const t = useText()
  const [file, setFile] = useState<File>()
  const preview = useMutation(useDesk().confirmations.previewImport.mutationOptions())
  if (!useMay()('confirmation.import')) return <NoPermission />
  const choose = (chosen: File) => {
    setFile(chosen)
    preview.mutate({ file: chosen })
  }
  return (
    <>
      <PageHeader title={t('confirm.import_title')} subtitle={t('confirm.import_subtitle')} />
      <FileDrop
        label={t('confirm.import_drop')}
        help={t('confirm.import_help')}
        accept=".csv,.json,text/csv,application/json"
        pending={preview.isPending}
        onFile={choose}
      />
      <FailureNotice error={preview.error} />
      {file && preview.data && (
        <Previewed
          key={`${file.name} ${file.lastModified}`}
          file={file}
          preview={preview.data}
          onMapping={(mapping) => preview.mutate({ file, mapping })}
        />
      )}
    </>
  )
}

interface PreviewedProps {
  readonly file: File
  readonly preview: ImportPreview
  readonly onMapping: (mapping: ImportMapping) => void
}

function Previewed({ file, preview, onMapping }: PreviewedProps) {
  const t = useText()
  const run = useImport(file, preview.mapping)
  const ready = preview.missing.length === 0 && preview.doubled.length === 0
  const refused = run.state ? run.state.refused : preview.refused
  return (
    <section aria-label={t('confirm.import_preview')}>
      {!run.state && <Mapping preview={preview} onMapping={onMapping} />}
      {!ready && (
        <Notice tone="attention" title={t('confirm.import_columns_missing')}>
          {[...preview.missing, ...preview.doubled].map((column) => t(`confirm.column_${column}`)).join(', ')}
        </Notice>
      )}
      {ready && !run.state && (
        <Notice
          tone={preview.refusedInAll > 0 ? 'attention' : 'good'}
          title={t('confirm.import_good', { count: preview.good })}
        >
          {preview.refusedInAll > 0 && t('confirm.import_refused', { count: preview.refusedInAll })}
        </Notice>
      )}
      {run.state && <Running run={run} />}
      <FailureNotice error={run.error} />
      <Group my="md">
        {!run.state && (
          <Button disabled={!ready || preview.good === 0} onClick={run.start}>
            {t('confirm.import_start', { count: preview.good })}
          </Button>
        )}
        {run.state && !run.done && (
          <Button variant="default" onClick={run.stop}>
            {t('confirm.import_stop')}
          </Button>
        )}
        {refused.length > 0 && (
          <Button variant="default" onClick={() => takeFile(report(refused, t))}>
            {t('confirm.import_report')}
          </Button>
        )}
        {run.done && <Link to="/confirmations">{t('confirm.import_to_list')}</Link>}
      </Group>
      {refused.length > 0 && <Refused rows={refused.slice(0, 200)} />}
    </section>
  )
}

function Mapping({ preview, onMapping }: Omit<PreviewedProps, 'file'>) {
  const t = useText()
  const set = (column: ImportColumn, at: string | null) => {
    const { [column]: _before, ...rest } = preview.mapping
    onMapping(at === null ? rest : { ...rest, [column]: Number(at) })
  }
  const options = preview.headers.map((header, at) => ({ value: String(at), label: header || `${at + 1}` }))
  return (
    <details open={preview.missing.length > 0 || preview.doubled.length > 0}>
      <summary>{t('confirm.import_mapping')}</summary>
      <div className={css.mapping}>
        {importColumnNames.map((column) => (
          <Select
            key={column}
            label={t(`confirm.column_${column}`)}
            description={preview.sample[0]?.values[column]}
            withAsterisk={requiredColumns.includes(column)}
            clearable
            searchable
            data={options}
            value={preview.mapping[column] === undefined ? null : String(preview.mapping[column])}
            onChange={(at) => set(column, at)}
            clearButtonProps={{ 'aria-label': t('confirm.import_unmap') }}
          />
        ))}
      </div>
    </details>
  )
}

type Run = ReturnType<typeof useImport>

function Running({ run: { state, done } }: { run: Run }) {
  const t = useText()
  if (!state) return null
  const share = state.rows === 0 ? 100 : Math.round((100 * state.done) / state.rows)
  return (
    <>
      <Progress value={share} aria-label={t('confirm.import_progress')} my="sm" />
      <Notice
        tone={done ? 'good' : 'info'}
        {...(done ? { icon: IconCircleCheck } : {})}
        title={t('confirm.import_taken', { count: state.taken })}
      >
        {t('confirm.import_done_of', { done: state.done, rows: state.rows, refused: state.refused.length })}
      </Notice>
    </>
  )
}

interface ImportState {
  readonly taken: number
  readonly refused: readonly RefusedRow[]
  readonly done: number
  readonly rows: number
}

/** Goes through the file part by part. Stopped, or broken off, it begins anew without taking anybody in twice. */
function useImport(file: File, mapping: ImportMapping) {
  const t = useText()
  const client = useClient()
  const stopped = useRef(false)
  const [state, setState] = useState<ImportState>()
  const [error, setError] = useState<unknown>()
  const [ended, setEnded] = useState(false)
  const go = async () => {
    let now: ImportState = { taken: 0, refused: [], done: 0, rows: 1 }
    while (!stopped.current && now.done < now.rows) {
      const step = await client.confirmations.importRows({ file, mapping, from: now.done, count: atOnce })
      now = {
        taken: now.taken + step.taken,
        refused: [...now.refused, ...step.refused],
        done: step.done,
        rows: step.rows,
      }
      setState(now)
    }
    announce(t('confirm.import_taken', { count: now.taken }))
    setEnded(true)
  }
  const start = () => {
    stopped.current = false
    setError(undefined)
    setState({ taken: 0, refused: [], done: 0, rows: 1 })
    go().catch((thrown: unknown) => {
      setError(thrown)
      setEnded(true)
    })
  }
  const stop = () => {
    stopped.current = true
  }
  return { state, error, done: ended, start, stop }
}

function Refused({ rows }: { rows: readonly RefusedRow[] }) {
  const t = useText()
  return (
    <DataTable
      label={t('confirm.import_refused_list')}
      columns={[
        { key: 'row', header: t('confirm.import_row'), tight: true, align: 'right', cell: ({ row }) => row },
        {
          key: 'column',
          header: t('confirm.import_column'),
          cell: ({ column }) => column && t(`confirm.column_${column}`),
        },
        { key: 'why', header: t('confirm.import_why'), cell: ({ why }) => t(`confirm.refused_${why}`) },
        {
          key: 'existing',
          header: t('confirm.import_existing'),
          cell: ({ existing }) =>
            existing && (
              <Link to="/confirmations/$confirmationId" params={{ confirmationId: existing }}>
                {t('confirm.import_show')}
              </Link>
            ),
        },
      ]}
      rows={rows}
      rowKey={({ row }) => String(row)}
    />
  )
}

/** The refused rows for whoever made the file: rows, columns and reasons, no values. */
function report(rows: readonly RefusedRow[], t: ReturnType<typeof useText>): File {
  const lines = rows.map(({ row, column, why }) =>
    [row, column ? t(`confirm.column_${column}`) : '', t(`confirm.refused_${why}`)]
      .map((cell) => `"${cell}"`)
      .join(','),
  )
  const header = [t('confirm.import_row'), t('confirm.import_column'), t('confirm.import_why')]
  return new File([`\ufeff${[header.join(','), ...lines].join('\r\n')}\r\n`], 'refused.csv', { type: 'text/csv' })
}
