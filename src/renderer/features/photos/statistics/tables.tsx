import type { PhotoStatistics } from '../../../../shared/contract/views.ts'
import { codeLabel, reasonLabel } from '../../../../shared/photos/reason-texts.ts'
import { checkTitle } from '../../../../shared/photos/words.ts'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { useShare } from '../../../app/share.ts'
import { type Column, DataTable } from '../../../components/DataTable.tsx'
import { NumbersSection } from '../../../components/statistics/NumbersSection.tsx'

/** The statistics of photos as tables. */
interface Props {
  readonly view: PhotoStatistics
}

const right = { align: 'right', tight: true } as const

export function ReasonTable({ view }: Props) {
  const { t, say } = useLanguage()
  const share = useShare()
  const all = view.approved + view.returned
  type Row = PhotoStatistics['reasons'][number]
  const columns: Column<Row>[] = [
    { key: 'reason', header: t('photos.reason'), cell: ({ reason }) => say(reasonLabel[reason]) },
    { key: 'count', header: t('photos.count'), ...right, cell: ({ count }) => count },
    { key: 'share', header: t('photos.share'), ...right, cell: ({ count }) => share(count, view.returned) },
  ]
  const about = `${t('photos.stage_returned')} ${t('photos.of_decided', { n: view.returned, all })} (${share(view.returned, all)})`
  return (
    <NumbersSection title={t('photos.returned_by')} about={about}>
      <DataTable
        label={t('photos.returned_by')}
        columns={columns}
        rows={view.reasons}
        rowKey={({ reason }) => reason}
        empty={<p>{t('photos.none_returned')}</p>}
      />
    </NumbersSection>
  )
}

export function CodeTable({ view }: Props) {
  const { t, say } = useLanguage()
  type Row = PhotoStatistics['codes'][number]
  const rows = view.codes.filter(({ count }) => count > 0)
  const columns: Column<Row>[] = [
    { key: 'code', header: t('photos.by_code'), cell: ({ code }) => say(codeLabel(code)) },
    { key: 'count', header: t('photos.count'), ...right, cell: ({ count }) => count },
  ]
  if (rows.length === 0) return null
  return (
    <NumbersSection title={t('photos.by_code')}>
      <DataTable label={t('photos.by_code')} columns={columns} rows={rows} rowKey={({ code }) => code} />
    </NumbersSection>
  )
}

export function WaitingTable({ view: { waiting } }: Props) {
  const { t, language } = useLanguage()
  const zone = useStatus()?.office?.zone
  type Row = PhotoStatistics['waiting']['buckets'][number]
  const number = new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: 1 })
  const columns: Column<Row>[] = [
    {
      key: 'hours',
      header: t('photos.waited'),
      cell: ({ hours }) => (hours === null ? t('photos.beyond') : t('photos.within', { hours })),
    },
    { key: 'count', header: t('photos.count'), ...right, cell: ({ count }) => count },
  ]
  const mean = waiting.mean === null ? '–' : t('photos.hours', { n: number.format(waiting.mean) })
  const oldest = waiting.oldest && t('photos.oldest', { at: instantText(waiting.oldest, zone) })
  const about = [`${t('photos.waited_mean')} ${mean}`, oldest].filter(Boolean).join('. ')
  return (
    <NumbersSection title={t('photos.waited')} about={about}>
      <DataTable
        label={t('photos.waited')}
        columns={columns}
        rows={waiting.buckets}
        rowKey={({ hours }) => String(hours)}
      />
    </NumbersSection>
  )
}

export function AgreementTable({ view }: Props) {
  const { t, say } = useLanguage()
  const share = useShare()
  type Row = PhotoStatistics['checks'][number]
  const count = (key: 'agreed' | 'machineOnly' | 'officerOnly' | 'neither' | 'notAssessed', header: string) => ({
    key,
    header,
    ...right,
    cell: (row: Row) => row[key],
  })
  const columns: Column<Row>[] = [
    { key: 'check', header: t('photos.check'), cell: ({ check }) => say(checkTitle(check)) },
    count('agreed', t('photos.agreed')),
    count('machineOnly', t('photos.machine_only')),
    count('officerOnly', t('photos.officer_only')),
    count('neither', t('photos.neither')),
    count('notAssessed', t('photos.not_assessed')),
    {
      key: 'agreement',
      header: t('photos.agree'),
      ...right,
      cell: ({ agreement }) => (agreement === null ? '–' : share(agreement, 1)),
    },
  ]
  return (
    <NumbersSection title={t('photos.agreement')} about={t('photos.agreement_about')}>
      <DataTable
        label={t('photos.agreement')}
        columns={columns}
        rows={mostUnlike(view.checks)}
        rowKey={({ check }) => check}
      />
    </NumbersSection>
  )
}

/** Checks that say something, those on which machine and officers differ most often first. */
export const mostUnlike = (checks: PhotoStatistics['checks']): PhotoStatistics['checks'] =>
  checks
    .filter((row) => row.agreed + row.machineOnly + row.officerOnly + row.neither + row.notAssessed > 0)
    .sort((a, b) => (a.agreement ?? 1) - (b.agreement ?? 1))
