import { Link } from '@tanstack/react-router'
import type { AppointmentAbout } from '../../../shared/domain/appointments.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'

/** To the claim, or to the person whose residence is to be confirmed. */
export function AboutLink({ about: { kind, id } }: { about: AppointmentAbout }) {
  const t = useText()
  const may = useMay()
  if (kind === 'claim')
    return (
      <Link to="/claims/$claimId" params={{ claimId: id }}>
        {t('interviews.open_claim')}
      </Link>
    )
  return (
    may('confirmation.view') && (
      <Link to="/confirmations/$confirmationId" params={{ confirmationId: id }}>
        {t('interviews.open_person')}
      </Link>
    )
  )
}
