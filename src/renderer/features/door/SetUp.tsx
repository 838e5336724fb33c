import { Anchor, Group } from '@mantine/core'
import { useState } from 'react'
import type { SetupSecrets } from '../../../shared/contract/views.ts'
import { useText } from '../../app/language.tsx'
import css from './Door.module.css'
import { Door } from './Door.tsx'
import { Restore } from './Restore.tsx'
import { SetUpSecrets } from './SetUpSecrets.tsx'
import { AdministratorStep, NumbersStep, OfficeStep } from './SetUpSteps.tsx'

/** What the wizard has gathered so far. */
export interface Gathered {
  readonly office: string
  readonly displayName: string
  readonly userName: string
  readonly password: string
  readonly numbers: string
}

const blank: Gathered = { office: '', displayName: '', userName: '', password: '', numbers: '' }
const total = 4

/** First start of a desk: office, first administrator, numbers, secrets. Nothing is written before the last but one step. */
export function SetUp() {
  const t = useText()
  const [restoring, setRestoring] = useState(false)
  const [step, setStep] = useState(1)
  const [gathered, setGathered] = useState(blank)
  const [secrets, setSecrets] = useState<SetupSecrets>()
  if (restoring) return <Restore backLabel={t('setup.new_link')} onBack={() => setRestoring(false)} />
  const parts = {
    gathered,
    onGather: (more: Partial<Gathered>) => setGathered((before) => ({ ...before, ...more })),
    onBack: () => setStep((at) => at - 1),
    onNext: () => setStep((at) => at + 1),
  }
  return (
    <Door title={t('setup.title')} about={step === 1 ? t('setup.about') : undefined} wide>
      <p aria-live="polite" className={css.quiet}>
        {t('setup.step', { n: secrets ? total : step, total })}
      </p>
      {!secrets && step === 1 && <OfficeStep {...parts} />}
      {!secrets && step === 2 && <AdministratorStep {...parts} />}
      {!secrets && step === 3 && <NumbersStep {...parts} onSecrets={setSecrets} />}
      {secrets && <SetUpSecrets secrets={secrets} />}
      {step === 1 && (
        <Group mt="md">
          <Anchor component="button" type="button" onClick={() => setRestoring(true)}>
            {t('setup.restore_link')}
          </Anchor>
        </Group>
      )}
    </Door>
  )
}
