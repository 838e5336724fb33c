import { useMutation, useQuery } from '@tanstack/react-query'
import type { DocumentView } from '../../../shared/contract/views.ts'
import { announce } from '../../app/announce.tsx'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { PictureTrouble } from '../../components/OnItsWay.tsx'
import { useObjectUrl } from '../../components/Picture.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from './Documents.module.css'

/** Pages of a paper that came back signed, and the place to add one. */
export function SignedCopies({ paper }: { paper: DocumentView }) {
  const t = useText()
  const may = useMay()
  const { take, inTurn } = useClaim()
  const adding = useMutation(
    useDesk().documents.addSignedCopy.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        announce(t('signed.added'))
      },
    }),
  )
  const { documentId, signed } = paper
  const mayAdd = paper.allowed.includes('add_signed_copy') && may('document.confirm')
  if (!mayAdd && signed.length === 0) return null
  return (
    <section className={css.signed}>
      <h3 className={css.heading}>{t('signed.title')}</h3>
      {mayAdd && (
        <FileDrop
          accept="image/jpeg,image/png"
          label={t('signed.add')}
          help={t('signed.add_help')}
          pending={adding.isPending}
          onFile={(file) => adding.mutate({ documentId, file, source: 'file' })}
        />
      )}
      <FailureNotice error={adding.error} />
      {signed.map(({ sha256 }, at) => (
        <SignedPage key={sha256} documentId={documentId} sha256={sha256} alt={t('signed.page', { page: at + 1 })} />
      ))}
    </section>
  )
}

function SignedPage({ documentId, sha256, alt }: { documentId: string; sha256: string; alt: string }) {
  const query = useQuery({
    ...useDesk().documents.signedCopy.queryOptions({ input: { documentId, sha256 } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const url = useObjectUrl(query.data)
  if (url) return <img className={css.signedPage} src={url} alt={alt} />
  return query.error ? <PictureTrouble error={query.error} /> : null
}
