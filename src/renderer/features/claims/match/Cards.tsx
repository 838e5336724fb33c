import { Button, Group } from '@mantine/core'
import { IconBan, IconEqual, IconEqualNot, IconLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Candidate, ClaimRow } from '../../../../shared/contract/views.ts'
import { nameLine } from '../../../../shared/names/name-line.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { countryName } from '../../../app/names.ts'
import { groupClientId, groupSerial } from '../../../app/numbers.ts'
import { Picture } from '../../../components/Picture.tsx'
import { ClaimStatePill } from '../../../components/StatePill.tsx'
import { useClaim } from '../claim.tsx'
import { PersonName } from '../name.tsx'
import css from './Match.module.css'

type Person = Pick<
  ClaimRow,
  'familyName' | 'givenNames' | 'nativeName' | 'birthDate' | 'citizenships' | 'clientId' | 'photo'
> & { readonly sex?: string | undefined }

/** The person of this claim, for comparison. */
export function PersonCard() {
  const t = useText()
  const { claimId, view } = useClaim()
  return (
    <section className={css.card} data-own aria-label={t('match.this')}>
      <h3 className={css.kind}>{t('match.this')}</h3>
      <Facts person={{ ...view.row, sex: view.person.sex?.value }} claimId={claimId} />
    </section>
  )
}

interface Props {
  readonly candidate: Candidate
  readonly number: number
  readonly onAnswer: (same: boolean) => void
}

/** Somebody who may be the same person: why, under which claims, and the officer's answer. */
export function CandidateCard({ candidate, number, onAnswer }: Props) {
  const t = useText()
  const { mayEdit } = useClaim()
  const title = t('match.candidate', { n: number })
  const out = candidate.ruledOut !== undefined
  return (
    <section className={css.card} data-out={out || undefined} aria-label={title}>
      <h3 className={css.kind}>{title}</h3>
      <Facts person={candidate} claimId={candidate.claims[0]?.claimId} match={candidate.why} />
      <p className={css.why}>
        {candidate.why.map((reason) => (
          <span key={reason} className={css.reason}>
            <IconLink size={16} aria-hidden /> {t(`match.why_${reason}`)}
          </span>
        ))}
      </p>
      <Claims candidate={candidate} />
      {out ? (
        <p className={css.ruledOut}>
          <IconBan size={18} aria-hidden /> {t('match.ruled_out', { reason: candidate.ruledOut ?? '' })}
        </p>
      ) : (
        <Group gap="xs">
          <Button
            variant="default"
            disabled={!mayEdit}
            leftSection={<IconEqualNot size={18} aria-hidden />}
            onClick={() => onAnswer(false)}
          >
            {t('match.not_same')}
          </Button>
          <Button
            variant="default"
            disabled={!mayEdit}
            leftSection={<IconEqual size={18} aria-hidden />}
            onClick={() => onAnswer(true)}
          >
            {t('match.same')}
          </Button>
        </Group>
      )}
    </section>
  )
}

interface FactsProps {
  readonly person: Person
  /** A claim of the person: who may see it may see the photo. */
  readonly claimId: string | undefined
  readonly match?: Candidate['why']
}

function Facts({ person, claimId, match = [] }: FactsProps) {
  const { t, language } = useLanguage()
  const sameBirth = match.includes('same_birth_date')
  const sameCitizenship = match.includes('same_citizenship')
  return (
    <div className={css.facts}>
      <div className={css.name}>
        <PersonName person={person} />
      </div>
      <Picture
        claimId={claimId ?? ''}
        sha256={claimId && person.photo}
        alt={t('claims.photo_of', { name: nameLine(person) })}
        width={70}
      />
      <dl>
        <Fact label={t('field.birthDate')} same={sameBirth}>
          {person.birthDate}
        </Fact>
        <Fact label={t('field.sex')}>{person.sex}</Fact>
        <Fact label={t('field.citizenships')} same={sameCitizenship}>
          {person.citizenships.map((code) => countryName(code, language)).join(', ')}
        </Fact>
        <Fact label={t('number.uci')}>{person.clientId && groupClientId(person.clientId)}</Fact>
      </dl>
    </div>
  )
}

function Fact({ label, same = false, children }: { label: string; same?: boolean; children: ReactNode }) {
  return (
    <>
      <dt className={css.quiet}>{label}</dt>
      <dd>{same ? <mark className={css.same}>{children}</mark> : children || '–'}</dd>
    </>
  )
}

function Claims({ candidate }: { candidate: Candidate }) {
  const t = useText()
  if (candidate.claims.length === 0) return <p className={css.quiet}>{t('match.no_claims')}</p>
  return (
    <ul className={css.claims} aria-label={t('match.claims')}>
      {candidate.claims.map((claim) => (
        <li key={claim.claimId}>
          <Link to="/claims/$claimId" params={{ claimId: claim.claimId }}>
            {groupSerial(claim.applicationNumber)}
          </Link>
          <span className={css.quiet}>{claim.claimDate}</span>
          <ClaimStatePill state={claim.state} />
        </li>
      ))}
    </ul>
  )
}
