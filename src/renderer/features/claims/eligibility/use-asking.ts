import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { EligibilityWorksheet } from '../../../../shared/contract/views.ts'
import type { StepName } from '../../../../shared/domain/steps.ts'
import type { FactId } from '../../../../shared/rules/index.ts'
import { useDesk } from '../../../app/desk.tsx'
import { tellKeysLost } from '../../../app/key-waits.ts'
import { useClaim } from '../claim.tsx'

/** Which question is before the officer, and what may be answered. */
export interface Asking {
  readonly fact: FactId | undefined
  /** Questions left, the present one with them. */
  readonly left: number
  /** The questions left can no longer change the result, only add a ground. */
  readonly further: boolean
  readonly skipped: number
  /** Something was answered on this screen: the next question takes the focus. */
  readonly begun: boolean
  readonly pending: boolean
  readonly error: unknown
  readonly answer: (fact: FactId, value: unknown) => void
  readonly unknown: (fact: FactId) => void
  readonly change: (fact: FactId) => void
  readonly askAgain: () => void
  readonly askFurther: () => void
}

/** Facts that the form of another step holds: asked there, so that nobody is asked twice. */
export const heldIn: Partial<Record<FactId, StepName>> = {
  claimDate: 'entry',
  claimPlace: 'entry',
  entries: 'entry',
  citizenships: 'identity',
  stateless: 'identity',
  formerResidences: 'identity',
  birthDate: 'identity',
  accompaniedByParent: 'needs',
}

/** A reading of the worksheet that has begun is waited for, and none begun anew. */
const joined = { cancelRefetch: false }

/** Takes the officer through the questions, one at a time, the one that matters most first. */
export function useAsking({ evaluation, facts }: EligibilityWorksheet): Asking {
  const { claimId, take, inTurn } = useClaim()
  const [skipped, setSkipped] = useState<readonly FactId[]>([])
  const [changing, setChanging] = useState<FactId>()
  const [begun, setBegun] = useState(false)
  const [further, setFurther] = useState(false)
  const desk = useDesk()
  const queries = useQueryClient()
  const sending = useMutation(desk.eligibility.answer.mutationOptions({ ...inTurn, onSuccess: take }))
  const deciding = evaluation.nextQuestions
  const open = (deciding.length > 0 ? deciding : further ? evaluation.furtherQuestions : []).filter(
    (each) => !skipped.includes(each),
  )
  const move = () => {
    setBegun(true)
    setChanging(undefined)
  }
  /** The question that is answered, until the next one is there. */
  const answered = useRef<FactId>(undefined)
  const answer = async (fact: FactId, value: unknown) => {
    answered.current = fact
    try {
      await sending.mutateAsync({ claimId, facts: { [fact]: value as never }, bases: [] })
      move()
      await queries.invalidateQueries({ queryKey: desk.eligibility.worksheet.queryKey({ input: { claimId } }) }, joined)
    } finally {
      answered.current = undefined
    }
  }
  const send = (fact: FactId, value: unknown) => {
    // The officer has not read the next question yet: the answer is for neither.
    if (answered.current === fact) tellKeysLost()
    // A failure is the mutation's, which shows it.
    else answer(fact, value).catch(() => undefined)
  }
  return {
    fact: changing ?? open[0],
    left: open.length,
    further: deciding.length === 0,
    skipped: skipped.filter((each) => deciding.includes(each) || evaluation.furtherQuestions.includes(each)).length,
    begun,
    pending: sending.isPending,
    error: sending.error,
    answer: send,
    unknown: (fact) => {
      setSkipped([...skipped, fact])
      if (facts[fact] === undefined) move()
      else send(fact, null)
    },
    change: (fact) => {
      setBegun(true)
      setChanging(fact)
    },
    askAgain: () => setSkipped([]),
    askFurther: () => setFurther(true),
  }
}
