import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useDesk } from '../../app/desk.tsx'

/** What can be done to appointments. Afterwards queue and calendar are read anew. */
export function useAppointments() {
  const desk = useDesk()
  const queries = useQueryClient()
  const options = {
    onSuccess: () => queries.invalidateQueries({ queryKey: desk.appointments.key() }),
  }
  const { appointments } = desk
  return {
    accept: useMutation(appointments.accept.mutationOptions(options)),
    book: useMutation(appointments.book.mutationOptions(options)),
    offer: useMutation(appointments.offer.mutationOptions(options)),
    endOffer: useMutation(appointments.endOffer.mutationOptions(options)),
    choose: useMutation(appointments.choose.mutationOptions(options)),
    move: useMutation(appointments.move.mutationOptions(options)),
    cancel: useMutation(appointments.cancel.mutationOptions(options)),
    attendance: useMutation(appointments.attendance.mutationOptions(options)),
    withdrawAttendance: useMutation(appointments.withdrawAttendance.mutationOptions(options)),
    review: useMutation(appointments.review.mutationOptions(options)),
  }
}
export type Appointments = ReturnType<typeof useAppointments>
