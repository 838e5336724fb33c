import { IconClockExclamation } from '@tabler/icons-react'
import { useText } from '../../../app/language.tsx'
import { StatePill } from '../../../components/StatePill.tsx'

/** The day by which it is to be mailed; past it in colour, word and icon. */
export function Due({ due, late }: { due?: string; late: boolean }) {
  const t = useText()
  if (!due) return '–'
  if (!late) return due
  return (
    <StatePill tone="bad" icon={IconClockExclamation}>
      {t('cards.late', { date: due })}
    </StatePill>
  )
}
