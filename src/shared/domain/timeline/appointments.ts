import type { Bilingual } from '../../language.ts'
import type { AppointmentKind, Attendance, NoShowOutcome, PreferredTime, Slot } from '../appointments.ts'
import type { appointmentEvents } from '../catalogue/appointments.ts'
import { say, type Writer, withReason } from './writer.ts'

/** What happened to rooms, hours and appointments, in words. */

export const appointmentKindWords: Readonly<Record<AppointmentKind, Bilingual>> = {
  eligibility_interview: { en: 'Eligibility interview', fr: 'Entrevue de recevabilité' },
  biometrics: { en: 'Biometrics', fr: 'Données biométriques' },
  medical: { en: 'Medical examination', fr: 'Examen médical' },
  confirmation_interview: { en: 'Confirmation interview', fr: 'Entrevue de confirmation' },
}

const attendanceWords: Readonly<Record<Attendance, Bilingual>> = {
  attended: { en: 'attended', fr: 'présence constatée' },
  late: { en: 'arrived late', fr: 'arrivée en retard' },
  no_show: { en: 'did not appear', fr: 'absence constatée' },
}

export const noShowWords: Readonly<Record<NoShowOutcome, Bilingual>> = {
  second_notice: { en: 'a second notice is sent', fr: 'un deuxième avis est envoyé' },
  excused: { en: 'the reason is accepted', fr: 'le motif est accepté' },
  referred_to_enforcement: { en: 'referred to enforcement', fr: 'renvoi à l’exécution de la loi' },
}

const when = ({ date, time, mode, place }: Slot): Bilingual => ({
  en: `${date} at ${time}, ${mode === 'video' ? 'by video' : place}`,
  fr: `le ${date} à ${time.replace(':', ' h ')}, ${mode === 'video' ? 'par vidéo' : place}`,
})

export const partWords: Readonly<Record<PreferredTime['part'], Bilingual>> = {
  morning: { en: 'in the morning', fr: 'en matinée' },
  afternoon: { en: 'in the afternoon', fr: 'en après-midi' },
  any: { en: 'at any time', fr: 'à toute heure' },
}

/** When the person could come; undefined where they did not say. */
const preferredWords = (times: readonly PreferredTime[] | undefined): Bilingual | undefined =>
  times && times.length > 0
    ? {
        en: `Could come: ${times.map(({ date, part }) => `${date} ${partWords[part].en}`).join('; ')}`,
        fr: `Pourrait venir\u00a0: ${times.map(({ date, part }) => `le ${date} ${partWords[part].fr}`).join('; ')}`,
      }
    : undefined

const byClaimant = (by: 'office' | 'claimant'): Bilingual =>
  by === 'claimant' ? { en: ' at the person’s request', fr: ' à la demande de la personne' } : { en: '', fr: '' }

export const appointmentWriters: { readonly [N in keyof typeof appointmentEvents]: Writer<N> } = {
  'room.set': (b) => ({ en: `Room set: ${b.name}`, fr: `Salle définie : ${b.name}` }),
  'interpreter.set': (b) => ({ en: `Interpreter set: ${b.name}`, fr: `Interprète défini : ${b.name}` }),
  'officer.hours_set': say('Officer’s hours set', 'Horaire de l’agent défini'),
  'office.day_set': (b) => {
    if (b.open === null) return { en: `${b.date}: as the calendar says`, fr: `${b.date} : selon le calendrier` }
    return b.open
      ? { en: `${b.date}: the office is open`, fr: `${b.date} : le bureau est ouvert` }
      : { en: `${b.date}: the office is closed`, fr: `${b.date} : le bureau est fermé` }
  },
  'appointment.requested': (b) => ({
    en: [`${appointmentKindWords[b.kind].en} to be scheduled`, b.reason].filter(Boolean).join('. '),
    fr: [`${appointmentKindWords[b.kind].fr} à planifier`, b.reason].filter(Boolean).join('. '),
  }),
  'appointment.offered': (b) => ({
    en: `${appointmentKindWords[b.kind].en}: ${b.slots.length} ${b.slots.length === 1 ? 'time' : 'times'} offered, held until ${b.until.slice(0, 16).replace('T', ' ')} UTC`,
    fr: `${appointmentKindWords[b.kind].fr} : ${b.slots.length} ${b.slots.length === 1 ? 'plage proposée' : 'plages proposées'}, jusqu’au ${b.until.slice(0, 16).replace('T', ' ')} UTC`,
  }),
  'appointment.offer_ended': (b) => {
    const why = {
      lapsed: { en: 'the offer lapsed', fr: 'l’offre est échue' },
      withdrawn: { en: 'the offer was withdrawn', fr: 'l’offre a été retirée' },
      declined:
        b.by === 'claimant'
          ? { en: 'none of the times offered suits the person', fr: 'aucune des plages proposées ne convient' }
          : { en: 'the offer was declined', fr: 'l’offre a été refusée' },
    }[b.why]
    const preferred = preferredWords(b.preferred)
    return {
      en: [`${appointmentKindWords[b.kind].en}: ${why.en}`, b.reason, preferred?.en].filter(Boolean).join('. '),
      fr: [`${appointmentKindWords[b.kind].fr} : ${why.fr}`, b.reason, preferred?.fr].filter(Boolean).join('. '),
    }
  },
  'appointment.booked': (b) => ({
    en: `${appointmentKindWords[b.kind].en} booked: ${when(b.slot).en}${b.by === 'claimant' ? ', chosen by the person' : ''}`,
    fr: `${appointmentKindWords[b.kind].fr} : ${when(b.slot).fr}${b.by === 'claimant' ? ', choix de la personne' : ''}`,
  }),
  'appointment.moved': (b) =>
    withReason(
      {
        en: `${appointmentKindWords[b.kind].en} moved${byClaimant(b.by).en} to ${when(b.slot).en}`,
        fr: `${appointmentKindWords[b.kind].fr} : report${byClaimant(b.by).fr}, ${when(b.slot).fr}`,
      },
      b.reason,
    ),
  'appointment.cancelled': (b) =>
    withReason(
      {
        en: `${appointmentKindWords[b.kind].en} cancelled${byClaimant(b.by).en}`,
        fr: `${appointmentKindWords[b.kind].fr} : annulation${byClaimant(b.by).fr}`,
      },
      b.reason,
    ),
  'appointment.attendance_noted': (b) => {
    const late = b.minutesLate ? ` (${b.minutesLate} min)` : ''
    return {
      en: [`${appointmentKindWords[b.kind].en}: ${attendanceWords[b.attendance].en}${late}`, b.note]
        .filter(Boolean)
        .join('. '),
      fr: [`${appointmentKindWords[b.kind].fr} : ${attendanceWords[b.attendance].fr}${late}`, b.note]
        .filter(Boolean)
        .join('. '),
    }
  },
  'appointment.attendance_withdrawn': (b) =>
    withReason(
      {
        en: `${appointmentKindWords[b.kind].en}: what was noted of attendance is withdrawn`,
        fr: `${appointmentKindWords[b.kind].fr} : constat de présence retiré`,
      },
      b.reason,
    ),
  'appointment.no_show_reviewed': (b) => ({
    en: `${appointmentKindWords[b.kind].en}, absence reviewed: ${noShowWords[b.outcome].en}. ${b.reason}`,
    fr: `${appointmentKindWords[b.kind].fr}, examen de l’absence : ${noShowWords[b.outcome].fr}. ${b.reason}`,
  }),
  'appointment.erased': (b) => ({ en: `Appointment erased. ${b.law}`, fr: `Rendez-vous effacé. ${b.law}` }),
}
