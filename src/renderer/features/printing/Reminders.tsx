import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { takeFile } from '../../app/delivery.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import css from './Printing.module.css'

/** So many are named; the others are counted. */
const shown = 10

/** Reminders of limits for people without an account at the portal: a day's letters in one file, noted as posted. */
export function Reminders() {
  const { t, say } = useLanguage()
  const may = useMay()('message.send')
  const desk = useDesk()
  const queries = useQueryClient()
  const due = useQuery({ ...desk.printQueue.lettersDue.queryOptions(), enabled: may })
  const post = useMutation(
    desk.printQueue.postLetters.mutationOptions({
      onSuccess: ({ file }) => {
        if (file) takeFile(file)
        return queries.invalidateQueries({ queryKey: desk.printQueue.lettersDue.queryKey() })
      },
    }),
  )
  if (!may || !due.data) return null
  const letters = due.data
  const { count = 0, refused = [] } = post.data ?? {}
  return (
    <section aria-label={t('printing.reminders')}>
      <h2 className={css.heading}>{t('printing.reminders')}</h2>
      <p className={css.quiet}>{t(letters.length === 0 ? 'printing.reminders_none' : 'printing.reminders_about')}</p>
      {letters.length > 0 && (
        <ul>
          {letters.slice(0, shown).map(({ claimId, rule, what, due: day, passed, familyName, givenNames }) => (
            <li key={`${claimId} ${rule}`}>
              <Link to="/claims/$claimId/$tab" params={{ claimId, tab: 'messages' }}>
                <bdi>{[familyName, givenNames].filter(Boolean).join(', ') || t('claims.no_name')}</bdi>
              </Link>{' '}
              {t(passed ? 'printing.reminder_passed' : 'printing.reminder_due', { what: say(what), date: day })}
            </li>
          ))}
          {letters.length > shown && <li>{t('printing.reminders_more', { count: letters.length - shown })}</li>}
        </ul>
      )}
      <div className={css.actions}>
        {(letters.length > 0 || count > 0) && (
          <Button
            leftSection={<IconMail size={18} aria-hidden />}
            loading={post.isPending}
            onClick={() => post.mutate(undefined)}
          >
            {t('printing.reminders_make')}
          </Button>
        )}
        <p role="status">{post.data && t('printing.reminders_made', { made: count, refused: refused.length })}</p>
      </div>
      <FailureNotice error={post.error} />
      {refused.map(({ claimId, name, failure }) => (
        <div key={claimId}>
          <strong>{t('printing.reminder_refused', { name })}</strong>
          <FailureNotice failure={failure} />
        </div>
      ))}
    </section>
  )
}
