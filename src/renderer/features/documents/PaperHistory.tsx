import { Button } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DocumentView } from '../../../shared/contract/views.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { groupSerial } from '../../app/numbers.ts'
import { DocumentStatePill } from '../../components/StatePill.tsx'
import { Empty } from '../../components/states.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from './Documents.module.css'
import { ReplaceButton } from './ReplaceButton.tsx'
import { ReprintDialog } from './ReprintDialog.tsx'
import { CorrectedSince, Revoked } from './Revoked.tsx'

const lacksSignature = ({ kind, state, signed }: DocumentView) =>
  (kind === 'seizure' || kind === 'conditions') && (state === 'sent' || state === 'confirmed') && signed.length === 0

/** Letters of an interview and of a decision are printed and confirmed beside this list, the others with the pack. */
const inPack: ReadonlySet<string> = new Set(['RPID', 'RPCD', 'acknowledgement', 'seizure', 'conditions', 'cover'])
const isUnfinished = ({ kind, state }: DocumentView) => inPack.has(kind) && (state === 'reserved' || state === 'sent')

interface Props {
  /** Opens a paper's pages; without it the list only tells. */
  readonly onShow?: (paper: DocumentView) => void
  readonly withEmpty?: boolean
}

/** Every paper of the claim, the newest first, and what became of it. */
export function PaperHistory({ onShow, withEmpty = false }: Props) {
  const t = useText()
  const may = useMay()
  const { claimId, view } = useClaim()
  const [copying, setCopying] = useState<DocumentView>()
  if (view.documents.length === 0)
    return withEmpty ? (
      <Empty icon={<IconFileOff aria-hidden />} title={t('paper.history_none')} next={t('paper.history_none_next')} />
    ) : null
  return (
    <section>
      <h3 className={css.heading}>{t('paper.history')}</h3>
      <ul className={css.history}>
        {view.documents.map((paper) => (
          <li key={paper.documentId}>
            <div className={css.historyHead}>
              <strong>{t(`paper.kind_${paper.kind}`)}</strong>
              <DocumentStatePill state={paper.state} />
              {paper.replaces && (
                <span className={css.quiet}>
                  {paper.replacesNumber
                    ? t('replace.of', { number: groupSerial(paper.replacesNumber) })
                    : `(${t('paper.replaces')})`}
                </span>
              )}
              {paper.signed.length > 0 && <span className={css.quiet}>{t('signed.has')}</span>}
              {lacksSignature(paper) && <span className={css.quiet}>{t('signed.none')}</span>}
            </div>
            <div className={css.quiet}>
              {groupSerial(paper.number)}
              {paper.stockSerial && ` · ${t('paper.sheet')} ${groupSerial(paper.stockSerial)}`}
              {` · ${t('paper.issued_on')} ${paper.issueDate}`}
              {paper.validUntil && ` · ${t('paper.valid_until')} ${paper.validUntil}`}
            </div>
            {paper.revocation && <Revoked revocation={paper.revocation} />}
            <CorrectedSince paper={paper} />
            <div className={css.historyActions}>
              {onShow && (
                <Button size="compact-sm" variant="default" onClick={() => onShow(paper)}>
                  {t('paper.show')}
                </Button>
              )}
              {paper.allowed.includes('reprint') && may('document.reprint') && (
                <Button size="compact-sm" variant="default" onClick={() => setCopying(paper)}>
                  {t('paper.reprint')}
                </Button>
              )}
              {onShow && <ReplaceButton paper={paper} compact />}
              {onShow && isUnfinished(paper) && (
                <Link to="/claims/$claimId/$tab" params={{ claimId, tab: 'pack' }}>
                  {t('paper.finish')}
                </Link>
              )}
            </div>
          </li>
        ))}
      </ul>
      {copying && <ReprintDialog paper={copying} onClose={() => setCopying(undefined)} />}
    </section>
  )
}
