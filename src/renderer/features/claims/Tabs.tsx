import { useNavigate } from '@tanstack/react-router'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { type Tab, TabRow } from '../../components/TabRow.tsx'
import { useClaim } from './claim.tsx'

export const claimTabs = [
  'work',
  'overview',
  'forms',
  'evidence',
  'completeness',
  'review',
  'documents',
  'pack',
  'messages',
  'portal',
  'timeline',
] as const
export type ClaimTab = (typeof claimTabs)[number]

/** The element that holds what the chosen tab shows. */
export const claimPanel = 'claim-part'

/** The parts of a claim; each is a screen with an address. */
export function Tabs({ tab }: { tab: ClaimTab }) {
  const t = useText()
  const { claimId, view } = useClaim()
  const navigate = useNavigate()
  // From any screen of the claim; the pack's own screen has the key for itself.
  useKeys(
    tab === 'pack' || view.only
      ? []
      : [
          {
            keys: 'ctrl+p',
            label: 'pack.key',
            where: 'here',
            run: () => void navigate({ to: '/claims/$claimId/$tab', params: { claimId, tab: 'pack' } }),
          },
        ],
  )
  const open = view.only ? (['overview'] as const) : claimTabs
  const tabs = open.map((each) => ({ key: each, label: t(`claims.tab_${each}`), link: linkOf(claimId, each) }))
  return <TabRow label={t('claims.tabs')} tabs={tabs} current={tab} panel={claimPanel} />
}

function linkOf(claimId: string, tab: ClaimTab): Tab['link'] {
  if (tab === 'work') return { to: '/claims/$claimId/intake/$step', params: { claimId, step: 'continue' } }
  if (tab === 'overview') return { to: '/claims/$claimId', params: { claimId } }
  return { to: '/claims/$claimId/$tab', params: { claimId, tab } }
}
