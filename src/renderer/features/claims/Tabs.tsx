import { IconArrowLeft } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useClaim } from './claim.tsx'
import css from './Frame.module.css'

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

/** The parts of a claim. Links and no ARIA tabs: each is a screen with an address. */
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
  return (
    <nav className={css.tabs} aria-label={t('claims.tabs')}>
      <Link to="/claims" className={css.back}>
        <IconArrowLeft size={16} aria-hidden /> {t('claims.back')}
      </Link>
      {open.map((each) => (
        <TabLink key={each} claimId={claimId} tab={each} current={each === tab} />
      ))}
    </nav>
  )
}

function TabLink({ claimId, tab, current }: { claimId: string; tab: ClaimTab; current: boolean }) {
  const t = useText()
  const look = {
    className: css.tab,
    // A claim's own address begins every other one of it.
    activeOptions: { exact: true },
    'aria-current': current ? ('page' as const) : undefined,
    children: t(`claims.tab_${tab}`),
  }
  if (tab === 'work')
    return <Link to="/claims/$claimId/intake/$step" params={{ claimId, step: 'continue' }} {...look} />
  if (tab === 'overview') return <Link to="/claims/$claimId" params={{ claimId }} {...look} />
  return <Link to="/claims/$claimId/$tab" params={{ claimId, tab }} {...look} />
}
