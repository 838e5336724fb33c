import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AttentionItem } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { Lacks } from '../shift/BriefIntakes.tsx'
import css from '../shift/Shift.module.css'

/** The queue of intakes that nobody touched for a day, with what each lacks. */
export function LeftIntakes({ items }: { items: readonly AttentionItem[] }) {
  const { t, say } = useLanguage()
  const zone = useStatus()?.office?.zone
  const mayTake = useMay()('claim.take')
  const take = useMutation(
    useDesk().shift.takeOver.mutationOptions({
      onSuccess: () => notifications.show({ message: t('attention.taken_over'), color: 'green.9' }),
    }),
  )
  const columns: Column<AttentionItem>[] = [
    {
      key: 'what',
      header: t('attention.what'),
      cell: ({ claimId, text }) =>
        claimId ? (
          <Link to="/claims/$claimId" params={{ claimId }}>
            {say(text)}
          </Link>
        ) : (
          say(text)
        ),
    },
    { key: 'lacks', header: t('shift.lacks'), cell: ({ lacks = [] }) => <Lacks steps={lacks} /> },
    {
      key: 'since',
      header: t('attention.since'),
      tight: true,
      cell: ({ since }) => (since ? instantText(since, zone) : '–'),
    },
    { key: 'owner', header: t('shift.owner'), tight: true, cell: ({ owner }) => owner ?? '–' },
    {
      key: 'act',
      header: t('attention.act'),
      tight: true,
      cell: ({ claimId, text }) =>
        claimId &&
        mayTake && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`${t('attention.take_over')} (${say(text)})`}
            onClick={() => take.mutate({ claimIds: [claimId] })}
          >
            {t('attention.take_over')}
          </Button>
        ),
    },
  ]
  return (
    <section className={css.apart}>
      <h2 className={css.title}>{t('attention.left_title')}</h2>
      <p className={css.quiet}>{t('attention.left_about')}</p>
      {take.error !== null && <FailureNotice error={take.error} />}
      <DataTable label={t('attention.left_title')} columns={columns} rows={items} rowKey={({ id }) => id} />
    </section>
  )
}
