import type {
  Absence,
  AppointmentAbout,
  AppointmentAction,
  AppointmentKind,
  AppointmentState,
  NoShowOutcome,
  PreferredTime,
  Slot,
  Spoken,
  WeeklyHours,
} from '../../domain/appointments.ts'
import type { InterviewReason } from '../../domain/confirmation/vocabulary.ts'
import type { Bilingual } from '../../language.ts'

/** Appointments, who waits for one, and what the office can book. Dates and times are the office's. */

export interface Named {
  readonly id: string
  readonly name: string
}

/** A slot with the names of what it holds. */
export interface SlotView extends Slot {
  readonly officerName?: string
  readonly roomName?: string
  readonly interpreterName?: string
}

export interface AppointmentView {
  readonly appointmentId: string
  readonly kind: AppointmentKind
  readonly about: AppointmentAbout
  /** Of the person, in one line; the number of the application where there is none. */
  readonly name: string
  readonly applicationNumber?: string
  /** Of a confirmation: why an officer wants to see the person. */
  readonly reason?: InterviewReason
  readonly state: AppointmentState
  /** Of a booking and what came after it. */
  readonly slot?: SlotView
  /** Of an offer: the slots that are held, until when (instant). */
  readonly offered?: readonly SlotView[]
  readonly until?: string
  /** Another desk may have booked the same time: not settled with the central service yet. */
  readonly provisional: boolean
  readonly mine: boolean
  readonly byClaimant: boolean
  readonly moves: number
  readonly minutesLate?: number
  readonly note?: string
  readonly review?: NoShowOutcome
  readonly reviewReason?: string
  /** By its state; who may is another question. */
  readonly allowed: readonly AppointmentAction[]
}

export interface CalendarDay {
  readonly date: string
  readonly open: boolean
  /** Why it is closed, or open. */
  readonly name?: Bilingual
}

export interface CalendarView {
  readonly today: string
  readonly days: readonly CalendarDay[]
  /** First and last minute of the day that the grid shows. */
  readonly from: number
  readonly to: number
  /** In the order of their time. */
  readonly rows: readonly AppointmentView[]
  readonly more: boolean
  readonly officers: readonly Named[]
  readonly rooms: readonly Named[]
  readonly interpreters: readonly Named[]
}

export interface QueueRow {
  readonly about: AppointmentAbout
  readonly kind: AppointmentKind
  readonly name: string
  readonly applicationNumber?: string
  /** Day on which the wait began, open days since then, and the day by which it should take place. */
  readonly since: string
  readonly waited: number
  readonly dueBy: string
  /** More days than the office allows itself. */
  readonly late: boolean
  readonly why: 'filed' | 'requested' | 'required' | 'no_show'
  /** Of a confirmation: why an officer wants to see the person. */
  readonly reason?: InterviewReason
  /** The last offer suited at none of its times: what the person said, and when they could come. */
  readonly declined?: { readonly reason?: string; readonly preferred: readonly PreferredTime[] }
  /** What the interpreter is to speak; absent where none is needed. */
  readonly language?: string
  readonly dialect?: string
  readonly accessible: boolean
  /** Members of the family who wait for the same: they come one after the other. */
  readonly members: number
  /** Whom the appointment of each is about, this one first. */
  readonly together: readonly string[]
}

export interface ScheduleQueueView {
  readonly rows: readonly QueueRow[]
  readonly total: number
  readonly withinDays: number
  readonly next?: string
  /** Offers that people have not answered. */
  readonly offers: readonly AppointmentView[]
  /** People who did not come, for a supervisor. */
  readonly reviews: readonly AppointmentView[]
}

/** Times that suit, the earliest first; each with one slot for each member of the family. */
export interface SlotProposals {
  readonly proposals: readonly (readonly SlotView[])[]
  /** Whether they lie within the times that the person named when they declined; left out where none were named. */
  readonly suits?: boolean
  readonly withinDays: number
  readonly holdHours: number
}

export interface RosterRoom extends Named {
  readonly place: string
  readonly accessible: boolean
  readonly hours: WeeklyHours
  readonly away: readonly Absence[]
  readonly active: boolean
}
export interface RosterInterpreter extends Named {
  readonly languages: readonly Spoken[]
  readonly hours: WeeklyHours
  readonly away: readonly Absence[]
  readonly active: boolean
}
export interface RosterOfficer extends Named {
  readonly hours: WeeklyHours
  readonly away: readonly Absence[]
  /** Nobody set them: the usual hours. */
  readonly usual: boolean
}
export interface RosterView {
  readonly rooms: readonly RosterRoom[]
  readonly interpreters: readonly RosterInterpreter[]
  readonly officers: readonly RosterOfficer[]
  /** From today on: federal holidays and the office's own days. */
  readonly days: readonly (CalendarDay & { readonly own: boolean })[]
}
