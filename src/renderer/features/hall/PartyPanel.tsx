import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { HallMember, HallRow } from '../../../shared/contract/views.ts'
import { useKeys } from '../../app/keyboard.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { Picture } from '../../components/Picture.tsx'
import { ClaimStatePill, StatePill } from '../../components/StatePill.tsx'
import { nameOf } from '../claims/name.tsx'
import css from './Hall.module.css'
import { usePartySize } from './HallTable.tsx'
import type { PartyAct } from './party-acts.ts'

/** The selected party in full, and everything that can be done with it, each with its key. */
export function PartyPanel({ row, acts }: { row: HallRow; acts: readonly PartyAct[] }) {
  const { t, say } = useLanguage()
  const size = usePartySize(row)
  useKeys(acts.map(({ key, label, run }) => ({ keys: key, label, where: 'here' as const, run })))
  return (
    <section className={css.panel} aria-label={t('hall.selected')}>
      <h2>
        <bdi>{row.name ?? (row.kind === 'claims' ? t('hall.opened_directly') : size)}</bdi>
      </h2>
      {row.name && <div className={css.quiet}>{size}</div>}
      {row.priorities.length > 0 && (
        <div className={css.why}>
          {row.priorities.map(({ id, label, source }) => (
            <span key={id}>
              <strong>{say(label)}</strong>
              <br />
              {t('hall.first_because', { source: say(source) })}
            </span>
          ))}
        </div>
      )}
      {row.note && (
        <p className={css.note} dir="auto">
          {row.note}
        </p>
      )}
      <Members members={row.members} />
      <div className={css.acts}>
        {acts.map(({ key, label, run, pending, main }) => (
          <Button
            key={key}
            variant={main ? 'filled' : 'default'}
            justify="space-between"
            rightSection={<KeyHint keys={key} />}
            aria-keyshortcuts={key.toUpperCase()}
            loading={pending ?? false}
            onClick={run}
          >
            {t(label)}
          </Button>
        ))}
      </div>
    </section>
  )
}

function Members({ members }: { members: readonly HallMember[] }) {
  const t = useText()
  if (members.length === 0) return null
  return (
    <ul className={css.members} aria-label={t('family.members')}>
      {members.map((member) => (
        <li key={member.claimId}>
          <Member member={member} />
        </li>
      ))}
    </ul>
  )
}

function Member({ member }: { member: HallMember }) {
  const t = useText()
  const { claimId, photo, state, next, lane } = member
  const name = nameOf(member)
  return (
    <Link to="/claims/$claimId/intake/$step" params={{ claimId, step: next ?? 'continue' }} className={css.member}>
      <Picture claimId={claimId} sha256={photo} alt={t('claims.photo_of', { name })} width={28} />
      <span className={css.two}>
        <bdi className={css.strong}>{name || t('claims.no_name')}</bdi>
        <span className={css.line}>
          {next ? <span className={css.quiet}>{t(`step.${next}`)}</span> : <ClaimStatePill state={state} />}
          {lane === 'one_touch' && <StatePill tone="info">{t('lane.one_touch')}</StatePill>}
        </span>
      </span>
    </Link>
  )
}
