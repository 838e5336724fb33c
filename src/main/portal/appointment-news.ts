import type { AppointmentKind } from '../../shared/domain/appointments.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { appointmentKindWords } from '../../shared/domain/timeline/appointments.ts'
import type { AppointmentMessage } from '../../shared/portal/appointment-messages.ts'
import type { ShownAppointment, ShownSlot } from '../../shared/portal/view/appointments.ts'
import type { PublicEvent } from '../../shared/portal/view/events.ts'
import { minuteIn } from '../../shared/rules/index.ts'

/**
 * What there is to tell a person of their appointments, from the public events alone: every desk comes to the same, and
 * to the same name for it, so that nothing is told twice.
 */
export interface News {
  readonly name: string
  readonly id: AppointmentMessage
  readonly kind: AppointmentKind
  readonly words: Readonly<Record<string, string>>
}

/** A booking that the order of the stream set aside: somebody else came first. */
export interface Fallen {
  readonly appointment: string
  readonly kind: AppointmentKind
  readonly slot: ShownSlot
}

interface Asked {
  readonly events: readonly PublicEvent[]
  /** As the person is shown them: offered or booked now. */
  readonly shown: readonly ShownAppointment[]
  readonly fallen: readonly Fallen[]
  /** Has the person been told what bears this name? */
  readonly told: (name: string) => boolean
  readonly language: 'en' | 'fr'
  readonly zone: string
  /** The office's day, and the moment (ms). */
  readonly on: string
  readonly now: number
}

/** News of which the person has not been told yet. */
export function newsOf(asked: Asked): News[] {
  const { events, shown, fallen, told } = asked
  const standing = shown.flatMap((one) => ofStanding(one, asked) ?? [])
  const ended = cancelledIn(events).flatMap((one) => ofCancelled(one, asked) ?? [])
  return [...standing, ...ended, ...fallen.flatMap((one) => ofFallen(one, asked))].filter(({ name }) => !told(name))
}

function ofStanding(one: ShownAppointment, { events, told, language, zone, now }: Asked): News | undefined {
  const { appointment, kind, what, offered, booked } = one
  const about = { kind, words: { what: what[language] } }
  const [time, before] = timesOf(events, appointment).toReversed()
  if (booked && time) {
    const words = { ...about.words, times: sayTime(booked, language) }
    if (!before || !told(before.name)) return { ...about, name: time.name, id: 'booked', words }
    return { ...about, name: time.name, id: 'moved', words: { ...words, before: sayTime(before.slot, language) } }
  }
  // An offer whose time ran out while the desk slept is not told of any more: it is about to end.
  if (!offered || Date.parse(offered.until) <= now) return undefined
  const times = offered.slots.map((slot) => `- ${sayTime(slot, language)}`).join('\n')
  const until = minuteIn(zone, Date.parse(offered.until)).replace('T', language === 'fr' ? ' à ' : ' at ')
  return {
    ...about,
    name: `${appointment}/offer/${offered.until}`,
    id: 'offered',
    words: { ...about.words, times, until },
  }
}

/** Only of a time that the person was told of, and that has not passed. */
function ofCancelled(
  { appointment, kind }: Pick<Fallen, 'appointment' | 'kind'>,
  { events, told, language, on }: Asked,
): News | undefined {
  const time = timesOf(events, appointment).at(-1)
  if (!time || time.slot.date < on || !told(time.name)) return undefined
  const words = { what: appointmentKindWords[kind][language], times: sayTime(time.slot, language) }
  return { name: `${time.name}/cancelled`, id: 'cancelled', kind, words }
}

/** What was told of a booking that fell, with what stands instead. A time that was given again is none that fell. */
function ofFallen({ appointment, kind, slot }: Fallen, { events, shown, told, language, on }: Asked): News[] {
  if (slot.date < on) return []
  const living = new Set(timesOf(events, appointment).map(({ name }) => name))
  const names = Array.from({ length: most }, (_, at) => nameOf(appointment, slot, at + 1))
  const instead = shown.find((one) => one.kind === kind && one.booked)?.booked
  const words = { what: appointmentKindWords[kind][language], times: sayTime(slot, language) }
  return names
    .filter((name) => !living.has(name) && told(name))
    .map((name) => ({
      ...{ name: `${name}/fallen`, kind },
      ...(instead
        ? { id: 'fallen_instead' as const, words: { ...words, instead: sayTime(instead, language) } }
        : { id: 'fallen' as const, words }),
    }))
}

/** Nobody is called back to the same time more often. */
const most = 5

interface Time {
  readonly name: string
  readonly slot: ShownSlot
}

/** The times to which an appointment was put, one after the other; one to which it comes back is another. */
function timesOf(events: readonly PublicEvent[], appointment: string): Time[] {
  const times: (Time & { readonly key: string })[] = []
  for (const { subject, type, body } of events) {
    if (subject.id !== appointment || body === null) continue
    if (type !== 'appointment.booked' && type !== 'appointment.moved') continue
    const { slot } = body as EventBody<typeof type>
    const key = keyOf(slot)
    if (times.at(-1)?.key === key) continue
    const nth = times.filter((each) => each.key === key).length + 1
    times.push({ key, slot, name: nameOf(appointment, slot, nth) })
  }
  return times
}

const keyOf = ({ date, time, place }: ShownSlot): string => `${date}T${time}/${place}`
const nameOf = (appointment: string, slot: ShownSlot, nth: number): string =>
  `${appointment}/${keyOf(slot)}${nth > 1 ? `/${nth}` : ''}`

/** Appointments that were cancelled at last. */
function cancelledIn(events: readonly PublicEvent[]): Pick<Fallen, 'appointment' | 'kind'>[] {
  return events.flatMap(({ type, subject, body }) =>
    type === 'appointment.cancelled' && body !== null
      ? [{ appointment: subject.id, kind: (body as EventBody<'appointment.cancelled'>).kind }]
      : [],
  )
}

const sayTime = ({ date, time, place }: ShownSlot, language: 'en' | 'fr'): string =>
  language === 'fr' ? `le ${date} à ${time.replace(':', ' h ')}, ${place}` : `${date} at ${time}, ${place}`
