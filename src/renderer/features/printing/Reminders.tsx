import { Button, Progress } from '@mantine/core'
import { IconMail, IconPlayerPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import css from './Printing.module.css'
import { useLetters } from './use-letters.ts'

/** So many are named; the others are counted. */
const shown = 10

/** Reminders of limits for people without an account at the portal: one press makes all of the day's letters, noted as posted, and hands over their file. */
export function Reminders() {
  const { t, say } = useLanguage()
  const may = useMay()('message.send')
  const desk = useDesk()
  const due = useQuery({ ...desk.printQueue.lettersDue.queryOptions(), enabled: may })
  const { round, running, error, start, pause } = useLetters()
  if (!may || !due.data) return null
  const letters = due.data
  const { made = 0, refused = [], all = 0, inFile = 0 } = round ?? {}
  const said = running
    ? t('printing.reminders_making', { done: made + refused.length, all })
    : round && t('printing.reminders_made', { made: inFile, refused: refused.length })
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
        {running ? (
          <Button leftSection={<IconPlayerPause size={18} aria-hidden />} onClick={pause}>
            {t('printing.reminders_pause')}
          </Button>
        ) : (
          (letters.length > 0 || inFile > 0) && (
            <Button leftSection={<IconMail size={18} aria-hidden />} onClick={() => start(letters.length)}>
              {t('printing.reminders_make')}
            </Button>
          )
        )}
        <p role="status">{said}</p>
      </div>
      {running && all > 0 && (
        <Progress
          value={(100 * (made + refused.length)) / all}
          aria-label={t('printing.reminders')}
          transitionDuration={0}
        />
      )}
      <FailureNotice error={error} />
      {refused.map(({ claimId, name, failure }) => (
        <div key={claimId}>
          <strong>{t('printing.reminder_refused', { name })}</strong>
          <FailureNotice failure={failure} />
        </div>
      ))}
    </section>
  )
}
