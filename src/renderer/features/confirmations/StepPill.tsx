import type { ConfirmationStep } from '../../../shared/domain/confirmation/table.ts'
import { queueWords, stepWords } from '../../../shared/domain/confirmation/words.ts'
import { useLanguage } from '../../app/language.tsx'
import { StatePill, type Tone } from '../../components/StatePill.tsx'

const tones: Readonly<Record<ConfirmationStep, Tone>> = {
  to_invite: 'attention',
  invited: 'neutral',
  account_to_create: 'attention',
  password_out: 'neutral',
  declaration_awaited: 'neutral',
  abroad: 'neutral',
  interview_required: 'attention',
  interview_booked: 'info',
  not_satisfied: 'bad',
  ready_for_confirmation: 'attention',
  address_awaited: 'neutral',
  photo_awaited: 'neutral',
  photo_returned: 'neutral',
  photo_waiting: 'attention',
  card_to_order: 'attention',
  card_ordered: 'info',
  card_produced: 'info',
  card_undelivered: 'bad',
  card_mailed: 'good',
  closed: 'neutral',
  duplicate: 'bad',
}

/** Where a person stands, in a word. */
export function StepPill({ step, passwordExpired = false }: { step: ConfirmationStep; passwordExpired?: boolean }) {
  const { say } = useLanguage()
  const expired = step === 'password_out' && passwordExpired
  return (
    <StatePill tone={expired ? 'attention' : tones[step]}>
      {say(expired ? queueWords.password_expired : stepWords[step])}
    </StatePill>
  )
}
