import { IconFileStack } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { SyntheticEvent } from 'react'
import type { EvidenceView } from '../../../../shared/contract/views.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { useObjectUrl } from '../../../components/Picture.tsx'
import { useClaim } from '../claim.tsx'

interface Props {
  readonly piece: EvidenceView
  readonly page: number
  readonly size: 'thumbnail' | 'page'
  /** To be read larger than it is drawn for: the page stays while it is drawn with more dots. */
  readonly larger?: boolean
  readonly alt: string
  readonly onLoad?: (event: SyntheticEvent<HTMLImageElement>) => void
}

/** A page of a piece of evidence as a picture; what is not on this desk says so where there is room. */
export function PageImage({ piece, page, size, larger = false, alt, onLoad }: Props) {
  const t = useText()
  const query = usePage(piece, page, size, true)
  const full = usePage(piece, page, 'full', larger)
  const [url, fullUrl] = [useObjectUrl(query.data), useObjectUrl(larger ? full.data : undefined)]
  const src = fullUrl ?? url
  if (src) return <img src={src} alt={alt} data-size={size} onLoad={onLoad} draggable={false} />
  if (query.error) return size === 'thumbnail' ? <IconFileStack aria-hidden /> : <FailureNotice error={query.error} />
  return <span role="status">{t('common.loading')}</span>
}

function usePage(piece: EvidenceView, page: number, size: 'thumbnail' | 'page' | 'full', enabled: boolean) {
  const { claimId } = useClaim()
  const input = { claimId, evidence: piece.id, page, size }
  const options = useDesk().record.evidencePage.queryOptions({ input })
  return useQuery({ ...options, enabled, staleTime: Number.POSITIVE_INFINITY })
}
