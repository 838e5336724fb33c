import { IconMapPin, IconVideo } from '@tabler/icons-react'
import type { SlotView } from '../../../shared/contract/views.ts'
import { minuteOf, type Slot, timeOf } from '../../../shared/domain/appointments.ts'
import { withWeekday } from '../../app/dates.ts'
import { useLanguage } from '../../app/language.tsx'
import css from './Interviews.module.css'

/** `09:00-10:30` */
export const spanText = ({ time, minutes }: Pick<Slot, 'time' | 'minutes'>): string =>
  `${time}–${timeOf(minuteOf(time) + minutes)}`

/** A slot as the contract takes it, without the names that only the screen shows. */
export const bare = ({ officerName: _, roomName: __, interpreterName: ___, ...slot }: SlotView): Slot => slot

/** When, with whom and where, in two lines. */
export function SlotWords({ slot, last }: { slot: SlotView; last?: SlotView | undefined }) {
  const { language } = useLanguage()
  const span = last ? { time: slot.time, minutes: minuteOf(last.time) + last.minutes - minuteOf(slot.time) } : slot
  const with_ = [slot.officerName, slot.interpreterName, slot.roomName ?? slot.place].filter(Boolean).join(' · ')
  const Icon = slot.mode === 'video' ? IconVideo : IconMapPin
  return (
    <span className={css.two}>
      <span className={css.strong}>
        {withWeekday(slot.date, language)} {spanText(span)}
      </span>
      <span className={css.quiet}>
        <Icon size={14} aria-hidden /> <bdi>{with_}</bdi>
      </span>
    </span>
  )
}
