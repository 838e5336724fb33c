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
  readonly size: 'thumbnail' | 'page' | 'full'
  readonly alt: string
  readonly onLoad?: (event: SyntheticEvent<HTMLImageElement>) => void
}

/** A page of a piece of evidence as a picture; what is not on this desk says so where there is room. */
export function PageImage({ piece, page, size, alt, onLoad }: Props) {
  const t = useText()
  const { claimId } = useClaim()
  const query = useQuery({
    ...useDesk().record.evidencePage.queryOptions({ input: { claimId, evidence: piece.id, page, size } }),
    staleTime: Number.POSITIVE_INFINITY,
    // The same page at another size stays while this one is drawn; another page does not.
    placeholderData: (before, of) => (of?.queryKey && samePage(of.queryKey, piece.id, page) ? before : undefined),
  })
  const url = useObjectUrl(query.data)
  if (url) return <img src={url} alt={alt} data-size={size} onLoad={onLoad} draggable={false} />
  if (query.error) return size === 'thumbnail' ? <IconFileStack aria-hidden /> : <FailureNotice error={query.error} />
  return <span role="status">{t('common.loading')}</span>
}

function samePage(key: readonly unknown[], evidence: string, page: number): boolean {
  const { input } = (key[1] ?? {}) as { input?: { evidence?: unknown; page?: unknown } }
  return input?.evidence === evidence && input.page === page
}
