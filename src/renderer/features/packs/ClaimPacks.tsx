import { useQuery } from '@tanstack/react-query'
import type { ClaimPackView } from '../../../shared/contract/views.ts'
import { groupPackNumber, packPages } from '../../../shared/domain/paper-pack.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { PictureTrouble } from '../../components/OnItsWay.tsx'
import { useObjectUrl } from '../../components/Picture.tsx'
import { useClaim } from '../claims/claim.tsx'
import { AddPage } from './AddPage.tsx'
import css from './Packs.module.css'

/** The paper that a claim came on, above the step into which it is typed. Nothing for a claim without a pack. */
export function ClaimPacks() {
  const { claimId } = useClaim()
  const { data = [] } = useQuery(useDesk().paperPacks.ofClaim.queryOptions({ input: { claimId } }))
  return data.map((pack) => <Pack key={pack.number} claimId={claimId} pack={pack} />)
}

function Pack({ claimId, pack }: { claimId: string; pack: ClaimPackView }) {
  const t = useText()
  const title = t('packs.of_claim', { number: groupPackNumber(pack.number) })
  const pages = Array.from({ length: packPages }, (_, at) => at + 1)
  return (
    <section className={css.panel} aria-label={title}>
      <h3 className={css.title}>{title}</h3>
      {pack.foreign && <p className={css.quiet}>{t('packs.foreign')}</p>}
      <div className={css.pages}>
        {pages.map((page) => {
          const newest = pack.pages.findLast((each) => each.page === page)
          return newest ? (
            <Page key={newest.sha256} claimId={claimId} page={page} sha256={newest.sha256} />
          ) : (
            <p key={page} className={css.quiet}>
              {t('packs.page_none', { page })}
            </p>
          )
        })}
      </div>
      <AddPage claimId={claimId} pack={pack} />
    </section>
  )
}

function Page({ claimId, page, sha256 }: { claimId: string; page: number; sha256: string }) {
  const t = useText()
  const query = useQuery({
    ...useDesk().paperPacks.picture.queryOptions({ input: { claimId, sha256 } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const url = useObjectUrl(query.data)
  return (
    <figure className={css.page}>
      <figcaption>{t('packs.page', { page })}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll the page */}
      <section className={css.view} tabIndex={0} aria-label={t('packs.page', { page })}>
        {url && <img src={url} alt={t('packs.page_alt', { page })} />}
        {query.error && <PictureTrouble error={query.error} />}
      </section>
    </figure>
  )
}
