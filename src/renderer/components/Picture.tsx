import { Skeleton } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useDesk } from '../app/desk.tsx'
import { isOnItsWay, OnItsWay } from './OnItsWay.tsx'
import css from './Picture.module.css'

/** Address of a file's bytes for `src`, given back when the component goes. */
export function useObjectUrl(file: Blob | undefined): string | undefined {
  const [held, setHeld] = useState<{ readonly file: Blob; readonly url: string }>()
  useEffect(() => {
    if (!file) return
    const made = URL.createObjectURL(file)
    setHeld({ file, url: made })
    return () => URL.revokeObjectURL(made)
  }, [file])
  // Not that of the file before, which is about to be revoked.
  return held?.file === file ? held?.url : undefined
}

interface Props {
  readonly claimId: string
  /** Hash of the picture; without one a silhouette stands in. */
  readonly sha256?: string | undefined
  readonly alt: string
  /** Width in pixels; the height follows the 5:7 of a photo. */
  readonly width: number
}

/** A stored picture. */
export function Picture({ claimId, sha256, alt, width }: Props) {
  const desk = useDesk()
  const input = { claimId, sha256: sha256 ?? '' }
  const query = useQuery({
    ...desk.photos.picture.queryOptions({ input }),
    enabled: Boolean(sha256),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const url = useObjectUrl(query.data)
  const height = Math.round((width * 7) / 5)
  if (url) return <img className={css.picture} src={url} alt={alt} width={width} height={height} />
  if (sha256 && query.isPending) return <Skeleton width={width} height={height} />
  if (isOnItsWay(query.error))
    return (
      <span className={css.none} style={{ width, height }}>
        <OnItsWay small={width < 80} />
      </span>
    )
  return (
    <span className={css.none} {...spoken(alt)} style={{ width, height }}>
      <IconUser size={width / 2} aria-hidden />
    </span>
  )
}

/** An empty text marks a picture whose words stand beside it. */
const spoken = (alt: string) => (alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })
