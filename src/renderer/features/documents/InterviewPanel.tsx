import { useText } from '../../app/language.tsx'
import { DateField } from '../../components/DateField.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActPanel } from '../claims/acts/ActPanel.tsx'
import { RowText } from '../claims/steps/RowText.tsx'

/** How long an interview is planned for, unless the officer says otherwise. */
const usualMinutes = 90

/** Day, time and place of the eligibility interview: set as a whole, changed or set aside with a reason. */
export function InterviewPanel() {
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
