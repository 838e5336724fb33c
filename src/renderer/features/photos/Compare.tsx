import { useState } from 'react'
import type { PhotoReview } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import css from './Photos.module.css'
import { Picture, useDecoded } from './Picture.tsx'
import viewerCss from './Viewer.module.css'

/** A picture that the photo can be held beside. */
export interface Comparable {
  readonly photoId: string
  readonly sha256: string
  readonly submittedAt: string
  /** Whose it is, of another person's. */
  readonly name?: string
}

/** Pictures of other people first: they are the alarm. */
export function comparableOf({ likenesses, earlier }: Pick<PhotoReview, 'likenesses' | 'earlier'>): Comparable[] {
  const others = likenesses.flatMap(({ photoId, person, picture, name, submittedAt }) =>
    person === 'other' && picture ? [{ photoId, sha256: picture, submittedAt, name: name ?? '' }] : [],
  )
  const own = earlier.map(({ photoId, picture, submittedAt }) => ({ photoId, sha256: picture, submittedAt }))
  return [...others, ...own]
}

/** What stands beside the photo: an alarm by itself, anything else when asked for; `next` goes through them all. */
export function useCompared(photoId: string, view: PhotoReview | undefined) {
  const [chosen, setChosen] = useState<{ readonly of: string; readonly at: number }>()
  const all = view ? comparableOf(view) : []
  const atFirst = all[0]?.name === undefined ? -1 : 0
  const at = chosen?.of === photoId ? chosen.at : atFirst
  return {
    one: all[at],
    next: () => setChosen({ of: photoId, at: at + 1 < all.length ? at + 1 : -1 }),
  }
}

/** The other picture, as large as its half of the place. */
export function ComparedPicture({ photoId, one }: { photoId: string; one: Comparable }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const shown = useDecoded({ photoId, sha256: one.sha256, size: 'screen' })
  const at = instantText(one.submittedAt, zone)
  const words =
    one.name === undefined ? t('photos.earlier_picture', { at }) : t('photos.alarm_picture', { name: one.name, at })
  return (
    <figure className={css.other}>
      <div className={viewerCss.stage}>
        <div className={viewerCss.beside}>
          <Picture shown={shown} alt={words} />
        </div>
      </div>
      <figcaption className={css.quiet}>{words}</figcaption>
    </figure>
  )
}
