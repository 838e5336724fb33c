import { Chip, Group } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { FamilyMember } from '../../../../shared/contract/views.ts'
import type { FamilyGroup } from '../../../../shared/domain/family.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { useClaim } from '../claim.tsx'
import { nameOf } from '../name.tsx'
import css from './Family.module.css'

/** Groups that may change after a decision too: where to reach a person. */
const reachable: ReadonlySet<FamilyGroup> = new Set(['address', 'reach'])

/** Says that a group of fields is typed once for the family, and for whom it differs; one press goes back. */
export function SameForFamily({ group }: { group: FamilyGroup }) {
  const t = useText()
  const { view, claimId, take, inTurn, mayEdit, mayCorrect } = useClaim()
  const desk = useDesk()
  const differs = useMutation(desk.families.differs.mutationOptions({ ...inTurn, onSuccess: take }))
  const members = view.family?.members ?? []
  if (members.length < 2) return null
  const mayChange = mayEdit || (reachable.has(group) && mayCorrect)
  const name = t(`family.group_${group}`)
  return (
    <>
      <fieldset className={css.same} aria-label={t('family.differs_label', { group: name })}>
        <span aria-hidden>
          <IconUsers size={16} /> {t('family.shared', { group: name })}
        </span>
        <Group gap={6}>
          {members.map((member) => (
            <Chip
              key={member.claimId}
              size="xs"
              radius="sm"
              variant="outline"
              disabled={!mayChange || (member.closed && !reachable.has(group))}
              checked={member.differs.includes(group)}
              onChange={(on) =>
                differs.mutate({ claimId, memberId: member.claimId, group, as: on ? 'differs' : 'same' })
              }
            >
              <MemberWords member={member} group={group} own={member.claimId === claimId} />
            </Chip>
          ))}
        </Group>
      </fieldset>
      <FailureNotice error={differs.error} />
    </>
  )
}

function MemberWords({ member, group, own }: { member: FamilyMember; group: FamilyGroup; own: boolean }) {
  const t = useText()
  const name = member.givenNames ?? (nameOf(member) || t('claims.no_name'))
  const silent = member.apart.includes(group) && !member.differs.includes(group)
  const remark = member.closed && !reachable.has(group) ? t('family.closed') : silent && t('family.apart')
  if (own) return t('family.this_claim')
  return (
    <>
      <bdi>{name}</bdi>
      {remark && ` (${remark})`}
    </>
  )
}
