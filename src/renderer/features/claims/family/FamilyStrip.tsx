import { IconStarFilled, IconUsers } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { FamilyMember } from '../../../../shared/contract/views.ts'
import type { StepName } from '../../../../shared/domain/steps.ts'
import { type Shortcut, useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { Picture } from '../../../components/Picture.tsx'
import { useClaim } from '../claim.tsx'
import { nameOf } from '../name.tsx'
import type { ClaimTab } from '../Tabs.tsx'
import css from './Family.module.css'

interface Props {
  readonly tab: ClaimTab
  readonly step?: StepName | undefined
}

/** Where a member's claim opens: at the same place as the one on the screen, so that one step is done for all. */
const placeOf = (claimId: string, { tab, step }: Props) => {
  if (step) return { to: '/claims/$claimId/intake/$step', params: { claimId, step } } as const
  if (tab === 'overview') return { to: '/claims/$claimId', params: { claimId } } as const
  return { to: '/claims/$claimId/$tab', params: { claimId, tab } } as const
}

/** Who belongs together: each with photo, age, and what comes next; one key goes from one to the other. */
export function FamilyStrip(place: Props) {
  const t = useText()
  const { claimId, view } = useClaim()
  const members = view.family?.members ?? []
  useMemberKeys(members, claimId, place)
  if (!view.family || members.length < 2) return null
  const { arrival } = view.family
  return (
    <nav className={css.strip} aria-label={t('family.members')}>
      <IconUsers size={18} aria-hidden className={css.icon} />
      <ol>
        {members.map((member) => (
          <li key={member.claimId}>
            <Link
              {...placeOf(member.claimId, place)}
              className={css.member}
              aria-current={member.claimId === claimId ? 'true' : undefined}
            >
              <Member member={member} />
            </Link>
          </li>
        ))}
      </ol>
      {arrival && arrival.unopened > 0 && (
        <span className={css.quiet}>{t('family.unopened', { count: arrival.unopened })}</span>
      )}
    </nav>
  )
}

function Member({ member }: { member: FamilyMember }) {
  const t = useText()
  const name = nameOf(member) || t('claims.no_name')
  const age = member.age !== undefined && t('family.age', { age: member.age })
  const state = member.next ? t(`step.${member.next}`) : t(`claim_state.${member.state}`)
  return (
    <>
      <Picture claimId={member.claimId} sha256={member.photo} alt="" width={22} />
      <span className={css.words}>
        <span className={css.nameLine}>
          <bdi className={css.name}>{name}</bdi>
          {member.principal && (
            <span className={css.principal} title={t('family.principal')}>
              <IconStarFilled size={12} role="img" aria-label={t('family.principal')} />
            </span>
          )}
        </span>
        <span className={css.quiet}>{[age, member.minor && t('family.minor'), state].filter(Boolean).join(' · ')}</span>
      </span>
    </>
  )
}

function useMemberKeys(members: readonly FamilyMember[], claimId: string, place: Props) {
  const navigate = useNavigate()
  const go = (member: FamilyMember | undefined) => {
    if (member) void navigate(placeOf(member.claimId, place))
  }
  const at = members.findIndex((member) => member.claimId === claimId)
  const by = (step: number) => () => go(members[(at + step + members.length) % members.length])
  const keys: Shortcut[] =
    members.length < 2
      ? []
      : [
          { keys: 'j', label: 'family.next_member', where: 'here', run: by(1) },
          { keys: 'k', label: 'family.previous_member', where: 'here', run: by(-1) },
        ]
  useKeys(keys)
}
