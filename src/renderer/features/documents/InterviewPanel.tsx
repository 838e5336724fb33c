import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SlotView } from '../../../shared/contract/views.ts'
import { withWeekday } from '../../app/dates.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { DateField } from '../../components/DateField.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActPanel } from '../claims/acts/ActPanel.tsx'
import { useClaim } from '../claims/claim.tsx'
import { RowText } from '../claims/steps/RowText.tsx'
import { spanText } from '../interviews/slot-words.tsx'
import css from './Documents.module.css'

/** How long an interview is planned for, unless the officer says otherwise. */
const usualMinutes = 90

/** The eligibility interview: as the calendar has it, else as it is written down here. Letters go by the one that is shown. */
export function Interview() {
  const { claimId } = useClaim()
  const may = useMay()('interview.view')
  const about = { kind: 'claim', id: claimId } as const
  const query = useQuery({ ...useDesk().appointments.of.queryOptions({ input: { about } }), enabled: may })
  if (may && query.isPending) return null
  const booked = query.data?.find(({ kind, state }) => kind === 'eligibility_interview' && state === 'booked')
  return booked?.slot ? <Booked slot={booked.slot} /> : <InterviewPanel />
}

function Booked({ slot }: { slot: SlotView }) {
  const { t, language } = useLanguage()
  const when = `${withWeekday(slot.date, language)}, ${spanText(slot)}`
  return (
    <section aria-label={t('field.interview')}>
      <h3 className={css.heading}>{t('field.interview')}</h3>
      <p>
        {t('interview.booked', { when, place: slot.place ?? '–' })}{' '}
        <Link to="/interviews/calendar">{t('interview.in_calendar')}</Link>
      </p>
    </section>
  )
}

/** Day, time and place of the eligibility interview: set as a whole, changed or set aside with a reason. */
function InterviewPanel() {
  const t = useText()
  return (
    <ActPanel
      name="interview"
      help={t('interview.help')}
      recordLabel={t('interview.record')}
      blank={{ minutes: usualMinutes }}
    >
      {({ form, disabled, set, keep }) => (
        <>
          <DateField
            label={t('interview.date')}
            value={form.date}
            disabled={disabled}
            onValue={(date) => set({ date })}
          />
          <TextField
            label={t('interview.time')}
            help={t('interview.time_help')}
            maxLength={5}
            inputMode="numeric"
            autoComplete="off"
            disabled={disabled}
            value={form.time ?? ''}
            onChange={(event) => set({ time: event.currentTarget.value })}
          />
          <TextField
            label={t('interview.minutes')}
            maxLength={3}
            inputMode="numeric"
            autoComplete="off"
            disabled={disabled}
            value={form.minutes === undefined ? '' : String(form.minutes)}
            onChange={(event) => set({ minutes: wholeNumber(event.currentTarget.value) })}
          />
          <RowText
            label={t('interview.place')}
            value={form.place}
            maxLength={200}
            disabled={disabled}
            onValue={(place) => set({ place })}
            onTyping={(place) => keep({ place })}
          />
        </>
      )}
    </ActPanel>
  )
}

const wholeNumber = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined)
