import { Button, Group } from '@mantine/core'
import { IconClockPause, IconHelpCircle, IconSend, IconUserX, type TablerIcon } from '@tabler/icons-react'
import { useState } from 'react'
import type { DecisionOutcome, EligibilityWorksheet } from '../../../../shared/contract/views.ts'
import { decisionOutcomes } from '../../../../shared/domain/vocabulary.ts'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { useClaim } from '../claim.tsx'
import { useGoStep } from '../StepRail.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import css from './Eligibility.module.css'
import { Waiting } from './Waiting.tsx'

type Proposed = EligibilityWorksheet['evaluation']['outcome']['kind']

/** The decision that follows what the rules propose. */
export const decisionFor: Readonly<Record<Proposed, DecisionOutcome>> = {
  eligible: 'referred',
  ineligible: 'ineligible',
  cannot_claim: 'ineligible',
  suspended: 'suspended',
  not_enough_facts: 'undecided',
}

const icons: Readonly<Record<DecisionOutcome, TablerIcon>> = {
  referred: IconSend,
  ineligible: IconUserX,
  suspended: IconClockPause,
  undecided: IconHelpCircle,
}

/** What the rules propose, or what was decided; and the four decisions. */
export function Decision({ sheet }: { sheet: EligibilityWorksheet }) {
  const { view } = useClaim()
  const may = useMay()
  const open = may('claim.decide') && view.allowed.includes('decide')
  return (
    <section className={css.decision}>
      {view.proposal ? (
        <Waiting sheet={sheet} proposal={view.proposal} />
      ) : view.decision ? (
        <Decided />
      ) : (
        <Proposal sheet={sheet} />
      )}
      {open && <Buttons sheet={sheet} />}
    </section>
  )
}

function Proposal({ sheet }: { sheet: EligibilityWorksheet }) {
  const { t, say } = useLanguage()
  const { outcome, decisionDate, findings } = sheet.evaluation
  const decision = decisionFor[outcome.kind]
  const Icon = icons[decision]
  const rules = 'rules' in outcome ? outcome.rules : []
  return (
    <div className={css.proposed} data-outcome={decision}>
      <Icon size={36} stroke={1.5} aria-hidden />
      <div role="status">
        <span className={css.quiet}>{t('elig.proposed')}</span>
        <p className={css.outcome}>{t(`elig.${outcome.kind}`)}</p>
        {findings
          .filter(({ rule }) => rules.includes(rule))
          .map(({ rule, title, citation }) => (
            <p key={rule} className={css.ground}>
              {say(title)} <span className={css.quiet}>({say(citation)})</span>
            </p>
          ))}
        <span className={css.quiet}>{t('elig.on', { date: decisionDate, set: say(sheet.ruleSetTitle) })}</span>
      </div>
    </div>
  )
}

function Decided() {
  const t = useText()
  const { view } = useClaim()
  const zone = useStatus()?.office?.zone
  const { decision } = view
  const go = useGoStep()
  if (!decision) return null
  const Icon = icons[decision.outcome]
  const differs = decisionFor[decision.proposed as Proposed] !== decision.outcome
  return (
    <div className={css.proposed} data-outcome={decision.outcome}>
      <Icon size={36} stroke={1.5} aria-hidden />
      <div>
        <span className={css.quiet}>
          {t('elig.decided')} {t('elig.decided_by', { by: decision.by, at: instantText(decision.at, zone) })}
          {decision.proposedBy && `; ${t('elig.two_officers', { by: decision.proposedBy })}`}
        </span>
        <p className={css.outcome}>{t(`elig.outcome_${decision.outcome}`)}</p>
        {differs && decision.outcome !== 'undecided' && <p className={css.ground}>{t('elig.differed')}</p>}
        {decision.reason && <p className={css.ground}>{decision.reason}</p>}
        <Button mt="xs" onClick={() => go('document')}>
          {t('elig.then_document')}
        </Button>
      </div>
    </div>
  )
}

function Buttons({ sheet }: { sheet: EligibilityWorksheet }) {
  const t = useText()
  const [deciding, setDeciding] = useState<DecisionOutcome>()
  const { kind } = sheet.evaluation.outcome
  const proposed = decisionFor[kind]
  // The desk refuses it too: no reason stands for a fact.
  const factsNeeded = kind === 'not_enough_facts'
  useKeys([{ keys: 'ctrl+Enter', label: 'elig.decide', where: 'here', run: () => setDeciding(deciding ?? proposed) }])
  return (
    <div className={css.buttons}>
      <h3 className={css.quiet}>{t('elig.decide')}</h3>
      <Group gap="xs">
        {decisionOutcomes.map((outcome) => (
          <Button
            key={outcome}
            variant={outcome === proposed ? 'filled' : 'default'}
            disabled={factsNeeded && outcome === 'referred'}
            rightSection={outcome === proposed ? <KeyHint keys="ctrl+Enter" /> : undefined}
            onClick={() => setDeciding(outcome)}
          >
            {t(`elig.decide_${outcome}`)}
          </Button>
        ))}
      </Group>
      {factsNeeded && <span className={css.quiet}>{t('elig.facts_needed')}</span>}
      {deciding && <DecideDialog outcome={deciding} sheet={sheet} onClose={() => setDeciding(undefined)} />}
    </div>
  )
}
