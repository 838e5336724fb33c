import { useState } from 'react'
import type { DocumentKind } from '../../../shared/contract/views.ts'
import { useClaim } from '../claims/claim.tsx'
import { ReadBackPanel } from '../claims/read-back/ReadBackPanel.tsx'
import { Step } from '../claims/Step.tsx'
import css from './Documents.module.css'
import { IssuePanel } from './IssuePanel.tsx'
import { KindChoice } from './KindChoice.tsx'
import { LivePaper } from './LivePaper.tsx'
import { PaperHistory } from './PaperHistory.tsx'
import { Preview } from './Preview.tsx'
import { livePaper } from './papers.ts'
import { Readiness } from './Readiness.tsx'
import { StoredPages } from './StoredPages.tsx'
import { usePaperKinds } from './use-paper-kinds.ts'

/** The last step: what is lacking, the page as it will be, issue, print, confirm; spoil and replace. */
export function DocumentStep() {
  const { view } = useClaim()
  const kinds = usePaperKinds()
  const [chosen, setChosen] = useState<DocumentKind>()
  const kind = kinds.find((each) => each === chosen) ?? kinds[0]
  // A letter from before the decision does not stand in the way of the document that follows it.
  const live = livePaper(view.documents, kinds)
  const drawable = view.photo !== undefined || kind === 'acknowledgement'
  return (
    <Step step="document" ownButtons>
      <div className={css.sides}>
        <div className={css.doing}>
          {live ? (
            <LivePaper key={live.documentId} paper={live} />
          ) : (
            <>
              <Readiness kind={kind} />
              {kind && kinds.length > 1 && <KindChoice kinds={kinds} kind={kind} onKind={setChosen} />}
              <ReadBackPanel />
              {kind && <IssuePanel kind={kind} />}
            </>
          )}
          <PaperHistory />
        </div>
        <div className={css.preview}>
          {live ? <StoredPages documentId={live.documentId} /> : drawable && <Preview kind={kind ?? 'RPID'} />}
        </div>
      </div>
    </Step>
  )
}
