import { Button } from '@mantine/core'
import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type ActName, actNames } from '../../../../shared/domain/acts.ts'
import { claimFields, personFields } from '../../../../shared/domain/fields.ts'
import { fullIntakeClaimFields } from '../../../../shared/domain/full-intake.ts'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { CheckPill } from '../checks/CheckPill.tsx'
import { useClaim } from '../claim.tsx'
import { LaneSection } from '../lane/LaneSection.tsx'
import { HeldPhoto } from '../photo/HeldPhoto.tsx'
import { Lacks } from '../StepRail.tsx'
import type { AnyField } from '../use-field.ts'
import { useFieldName, useSayValue } from '../values.ts'
import { DeadlineList } from './DeadlineList.tsx'
import { SetBocButton } from './MoreTime.tsx'
import css from './Overview.module.css'

/** The claim on one page: what is missing, decision, deadlines, and everything that is known. */
export function Overview() {
  return useClaim().view.only ? <PhotoOnly /> : <Whole />
}

/** What a reviewer of photos sees of it. */
function PhotoOnly() {
  const t = useText()
  const { view } = useClaim()
  return (
    <>
      <Fields title="overview.person" names={Object.keys(personFields) as AnyField[]} values={view.person} />
      <Section title={t('step.photo')}>
        {view.photo ? <HeldPhoto photo={view.photo} /> : <p className={css.quiet}>{t('overview.no_photo')}</p>}
      </Section>
    </>
  )
}

function Whole() {
  const { view } = useClaim()
  const person = Object.keys(personFields) as AnyField[]
  const claim = Object.keys(claimFields).filter((name) => !Object.hasOwn(fullIntakeClaimFields, name)) as AnyField[]
  const fullIntake = Object.keys(fullIntakeClaimFields) as AnyField[]
  return (
    <div className={css.columns}>
      <div>
        <Fields title="overview.person" names={person} values={view.person} />
        <Fields title="overview.claim" names={claim} values={view.claim} />
        <Fields title="overview.full_intake" names={fullIntake} values={view.claim} />
        <Fields title="overview.measures" names={actNames} values={view.acts} />
      </div>
      <div>
        <Missing />
        <Lane />
        <Decided />
        <Checks />
        <Deadlines />
      </div>
    </div>
  )
}

/** Fields that need the width of the page. */
const longFields: ReadonlySet<string> = new Set([
  'fearSummary',
  'narrative',
  'route',
  'heldDocuments',
  'earlierClaims',
  'seizures',
])

interface FieldsProps {
  readonly title: 'overview.person' | 'overview.claim' | 'overview.full_intake' | 'overview.measures'
  readonly names: readonly (AnyField | ActName)[]
  readonly values: Readonly<Partial<Record<string, { readonly value?: unknown }>>>
}

