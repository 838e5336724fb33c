import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { PhotoReview } from '../../../shared/contract/views.ts'
import type { Frame } from '../../../shared/photos/geometry.ts'
import { announce } from '../../app/announce.tsx'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useTakeReview } from './review.tsx'

/** The frame to print while an officer moves it. It is kept by the desk only when the officer says so. */
export function useCropping(view: PhotoReview | undefined) {
  const t = useText()
  const take = useTakeReview()
  const [draft, setDraft] = useState<{ readonly photoId: string; readonly frame: Frame }>()
  const photoId = view?.row.photoId
  const frame = draft && draft.photoId === photoId ? draft.frame : undefined
  const close = () => setDraft(undefined)
  const save = useMutation(
    useDesk().photoReview.crop.mutationOptions({
      onSuccess: (answer) => {
        take(answer)
        announce(t('photos.crop_kept'))
        close()
      },
    }),
  )
  const set = (next: Frame) => {
    if (photoId) setDraft({ photoId, frame: next })
  }
  return {
    may: view?.allowed.includes('crop') ?? false,
    /** Undefined while nobody moves it. */
    frame,
    set,
    close,
    toggle: () => (frame ? close() : view && set(view.frame)),
    suggest: view?.report?.crop ? () => view.report?.crop && set(view.report.crop) : undefined,
    keep() {
      if (frame && photoId && !save.isPending) save.mutate({ photoId, frame })
    },
    pending: save.isPending,
    error: frame ? save.error : null,
  }
}
export type Cropping = ReturnType<typeof useCropping>
