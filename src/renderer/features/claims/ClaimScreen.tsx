import { useParams } from '@tanstack/react-router'
import { NotFound } from '../../components/states.tsx'
import { DocumentsTab } from '../documents/DocumentsTab.tsx'
import { PackTab } from '../documents/pack/PackTab.tsx'
import { MessagesTab } from '../messages/MessagesTab.tsx'
import { PortalTab } from '../portal/PortalTab.tsx'
import { ClaimFrame } from './ClaimFrame.tsx'
import { ClaimProvider } from './claim.tsx'
import { Overview } from './overview/Overview.tsx'
import { CompletenessTab } from './record/CompletenessTab.tsx'
import { EvidenceTab } from './record/EvidenceTab.tsx'
import { FormsTab } from './record/FormsTab.tsx'
import { ReviewTab } from './review/ReviewTab.tsx'
import { claimTabs } from './Tabs.tsx'
import { Timeline } from './timeline/Timeline.tsx'

const contents = {
  overview: Overview,
  forms: FormsTab,
  evidence: EvidenceTab,
  completeness: CompletenessTab,
  review: ReviewTab,
  documents: DocumentsTab,
  pack: PackTab,
  messages: MessagesTab,
  portal: PortalTab,
  timeline: Timeline,
}

/** A claim outside its intake: overview, documents, the pack, timeline. */
export function ClaimScreen() {
  const params: { claimId?: string; tab?: string } = useParams({ strict: false })
  const wanted = params.tab ?? 'overview'
  const tab = claimTabs.find((each) => each === wanted)
  if (!params.claimId || !tab || tab === 'work') return <NotFound />
  const Content = contents[tab]
  return (
    <ClaimProvider key={params.claimId} claimId={params.claimId}>
      <ClaimFrame tab={tab}>
        <Content />
      </ClaimFrame>
    </ClaimProvider>
  )
}
