import { IconCircle, IconCircleCheckFilled, IconCircleHalf2, type TablerIcon } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { StepView } from '../../../shared/contract/views.ts'
import { checkLack, isMainStep, type StepName, stepKeys, steps } from '../../../shared/domain/steps.ts'
import { checkNames } from '../../../shared/domain/vocabulary.ts'
import type { TextKey } from '../../../shared/i18n/index.ts'
import { useKeyNow, useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useClaim } from './claim.tsx'
import css from './Frame.module.css'
import { LaterSteps } from './lane/LaterSteps.tsx'

const icons: Readonly<Record<StepView['state'], TablerIcon>> = {
  empty: IconCircle,
  partial: IconCircleHalf2,
  complete: IconCircleCheckFilled,
}

/** Moves between the steps of this claim. */
export function useGoStep() {
  const navigate = useNavigate()
  const { claimId } = useClaim()
  return (step: StepName) => void navigate({ to: '/claims/$claimId/intake/$step', params: { claimId, step } })
}

export const stepAfter = (step: StepName, by: 1 | -1): StepName | undefined => steps[steps.indexOf(step) + by]

/** The steps in any order, each with where it stands and what it lacks. */
export function StepRail({ current }: { current: StepName }) {
  const t = useText()
  const { view } = useClaim()
  useStepKeys(current)
  const now = view.steps.filter(({ later }) => !later)
  return (
    <nav className={css.rail} aria-label={t('step.steps')}>
      <Steps steps={now.filter(({ step }) => isMainStep(step))} current={current} />
      <h2 className={css.railHeading}>{t('step.group_full_intake')}</h2>
      <Steps steps={now.filter(({ step }) => !isMainStep(step))} current={current} />
      <LaterSteps current={current} />
    </nav>
  )
}

function Steps({ steps: listed, current }: { steps: readonly StepView[]; current: StepName }) {
  const t = useText()
  const { claimId } = useClaim()
  return (
    <ol>
      {listed.map(({ step, state, lacks }) => {
        const Icon = icons[state]
        return (
          <li key={step}>
            <Link
              to="/claims/$claimId/intake/$step"
              params={{ claimId, step }}
              className={css.step}
              data-state={state}
              aria-current={step === current ? 'step' : undefined}
            >
              <Icon size={20} aria-hidden />
              <span className={css.stepWords}>
                <span>{t(`step.${step}`)}</span>
                <span className={css.lacks} data-quiet={state !== 'partial' || undefined}>
                  {state === 'partial' ? <Lacks lacks={lacks} /> : t(`step.state_${state}`)}
                </span>
              </span>
              <StepKey keys={stepKeys[step]} />
            </Link>
          </li>
        )
      })}
    </ol>
  )
}

/** The key that goes there, or what it was changed to. */
function StepKey({ keys }: { keys: string }) {
  return (
    <kbd className={css.stepKey} aria-hidden>
      {useKeyNow(keys)}
    </kbd>
  )
}

/** What a step lacks, in words. */
export function Lacks({ lacks }: { lacks: readonly string[] }) {
  const t = useText()
  const say = useLackName()
  return <>{t('step.lacks', { what: lacks.map(say).join(', ') })}</>
}

const needs = ['read', 'search', 'photo', ...checkNames.map(checkLack), 'decision', 'issue'] as const

/** Name of what is lacking: a field, or one of the things that are no field. */
export function useLackName() {
  const t = useText()
  return (lack: string) => {
    const need = needs.find((each) => each === lack)
    return need ? t(`step.lack_${need}`) : uncapitalized(t(`field.${lack}` as Extract<TextKey, 'field.familyName'>))
  }
}

/** In a sentence a name of a field begins small; `Canada` in it stays as it is. */
const uncapitalized = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1)

function useStepKeys(current: StepName) {
  const go = useGoStep()
  const move = (by: 1 | -1) => () => {
    const to = stepAfter(current, by)
    if (to) go(to)
  }
  useKeys([
    { keys: ']', label: 'step.key_next', where: 'here', run: move(1) },
    { keys: '[', label: 'step.key_previous', where: 'here', run: move(-1) },
    { keys: 'ctrl+shift+Enter', label: 'step.key_previous', where: 'here', run: move(-1) },
    ...steps.map((step) => ({
      keys: stepKeys[step],
      label: `step.${step}` as const,
      where: 'here' as const,
      run: () => go(step),
    })),
  ])
}
