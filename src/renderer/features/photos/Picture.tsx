import { Skeleton } from '@mantine/core'
import { IconPhotoOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useText } from '../../app/language.tsx'
import { isOnItsWay, OnItsWay } from '../../components/OnItsWay.tsx'
import { keyOf, type PictureInput, usePictureFile, useShelf } from './review.tsx'
import type { DecodedPicture } from './shelf.ts'
import css from './Viewer.module.css'

type Shown = { readonly decoded?: DecodedPicture; readonly failed?: boolean; readonly onItsWay?: boolean }

/** A picture decoded: at once when it was fetched ahead. */
export function useDecoded(input: PictureInput | undefined): Shown {
  const shelf = useShelf()
  const key = input ? keyOf(input) : ''
  const atHand = shelf.atHand(key)
  const { data, error } = usePictureFile(atHand ? undefined : input)
  const [made, setMade] = useState<Shown & { readonly key: string }>()
  useEffect(() => {
    if (!data || !key) return
    let gone = false
    const take = (shown: Shown) => {
      if (!gone) setMade({ key, ...shown })
    }
    shelf.put(key, data).then(
      (decoded) => take({ decoded }),
      () => take({ failed: true }),
    )
    return () => {
      gone = true
    }
  }, [data, key, shelf])
  if (atHand) return { decoded: atHand }
  if (error !== null) return isOnItsWay(error) ? { onItsWay: true } : { failed: true }
  return made?.key === key ? made : {}
}

/** The picture in the place it is given, or why there is none. */
export function Picture({ shown, alt }: { shown: Shown; alt: string }) {
  const t = useText()
  if (shown.decoded) {
    const { url } = shown.decoded
    // Built anew for each: one whose address changes would show the picture before until the next is there.
    return <img key={url} className={css.picture} src={url} alt={alt} decoding="sync" />
  }
  if (shown.onItsWay)
    return (
      <div className={css.broken}>
        <OnItsWay />
      </div>
    )
  if (!shown.failed) return <Skeleton className={css.picture} radius={0} />
  return (
    <div className={css.broken}>
      <IconPhotoOff size={32} aria-hidden />
      <strong>{t('photos.picture_failed')}</strong>
      <span>{t('photos.picture_failed_next')}</span>
    </div>
  )
}

/** Tells whoever measures when a photo stands on the screen. */
export function useShownMark(photoId: string, shown: Shown): void {
  const url = shown.decoded?.url
  useEffect(() => {
    if (!url) return
    // After the frame in which it is drawn.
    const frame = requestAnimationFrame(() =>
      setTimeout(() => {
        performance.clearMarks('photo:shown')
        performance.mark('photo:shown', { detail: photoId })
      }),
    )
    return () => cancelAnimationFrame(frame)
  }, [photoId, url])
}
