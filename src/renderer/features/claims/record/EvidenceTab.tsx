import { IconFileStack } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { FileDrop } from '../../../components/FileDrop.tsx'
import { Empty } from '../../../components/states.tsx'
import { useClaim } from '../claim.tsx'
import { EvidencePiece } from './EvidencePiece.tsx'
import { EvidenceReader } from './EvidenceReader.tsx'
import { Guides } from './Guides.tsx'
import css from './Record.module.css'
import { ReviewLine } from './ReviewLine.tsx'
import { RecordProvider, useRecord } from './record.tsx'

/** What was handed in: page by page, with what each piece is and which threats and events it supports. */
export function EvidenceTab() {
  return (
    <RecordProvider>
      <ReviewLine />
      <Pieces />
      <Guides />
    </RecordProvider>
  )
}

function Pieces() {
  const t = useText()
  const { claimId, inTurn } = useClaim()
  const { view, take, disabled } = useRecord()
  const [looking, setLooking] = useState<number>()
  const adding = useMutation(useDesk().record.addEvidence.mutationOptions({ ...inTurn, onSuccess: take }))
  return (
    <section className={css.section}>
      <h2 className={css.title}>{t('record.evidence_title')}</h2>
      {!disabled && (
        <FileDrop
          accept="image/jpeg,image/png,application/pdf"
          label={t('record.evidence_drop')}
          help={t('record.evidence_help')}
          pending={adding.isPending}
          onFile={(file) => adding.mutate({ claimId, file, source: 'file' })}
        />
      )}
      <FailureNotice error={adding.error} />
      {view.evidence.length === 0 ? (
        <Empty
          icon={<IconFileStack aria-hidden />}
          title={t('record.evidence_none')}
          next={t('record.evidence_none_next')}
        />
      ) : (
        <ol className={css.pieces}>
          {view.evidence.map((piece, at) => (
            <EvidencePiece
              key={piece.id}
              piece={piece}
              label={t('record.piece', { n: at + 1 })}
              onLook={() => setLooking(at)}
            />
          ))}
        </ol>
      )}
      {looking !== undefined && (
        <EvidenceReader at={looking} onMove={setLooking} onClose={() => setLooking(undefined)} />
      )}
    </section>
  )
}
