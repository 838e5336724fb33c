import { useState } from 'react'
import type { DocumentView } from '../../../shared/contract/views.ts'
import { useText } from '../../app/language.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from './Documents.module.css'
import { Letters } from './Letters.tsx'
import { PaperHistory } from './PaperHistory.tsx'
import { PhotoLetters } from './PhotoLetters.tsx'
import { livePaper } from './papers.ts'
import { SignedCopies } from './SignedCopies.tsx'
import { StoredPages } from './StoredPages.tsx'

/** Every paper of the claim beside the pages of the one that is looked at. */
export function DocumentsTab() {
  const t = useText()
  const { view } = useClaim()
  const [shown, setShown] = useState<DocumentView>()
  const current = view.documents.find(({ documentId }) => documentId === shown?.documentId)
  const paper = current ?? livePaper(view.documents) ?? view.documents[0]
  return (
    <div className={css.sides}>
      <div>
        <h2 className={css.hidden}>{t('claims.tab_documents')}</h2>
        <PaperHistory withEmpty={view.returnedPhotos.length === 0} onShow={setShown} />
        <PhotoLetters />
        <Letters />
      </div>
      {paper && (
        <div className={css.preview}>
          {paper.state === 'revoked' && <Notice tone="attention" title={t('replace.stored_revoked')} />}
          <SignedCopies key={`signed.${paper.documentId}`} paper={paper} />
          <StoredPages key={paper.documentId} documentId={paper.documentId} />
        </div>
      )}
    </div>
  )
}
