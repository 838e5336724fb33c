import { useQuery } from '@tanstack/react-query'
import type { PhotoView } from '../../../../shared/contract/views.ts'
import { nameLine } from '../../../../shared/names/name-line.ts'
import { instantText } from '../../../app/dates.ts'
import { useDesk, useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { PhotoFindings } from '../../../components/Findings.tsx'
import { isOnItsWay, OnItsWay } from '../../../components/OnItsWay.tsx'
import { useObjectUrl } from '../../../components/Picture.tsx'
import { useClaim } from '../claim.tsx'
import css from './Photo.module.css'

/** The claimant's photo: the crop at the size of the print, and every check with its value and limit. */
export function HeldPhoto({ photo }: { photo: PhotoView }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  return (
    <div className={css.held}>
      <figure className={css.print}>
        <Crop sha256={photo.print} />
        <figcaption>
          {t('photo.print')} ({t('photo.print_size')})
          <span className={css.quiet}>
            {t('photo.original', { width: photo.width, height: photo.height })},{' '}
            {t('photo.added', { at: instantText(photo.addedAt, zone) })}
          </span>
        </figcaption>
      </figure>
      <section>
        <h3 className={css.heading}>{t('photo.findings')}</h3>
        {photo.photoId && !photo.checked && <p className={css.quiet}>{t('photo.looking')}</p>}
        <PhotoFindings findings={photo.findings} />
      </section>
    </div>
  )
}

function Crop({ sha256 }: { sha256: string }) {
  const t = useText()
  const { claimId, view } = useClaim()
  const { data, error } = useQuery({
    ...useDesk().photos.picture.queryOptions({ input: { claimId, sha256 } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const url = useObjectUrl(data)
  return (
    <span className={css.crop}>
      {url && <img src={url} alt={t('claims.photo_of', { name: nameLine(view.row) })} />}
      {isOnItsWay(error) && <OnItsWay />}
    </span>
  )
}
