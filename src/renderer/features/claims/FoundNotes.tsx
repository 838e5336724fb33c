import { useDebouncedValue } from '@mantine/hooks'
import { IconNotesOff } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { FoundNote } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { groupSerial } from '../../app/numbers.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import css from './Claims.module.css'

/** Shorter words stand in every note. */
const fewest = 2

/** The notes that this officer reads in which the words stand, newest first; each leads to its claim. */
export function FoundNotes({ text: typed }: { text: string }) {
  const t = useText()
  const [text] = useDebouncedValue(typed, 300)
  const enough = [...text].length >= fewest
  const query = useQuery({
    ...useDesk().casework.findNotes.queryOptions({ input: { text: enough ? text : '--' } }),
    placeholderData: keepPreviousData,
    enabled: enough,
    staleTime: 0,
  })
  if (!enough) return <p className={css.foot}>{t('claims.notes_more')}</p>
  return <Loaded query={query}>{(notes) => <Notes notes={notes} />}</Loaded>
}

function Notes({ notes }: { notes: readonly FoundNote[] }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const navigate = useNavigate()
  // The notes of a claim stand above its timeline.
  const open = ({ claimId }: FoundNote) =>
    void navigate({ to: '/claims/$claimId/$tab', params: { claimId, tab: 'timeline' } })
  const columns: Column<FoundNote>[] = [
    {
      key: 'claim',
      header: t('claims.name'),
      cell: ({ name, applicationNumber }) => (
        <>
          <bdi>{name || t('claims.no_name')}</bdi>
          <span className={css.noteBy}>{groupSerial(applicationNumber)}</span>
        </>
      ),
    },
    { key: 'note', header: t('claims.note'), cell: ({ text }) => <span className={css.noteText}>{text}</span> },
    {
      key: 'by',
      header: t('claims.note_by'),
      tight: true,
      cell: ({ by, at }) => (
        <>
          {by}
          <span className={css.noteBy}>{instantText(at, zone)}</span>
        </>
      ),
    },
  ]
  return (
    <DataTable
      label={t('claims.notes_found')}
      columns={columns}
      rows={notes}
      rowKey={({ note }) => note}
      onOpen={open}
      empty={<Empty icon={<IconNotesOff aria-hidden />} title={t('claims.notes_none')} next={t('claims.notes_next')} />}
    />
  )
}
