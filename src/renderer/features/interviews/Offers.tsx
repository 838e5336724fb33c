import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AppointmentView } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import css from './Interviews.module.css'
import { SlotWords } from './slot-words.tsx'
import { useAppointments } from './use-appointments.ts'

/** Times that people were offered and have not chosen from. */
export function Offers({ offers }: { offers: readonly AppointmentView[] }) {
  const t = useText()
  if (offers.length === 0) return null
  return (
    <section className={css.part}>
      <h2 className={css.title}>{t('interviews.offers')}</h2>
      <ul className={css.list}>
        {offers.map((offer) => (
          <li key={offer.appointmentId}>
            <Offer offer={offer} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Offer({ offer }: { offer: AppointmentView }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const schedules = useMay()('interview.schedule')
  const { choose, endOffer } = useAppointments()
  const [declining, setDeclining] = useState(false)
  const { appointmentId, until } = offer
  return (
    <div className={css.card}>
      <span className={css.two}>
        <bdi className={css.strong}>{offer.name}</bdi>
        <span className={css.quiet}>
          {t(`kind.${offer.kind}`)}
          {until && `, ${t('interviews.until', { at: instantText(until, zone) })}`}
        </span>
      </span>
      <ul className={css.choices} aria-label={offer.name}>
        {(offer.offered ?? []).map((slot, nth) => (
          <li key={`${slot.date} ${slot.time}`} className={css.line}>
            <SlotWords slot={slot} />
            {schedules && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t('interviews.choose')}, ${slot.date} ${slot.time}`}
                loading={choose.isPending && choose.variables.nth === nth}
                onClick={() => choose.mutate({ appointmentId, nth, by: 'claimant' })}
              >
                {t('interviews.choose')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FailureNotice error={choose.error ?? (declining ? null : endOffer.error)} />
      {schedules && (
        <span className={css.line}>
          <Button size="compact-sm" variant="subtle" onClick={() => setDeclining(true)}>
            {t('interviews.none_suits')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            loading={endOffer.isPending}
            onClick={() => endOffer.mutate({ appointmentId, why: 'withdrawn' })}
          >
            {t('interviews.withdraw')}
          </Button>
        </span>
      )}
      {declining && (
        <ConfirmDialog
          opened
          onClose={() => setDeclining(false)}
          title={t('interviews.none_suits')}
          body={t('interviews.none_suits_body')}
          confirmLabel={t('interviews.none_suits_note')}
          withReason
          pending={endOffer.isPending}
          error={endOffer.error}
          onConfirm={(reason) => endOffer.mutate({ appointmentId, why: 'declined', reason })}
        />
      )}
    </div>
  )
}
