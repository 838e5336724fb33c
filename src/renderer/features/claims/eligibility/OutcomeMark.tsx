import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHelpCircle,
  IconShieldCheck,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Outcome } from '../../../../shared/rules/index.ts'
import { useText } from '../../../app/language.tsx'
import css from './Eligibility.module.css'
import { outcomeWord } from './FindingList.tsx'

/** A rule that is met bites: red. One that is not met or lifted lets the claim through: green. */
const looks: Readonly<Record<Outcome['kind'], { icon: TablerIcon; tone: string }>> = {
  met: { icon: IconCircleX, tone: 'bad' },
  not_met: { icon: IconCircleCheck, tone: 'good' },
  unknown: { icon: IconHelpCircle, tone: 'attention' },
  not_applicable: { icon: IconCircleDashed, tone: 'neutral' },
  exempt: { icon: IconShieldCheck, tone: 'good' },
}

/** Outcome of a rule: icon and word. */
export function OutcomeMark({ kind }: { kind: Outcome['kind'] }) {
  const t = useText()
  const { icon: Icon, tone } = looks[kind]
  return (
    <span className={css.mark} data-tone={tone}>
      <Icon size={20} aria-hidden /> {t(outcomeWord[kind])}
    </span>
  )
}
