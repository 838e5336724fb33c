import type { ConfirmationState } from '../../../../shared/domain/confirmation/table.ts'
import { useText } from '../../../app/language.tsx'
import { StatePill, type Tone } from '../../../components/StatePill.tsx'

const tones: Readonly<Record<ConfirmationState['card'], Tone>> = {
  none: 'neutral',
  ordered: 'info',
  acknowledged: 'info',
  refused: 'bad',
  produced: 'info',
  mailed: 'good',
  undelivered: 'bad',
}

/** Where a card is, in a word. */
export function CardPill({ state }: { state: ConfirmationState['card'] }) {
  const t = useText()
  return <StatePill tone={tones[state]}>{t(`cards.state_${state}`)}</StatePill>
}
