import { Navigate, useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { nextStep, type StepName, steps } from '../../../shared/domain/steps.ts'
import { NotFound } from '../../components/states.tsx'
import { DocumentStep } from '../documents/DocumentStep.tsx'
import { ClaimPacks } from '../packs/ClaimPacks.tsx'
import { ClaimFrame } from './ClaimFrame.tsx'
import { ChecksStep } from './checks/ChecksStep.tsx'
import { ClaimProvider, useClaim } from './claim.tsx'
import { EligibilityStep } from './eligibility/EligibilityStep.tsx'
import { SearchStep } from './match/SearchStep.tsx'
import { PassportStep } from './passport/PassportStep.tsx'
import { PhotoStep } from './photo/PhotoStep.tsx'
import { BackgroundStep } from './steps/BackgroundStep.tsx'
import { ContactStep } from './steps/ContactStep.tsx'
import { EntryStep } from './steps/EntryStep.tsx'
import { GroundsStep } from './steps/GroundsStep.tsx'
import { IdentityStep } from './steps/IdentityStep.tsx'
import { JourneyStep } from './steps/JourneyStep.tsx'
import { MeasuresStep } from './steps/MeasuresStep.tsx'
import { NeedsStep } from './steps/NeedsStep.tsx'
import { PapersStep } from './steps/PapersStep.tsx'

const screens: Readonly<Record<StepName, ComponentType>> = {
  passport: PassportStep,
  search: SearchStep,
  identity: IdentityStep,
  contact: ContactStep,
  entry: EntryStep,
  grounds: GroundsStep,
  photo: PhotoStep,
  checks: ChecksStep,
  eligibility: EligibilityStep,
  document: DocumentStep,
  needs: NeedsStep,
  journey: JourneyStep,
  papers: PapersStep,
  background: BackgroundStep,
  measures: MeasuresStep,
}

/** A step of a claim's intake. `continue` stands for the first step that is not complete. */
export function IntakeScreen() {
  const { claimId, step } = useParams({ from: '/claims/$claimId/intake/$step' })
  const name = steps.find((each) => each === step)
  if (!name && step !== 'continue') return <NotFound />
  return (
    <ClaimProvider key={claimId} claimId={claimId}>
      {name ? <Screen step={name} /> : <Continue />}
    </ClaimProvider>
  )
}

function Screen({ step }: { step: StepName }) {
  const Content = screens[step]
  return (
    <ClaimFrame tab="work" step={step}>
      <ClaimPacks />
      <Content key={step} />
    </ClaimFrame>
  )
}

function Continue() {
  const { claimId, view } = useClaim()
  const step = nextStep(view.steps) ?? 'document'
  return <Navigate to="/claims/$claimId/intake/$step" params={{ claimId, step }} replace />
}
