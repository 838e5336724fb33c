import { IconPhotoCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { PhotoRow } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import { SuggestionPill } from '../photos/SuggestionPill.tsx'
import css from './Today.module.css'

/** Photos that wait to be reviewed, in their turn: how many, and the first of them. */
export function Photos() {
  const t = useText()
  const navigate = useNavigate()
  const zone = useStatus()?.office?.zone
  const query = useQuery(
    useDesk().photoReview.queue.queryOptions({ input: { stage: 'waiting', again: false, mine: false, limit: 10 } }),
  )
  const columns: Column<PhotoRow>[] = [
    {
      key: 'since',
      header: t('today.sent'),
      tight: true,
      cell: ({ submittedAt }) => instantText(submittedAt, zone),
    },
    { key: 'name', header: t('today.name'), cell: ({ name, applicationNumber }) => name || applicationNumber },
    {
      key: 'suggestion',
      header: t('today.suggestion'),
      tight: true,
      cell: ({ suggestion }) => <SuggestionPill suggestion={suggestion} />,
    },
  ]
  return (
    <section>
      <h2 className={css.heading}>{t('today.photos')}</h2>
      <Loaded query={query}>
        {({ rows, counts }) => (
          <>
            <p className={css.quiet}>{t('today.photos_summary', { waiting: counts.waiting, again: counts.again })}</p>
            <DataTable
              label={t('today.photos')}
              columns={columns}
              rows={rows}
              rowKey={({ photoId }) => photoId}
              onOpen={({ photoId }) => void navigate({ to: '/photos/{-$photoId}', params: { photoId } })}
              empty={<Empty icon={<IconPhotoCheck aria-hidden />} title={t('today.photos_none')} />}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}
