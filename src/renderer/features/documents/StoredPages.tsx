import { useQuery } from '@tanstack/react-query'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { Loaded } from '../../components/states.tsx'
import css from './Documents.module.css'
import { Enlarge } from './Enlarge.tsx'
import { PdfPages } from './PdfPages.tsx'

/** The stored bytes of a paper, as they were or will be printed. */
export function StoredPages({ documentId }: { documentId: string }) {
  const t = useText()
  const query = useQuery({
    ...useDesk().documents.pdf.queryOptions({ input: { documentId } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Loaded query={query}>
      {(file) => (
        <>
          <div className={css.sheetHead}>
            <h3 className={css.heading}>{t('paper.stored')}</h3>
            <Enlarge file={file} label={t('paper.stored')} />
          </div>
          <PdfPages file={file} label={t('paper.stored')} />
        </>
      )}
    </Loaded>
  )
}
