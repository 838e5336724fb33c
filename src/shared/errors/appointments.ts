import type { Bilingual, ErrorSpecs } from '../language.ts'

const another: Bilingual = {
  en: 'Choose another time, officer, room or interpreter. Nothing was changed.',
  fr: 'Choisissez une autre heure, un autre agent, une autre salle ou un autre interprète. Rien n’a été modifié.',
}
const refused = (en: string, fr: string) =>
  ({ status: 409, retryable: false, message: { en, fr }, next: another }) as const

/** Failures of appointments. */
export const appointmentErrors = {
  'appointments.past': refused('This time is past.', 'Cette heure est passée.'),
  'appointments.closed_day': refused('The office is closed on this day.', 'Le bureau est fermé ce jour-là.'),
  'appointments.no_officer': refused(
    'No officer is named, or the officer conducts no interviews.',
    'Aucun agent n’est désigné, ou l’agent ne mène pas d’entrevues.',
  ),
  'appointments.officer_away': refused('The officer is not there at this time.', 'L’agent n’est pas là à cette heure.'),
  'appointments.officer_taken': refused(
    'The officer has another appointment at this time.',
    'L’agent a un autre rendez-vous à cette heure.',
  ),
  'appointments.no_room': refused(
    'No room is named, or the room is not used any more.',
    'Aucune salle n’est désignée, ou la salle n’est plus utilisée.',
  ),
  'appointments.room_away': refused(
    'The room cannot be used at this time.',
    'La salle n’est pas utilisable à cette heure.',
  ),
  'appointments.room_taken': refused('The room is taken at this time.', 'La salle est occupée à cette heure.'),
  'appointments.room_not_accessible': refused(
    'The person needs an accessible room; this one is not.',
    'La personne a besoin d’une salle accessible; celle-ci ne l’est pas.',
  ),
  'appointments.no_interpreter': refused(
    'An interpreter is needed and none is named.',
    'Un interprète est nécessaire et aucun n’est désigné.',
  ),
  'appointments.interpreter_away': refused(
    'The interpreter is not there at this time.',
    'L’interprète n’est pas là à cette heure.',
  ),
  'appointments.interpreter_taken': refused(
    'The interpreter has another appointment at this time.',
    'L’interprète a un autre rendez-vous à cette heure.',
  ),
  'appointments.interpreter_language': refused(
    'The interpreter does not work in the person’s language or dialect.',
    'L’interprète ne travaille pas dans la langue ou le dialecte de la personne.',
  ),
  'appointments.person_taken': refused(
    'The person has another appointment at this time.',
    'La personne a un autre rendez-vous à cette heure.',
  ),
  'appointments.person_asleep': refused(
    'It is night where the person is.',
    'Il fait nuit à l’endroit où se trouve la personne.',
  ),
  'appointments.not_in_this_state': {
    status: 409,
    retryable: false,
    message: {
      en: 'This cannot be done to the appointment now: somebody changed it meanwhile.',
      fr: 'Cette action n’est plus possible : le rendez-vous a été modifié entre-temps.',
    },
    next: { en: 'Look at the calendar as it is now.', fr: 'Consultez le calendrier tel qu’il est maintenant.' },
  },
  'appointments.already_open': {
    status: 409,
    retryable: false,
    message: {
      en: 'The person has an appointment of this kind already.',
      fr: 'La personne a déjà un rendez-vous de cette nature.',
    },
    next: { en: 'Move that one, or cancel it first.', fr: 'Reportez-le, ou annulez-le d’abord.' },
  },
  'appointments.not_to_be_called': {
    status: 409,
    retryable: false,
    message: {
      en: 'Nobody is to be called to this in the present state of the file.',
      fr: 'L’état actuel du dossier ne demande pas cette convocation.',
    },
    next: { en: 'Look at the file.', fr: 'Consultez le dossier.' },
  },
  'appointments.no_slot': {
    status: 409,
    retryable: false,
    message: {
      en: 'No time within {{days}} days suits officer, room, interpreter and person.',
      fr: 'Aucune heure dans les {{days}} jours ne convient à l’agent, à la salle, à l’interprète et à la personne.',
    },
    next: {
      en: 'Add a room, an interpreter or hours under Administration, or book a later time by hand.',
      fr: 'Ajoutez une salle, un interprète ou des heures sous Administration, ou réservez plus tard à la main.',
    },
  },
  'appointments.too_early': {
    status: 409,
    retryable: false,
    message: { en: 'The appointment has not begun yet.', fr: 'Le rendez-vous n’a pas encore commencé.' },
    next: { en: 'Note who came once it has.', fr: 'Consignez la présence le moment venu.' },
  },
  'appointments.not_served': {
    status: 409,
    retryable: false,
    message: {
      en: 'No mail reaches this person: the notice does not count as served.',
      fr: 'Aucun courrier ne parvient à cette personne : l’avis n’est pas réputé signifié.',
    },
    next: {
      en: 'Reach the person first, note it under Messages, and send a second notice.',
      fr: 'Joignez d’abord la personne, consignez-le sous Messages, puis envoyez un deuxième avis.',
    },
  },
  'appointments.offer_lapsed': {
    status: 409,
    retryable: false,
    message: { en: 'The offer has lapsed.', fr: 'L’offre est échue.' },
    next: { en: 'Offer new times.', fr: 'Proposez de nouvelles plages.' },
  },
} as const satisfies ErrorSpecs
