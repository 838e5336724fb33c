import { Button, VisuallyHidden } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { DeadlineView } from '../../../../shared/contract/views.ts'
import { isLate, isOpen } from '../../../../shared/domain/deadlines.ts'
import { isExtendable } from '../../../../shared/rules/index.ts'
import { weekdayOf } from '../../../app/dates.ts'
import { type Shortcut, useKeys } from '../../../app/keyboard.ts'
import { useLanguage } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { StatePill } from '../../../components/StatePill.tsx'
import { DueDate } from '../../today/Lists.tsx'
import { useClaim } from '../claim.tsx'
import { AskDialog, AskedFor } from './AskedTime.tsx'
import { MeetDialog, ReopenDialog } from './MeetDeadline.tsx'
import { ExtendDialog } from './MoreTime.tsx'
import css from './Overview.module.css'

const sources = ['LAW', 'SEED', 'PRACTICE'] as const

/** Deadlines, the earliest first, each with its day, what it is counted from and by which source; R notes the next one met. */
export function DeadlineList({ deadlines }: { deadlines: readonly DeadlineView[] }) {
  const { view } = useClaim()
  const mayNote = useMay()('claim.edit') && view.allowed.includes('meet_deadline')
  const mayExtend = useMay()('deadline.extend') && view.allowed.includes('meet_deadline')
  const [asked, setAsked] = useState<DeadlineView>()
  const [extending, setExtending] = useState<DeadlineView>()
  const [asking, setAsking] = useState<DeadlineView>()
  const sorted = [...deadlines].sort((a, b) => a.due.localeCompare(b.due))
  const next = mayNote ? sorted.find(isOpen) : undefined
  const keys: Shortcut[] = next
    ? [{ keys: 'r', label: 'overview.met_next', where: 'here', run: () => setAsked(next) }]
    : []
  useKeys(keys)
  const close = () => setAsked(undefined)
  return (
    <>
      <ul className={css.deadlines}>
        {sorted.map((deadline) => (
          <li key={`${deadline.rule}${deadline.due}${deadline.superseded}`}>
            <Deadline
              deadline={deadline}
              isNext={deadline === next}
              {...(mayNote && (isOpen(deadline) || deadline.met) && !deadline.superseded
                ? { onNote: () => setAsked(deadline) }
                : {})}
              {...(mayExtend && isOpen(deadline) && isExtendable(deadline.rule)
                ? { onExtend: () => setExtending(deadline) }
                : {})}
              {...(mayNote && isOpen(deadline) && isExtendable(deadline.rule) && !deadline.asked
                ? { onAsk: () => setAsking(deadline) }
                : {})}
            />
          </li>
        ))}
      </ul>
      {asking && <AskDialog deadline={asking} onClose={() => setAsking(undefined)} />}
      {extending && <ExtendDialog deadline={extending} onClose={() => setExtending(undefined)} />}
      {asked &&
        (asked.met ? (
          <ReopenDialog deadline={asked} onClose={close} />
        ) : (
          <MeetDialog deadline={asked} onClose={close} />
        ))}
    </>
  )
}

interface DeadlineProps {
  readonly deadline: DeadlineView
  readonly isNext: boolean
  /** Notes it met, or takes that back. */
  readonly onNote?: () => void
  /** Gives more time. */
  readonly onExtend?: () => void
  /** Takes down that more time is asked for. */
  readonly onAsk?: () => void
}

function Deadline({ deadline, isNext, onNote, onExtend, onAsk }: DeadlineProps) {
  const { t, say, language } = useLanguage()
  const source = sources.find((each) => each === deadline.source)
  const { met, superseded, original } = deadline
  return (
    <>
      <span className={css.deadlineHead}>
        {met ? (
          <span className={css.good}>
            <IconCircleCheck size={18} aria-hidden /> {t('overview.met', { date: met })}
            {isLate(deadline) && <StatePill tone="bad">{t('deadline.late')}</StatePill>}
          </span>
        ) : superseded ? (
          <span>{t('overview.superseded', { date: deadline.due })}</span>
        ) : (
          <DueDate date={deadline.due} />
        )}
        {onNote && (
          <Button
            size="compact-sm"
            variant={met ? 'subtle' : 'default'}
            {...(isNext ? { rightSection: <KeyHint keys="r" />, 'aria-keyshortcuts': 'R' } : {})}
            onClick={onNote}
          >
            {t(met ? 'overview.reopen' : 'overview.meet')}
            <VisuallyHidden component="span"> {say(deadline.label)}</VisuallyHidden>
          </Button>
        )}
        {onExtend && (
          <Button size="compact-sm" variant="default" onClick={onExtend}>
            {t('deadline.extend')}
            <VisuallyHidden component="span"> {say(deadline.label)}</VisuallyHidden>
          </Button>
        )}
        {onAsk && (
          <Button size="compact-sm" variant="subtle" onClick={onAsk}>
            {t('deadline.ask')}
            <VisuallyHidden component="span"> {say(deadline.label)}</VisuallyHidden>
          </Button>
        )}
      </span>
      <span>
        {say(deadline.label)}
        <span className={css.quiet}>
          {met ? t('overview.was_due', { date: deadline.due }) : weekdayOf(deadline.due, language)} ·{' '}
          {original && `${t('deadline.extended_from', { date: original })} · `}
          {t('overview.counted_from', { date: deadline.trigger })} · {say(deadline.citation)}
          {source && ` (${t(`overview.source_${source}`)})`}
        </span>
      </span>
      {deadline.asked && <AskedFor asked={deadline.asked} answers={onExtend !== undefined} />}
    </>
  )
}
