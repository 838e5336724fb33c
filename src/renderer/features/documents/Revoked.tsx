import { IconAlertTriangle } from '@tabler/icons-react'
import type { DocumentView, RevocationView } from '../../../shared/contract/views.ts'
import { useText } from '../../app/language.tsx'
import { useFieldName } from '../claims/values.ts'
import css from './Documents.module.css'

/** Since when and why the number is not valid any more. */
export function Revoked({ revocation: { why, on, police, note, returned } }: { revocation: RevocationView }) {
  const t = useText()
  const parts = [
    t('replace.revoked_on', { on, why: t(`replace.why_${why}`) }),
    police && t('replace.police', police),
    returned && t('replace.sheet_returned'),
    note,
  ].filter(Boolean)
  return <div className={css.quiet}>{parts.join(' · ')}</div>
}

/** The record was corrected since the page was printed: the holder shows something else than what is known. */
export function CorrectedSince({ paper: { corrected = [] } }: { paper: DocumentView }) {
  const t = useText()
  const nameOf = useFieldName()
  if (corrected.length === 0) return null
  return (
    <p className={css.outdated}>
      <IconAlertTriangle size={18} aria-hidden />{' '}
      {t('correct.paper_differs', { fields: corrected.map(nameOf).join(', ') })}
    </p>
  )
}
