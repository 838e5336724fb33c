import { useQuery } from '@tanstack/react-query'
import type { DocumentKind } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { Findings } from '../../components/Findings.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from './Documents.module.css'
import { Enlarge } from './Enlarge.tsx'
import { PdfPages } from './PdfPages.tsx'

/** The page as it would be printed now, SPECIMEN across it, and what to know about it. */
export function Preview({ kind }: { kind: DocumentKind }) {
  const t = useText()
  const { claimId } = useClaim()
  const query = useQuery({
    ...useDesk().documents.preview.queryOptions({ input: { claimId, kind } }),
    staleTime: 0,
    retry: false,
  })
  return (
    <section aria-label={t('paper.preview')}>
      <div className={css.sheetHead}>
        <h3 className={css.heading}>{t('paper.preview')}</h3>
        {query.data && <Enlarge file={query.data.file} label={t('paper.preview')} />}
      </div>
      <p className={css.quiet}>{t('paper.preview_note')}</p>
      {query.data && query.data.findings.length > 0 && <PaperFindings findings={query.data.findings} />}
      {query.error && <FailureNotice error={query.error} />}
      {query.data ? (
        <PdfPages file={query.data.file} label={t('paper.preview')} />
      ) : (
        !query.error && <div className={css.page} role="status" aria-label={t('paper.preview_wait')} />
      )}
    </section>
  )
}

/** What layout and zone have to say of a paper. */
export function PaperFindings({ findings }: { findings: Parameters<typeof Findings>[0]['findings'] }) {
  const t = useText()
  return (
    <div className={css.findings}>
      <Findings
        findings={findings}
        words={{
          ok: t('paper.finding_ok'),
          not_assessed: t('paper.finding_not_assessed'),
          review: t('paper.finding_review'),
          return: t('paper.finding_return'),
        }}
      />
    </div>
  )
}
