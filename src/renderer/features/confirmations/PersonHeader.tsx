import { Link } from '@tanstack/react-router'
import type { ConfirmationView } from '../../../shared/contract/views.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import { useText } from '../../app/language.tsx'
import { groupClientId, groupSerial } from '../../app/numbers.ts'
import { useNoteRecent } from '../../app/search/recent.ts'
import { CopyableNumber } from '../../components/CopyableNumber.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import css from './Confirmations.module.css'
import { StepPill } from './StepPill.tsx'

/** Who this is, where they stand, and both numbers, to be copied. */
export function PersonHeader({ view }: { view: ConfirmationView }) {
  const t = useText()
  const { identity } = view.facts
  const { clientId, applicationNumber, birthDate } = identity
  const name = nameLine(identity)
  useNoteRecent({ kind: 'confirmation', id: view.confirmationId, name, birthDate, number: applicationNumber })
  return (
    <PageHeader
      title={name}
      subtitle={
        <span className={css.numbers}>
          <StepPill {...view} />
          <CopyableNumber shown={groupClientId(clientId)} value={clientId} label={t('number.uci')} />
          <CopyableNumber
            shown={groupSerial(applicationNumber)}
            value={applicationNumber}
            label={t('number.application')}
          />
          <span>{birthDate}</span>
        </span>
      }
      actions={<Link to="/confirmations">{t('confirm.back')}</Link>}
    />
  )
}
