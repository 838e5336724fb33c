import { type Desk, type Ready, reason, type Scenes } from './scene.ts'

const when = {
  hours: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '08:30', to: '16:30' }]])),
  away: [],
}
/** With a panel physician: the office holds nothing for it, so any time will do. */
const at = (date: string, time = '10:00') =>
  ({
    date,
    time,
    minutes: 30,
    mode: 'in_person',
    officer: null,
    room: null,
    interpreter: null,
    place: 'Clinic',
  }) as const
const whom = ({ intake }: Pick<Ready, 'intake'>) => ({ about: { kind: 'claim', id: intake }, kind: 'medical' }) as const
const three = [at('2026-12-07'), at('2026-12-08'), at('2026-12-09')]

const booked = (desk: Desk, ready: Ready) => desk.appointments.book({ ...whom(ready), slot: at('2026-12-07') })
const offered = (desk: Desk, ready: Ready) => desk.appointments.offer({ ...whom(ready), slots: three })
async function ofToday(desk: Desk, ready: Ready): Promise<{ appointmentId: string }> {
  const { today } = await desk.appointments.calendar({ date: '2026-11-23', view: 'day' })
  return idOf(await desk.appointments.book({ ...whom(ready), slot: at(today, '23:15') }))
}
const noted = async (desk: Desk, ready: Ready) => {
  const made = await ofToday(desk, ready)
  await desk.appointments.attendance({ ...made, attendance: 'attended' })
  return made
}
const idOf = ({ appointmentId }: { appointmentId: string }) => ({ appointmentId })

export const appointmentScenes: Scenes<'appointments' | 'roster'> = {
  'appointments.request': { interview: { as: 'amelie', input: (_, ready) => whom(ready) } },
  'appointments.book': {
    medical: { as: 'amelie', input: (_, ready) => ({ ...whom(ready), slot: at('2026-12-07') }) },
  },
  'appointments.accept': {
    alone: { as: 'amelie', input: (_, ready) => ({ ...whom(ready), slots: [at('2026-12-07')] }) },
  },
  'appointments.offer': {
    three: { as: 'amelie', input: (_, ready) => ({ ...whom(ready), slots: three }) },
  },
  'appointments.endOffer': {
    declined: {
      as: 'amelie',
      input: async (desk, ready) => ({ ...idOf(await offered(desk, ready)), why: 'declined' }),
    },
  },
  'appointments.choose': {
    second: { as: 'amelie', input: async (desk, ready) => ({ ...idOf(await offered(desk, ready)), nth: 1 }) },
  },
  'appointments.move': {
    later: {
      as: 'amelie',
      input: async (desk, ready) => ({ ...idOf(await booked(desk, ready)), slot: at('2026-12-09'), reason }),
    },
  },
  'appointments.cancel': {
    cancelled: { as: 'amelie', input: async (desk, ready) => ({ ...idOf(await booked(desk, ready)), reason }) },
  },
  'appointments.attendance': {
    came: { as: 'amelie', input: async (desk, ready) => ({ ...(await ofToday(desk, ready)), attendance: 'attended' }) },
  },
  'appointments.withdrawAttendance': {
    mistaken: { as: 'amelie', input: async (desk, ready) => ({ ...(await noted(desk, ready)), reason }) },
  },
  'appointments.review': {
    excused: {
      as: 'sol',
      input: (_, { missed: appointmentId }) => ({ appointmentId, outcome: 'excused', reason }),
    },
  },
  'roster.setRoom': {
    new: { as: 'gwen', input: () => ({ name: 'Room 1', place: '1 Main', accessible: true, active: true, ...when }) },
  },
  'roster.setInterpreter': {
    new: {
      as: 'gwen',
      input: () => ({ name: 'Hala', languages: [{ language: 'ar', dialects: [] }], active: true, ...when }),
    },
  },
  'roster.setHours': {
    'of an officer': {
      as: 'gwen',
      input: async (desk) => {
        const [first] = (await desk.roster.view()).officers
        return { officerId: first?.id ?? '', ...when }
      },
    },
  },
  'roster.setDay': { closed: { as: 'gwen', input: () => ({ date: '2026-12-24', open: false }) } },
}