function Fields({ title, names, values }: FieldsProps) {
  const t = useText()
  const nameOf = useFieldName()
  const say = useSayValue()
  const known = names.filter((name) => say(name, values[name]?.value) !== '')
  if (known.length === 0 && title !== 'overview.person') return null
  return (
    <Section title={t(title)}>
      <dl className={css.fields}>
        {known.map((name) => (
          <div key={name} data-long={longFields.has(name) || undefined}>
            <dt>{nameOf(name)}</dt>
            <dd>
              <bdi>{say(name, values[name]?.value)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Each step that is not complete, with the way to it. */
function Missing() {
  const t = useText()
  const { claimId, view } = useClaim()
  const open = view.steps.filter(({ state, later }) => state !== 'complete' && !later)
  return (
    <Section title={t('overview.missing')}>
      {open.length === 0 ? (
        <p className={css.good}>
          <IconCircleCheck size={20} aria-hidden /> {t('overview.nothing_missing')}
        </p>
      ) : (
        <>
          <ul className={css.missing}>
            {open.map(({ step, lacks }) => (
              <li key={step}>
                <Link to="/claims/$claimId/intake/$step" params={{ claimId, step }}>
                  {t(`step.${step}`)}
                </Link>
                <span className={css.quiet}>
                  <Lacks lacks={lacks} />
                </span>
              </li>
            ))}
          </ul>
          {view.allowed.includes('edit') && (
            <Button
              renderRoot={(props) => (
                <Link to="/claims/$claimId/intake/$step" params={{ claimId, step: 'continue' }} {...props} />
              )}
              rightSection={<IconArrowRight size={18} aria-hidden />}
            >
              {t('overview.continue')}
            </Button>
          )}
        </>
      )}
    </Section>
  )
}

function Lane() {
  const t = useText()
  return (
    <Section title={t('lane.title')}>
      <LaneSection />
    </Section>
  )
}

function Decided() {
  const t = useText()
  const { view } = useClaim()
  const zone = useStatus()?.office?.zone
  const { decision, proposal, withdrawn } = view
  return (
    <Section title={t('overview.decision')}>
      {proposal && (
        <p>
          <strong>{t('elig.waits_for_second')}</strong>
          <br />
          {t('elig.proposed_by', { by: proposal.by, at: instantText(proposal.at, zone) })}
        </p>
      )}
      {decision ? (
        <>
          <strong>{t(`elig.outcome_${decision.outcome}`)}</strong>
          {decision.reason && <p>{decision.reason}</p>}
          <p className={css.quiet}>
            {t('overview.by', { by: decision.by, at: instantText(decision.at, zone) })}
            {decision.proposedBy && `; ${t('elig.two_officers', { by: decision.proposedBy })}`}
          </p>
        </>
      ) : (
        !proposal && !withdrawn && <p className={css.quiet}>{t('overview.no_decision')}</p>
      )}
      {withdrawn && (
        <p>
          <strong>{t('withdraw.was', { date: withdrawn.on })}</strong>
          <br />
          {`${t(`withdraw.${withdrawn.how}`)}, ${withdrawn.by}. ${withdrawn.reason}`}
        </p>
      )}
      {view.earlierDecisions.toReversed().map((earlier) => (
        <div key={earlier.at} className={css.earlier}>
          <p className={css.quiet}>{t('reopen.earlier')}</p>
          <s>{t(`elig.outcome_${earlier.outcome}`)}</s>
          <p className={css.quiet}>{t('overview.by', { by: earlier.by, at: instantText(earlier.at, zone) })}</p>
          <p>{earlier.reopened.reason}</p>
          <p className={css.quiet}>
            {t('reopen.by', { by: earlier.reopened.by, at: instantText(earlier.reopened.at, zone) })}
          </p>
        </div>
      ))}
    </Section>
  )
}

function Checks() {
  const t = useText()
  const { view } = useClaim()
  return (
    <Section title={t('step.checks')}>
      <ul className={css.checks}>
        {view.checks.map((check) => (
          <li key={check.name}>
            {t(`check.${check.name}`)} <CheckPill check={check} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Deadlines() {
  const { t, say } = useLanguage()
  const { view, mayEdit } = useClaim()
  const standing = view.deadlines.filter(({ superseded }) => !superseded)
  const superseded = view.deadlines.filter((due) => due.superseded)
  return (
    <Section title={t('overview.deadlines')}>
      {standing.length > 0 ? (
        <DeadlineList deadlines={standing} />
      ) : (
        <p className={css.quiet}>{t('overview.no_deadlines')}</p>
      )}
      {mayEdit && view.claim.channel?.value === 'inland' && <SetBocButton />}
      {superseded.length > 0 && (
        <div className={css.earlier}>
          <p className={css.quiet}>{t('reopen.superseded')}</p>
          <ul className={css.superseded}>
            {superseded.map(({ rule, due, label }) => (
              <li key={`${rule}${due}`}>
                <s>
                  {due} {say(label)}
                </s>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}
