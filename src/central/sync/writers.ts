import type { Action } from '../../shared/domain/authority.ts'
import type { EventName } from '../../shared/domain/catalogue.ts'

/** Who may write a type of event: officers who may do one of these acts, and the desk's own jobs. */
export interface Writer {
  readonly acts: readonly Action[]
  readonly device?: true
  /** Claimants, through the portal. */
  readonly portal?: true
}

const by = (...acts: readonly Action[]): Writer => ({ acts })
const byDeskToo = (...acts: readonly Action[]): Writer => ({ acts, device: true })

/** What a person may say themselves: at the submission of the claim, and afterwards. */
const claimant = (writer: Writer = by()): Writer => ({ ...writer, portal: true })

const counter = by('claim.open', 'claim.edit')
const act = by('claim.record_act')
const match = by('claim.match_person', 'claim.open')
const decide = by('claim.decide', 'claim.confirm_decision')
const family = by('family.link', 'claim.open')
const hall = by('hall.work', 'claim.open')
const issue = by('document.issue', 'document.replace', 'document.reprint', 'document.print')
const review = byDeskToo('photo.review')
const submit = byDeskToo('photo.add', 'photo.review')
// Retention is the desk's own job; where a person orders it, a supervisor does.
const erase = byDeskToo('claim.reopen')
// What the person did in the portal is written by the desk that takes it in.
const confirm = byDeskToo('confirmation.work')
const cards = byDeskToo('card.order')
const roster = by('roster.set')
const schedule = by('interview.schedule')
const paper = by('pack.print', 'claim.open')

/** One row a type: a new type does not compile without one. The desk asked the same authority when the event was made. */
export const writers: Readonly<Record<EventName, Writer>> = {
  'office.founded': by('settings.change'),
  'device.started': claimant(byDeskToo('settings.change', 'store.restore')),
  'policy.set': by('settings.change'),
  'officer.enrolled': by('officer.enrol'),
  'officer.roles_set': by('officer.set_roles'),
  'officer.disabled': by('officer.disable'),
  'officer.password_reset': by('officer.reset'),
  'officer.badge_set': by('officer.enrol', 'officer.set_roles'),

  'claim.opened': claimant(by('claim.open')),
  'claim.set': claimant(counter),
  'claim.facts_set': counter,
  'claim.read_back': counter,
  'claim.check_set': counter,
  'claim.deadline_met': by('claim.edit', 'claim.record_act'),
  'claim.deadline_reopened': by('claim.edit', 'claim.record_act'),
  'claim.deadline_extended': by('deadline.extend'),
  'claim.extension_asked': claimant(by('claim.edit')),
  'claim.extension_declined': by('deadline.extend'),
  'claim.deadline_set': by('claim.edit'),
  'claim.withdrawn': by('claim.decide'),
  'claim.reinstated': by('claim.reopen'),
  'preliminary_review.passed': by('claim.decide'),
  'preliminary_review.taken_back': by('claim.decide'),
  'claim.partner_asked': by('claim.edit'),
  // An answer comes over the central's line to the partner, or an officer records it.
  'claim.partner_answered': claimant(by('claim.edit')),
  'claim.interview_noted': by('interview.conduct'),
  'claim.quality_reviewed': by('quality.review'),
  'claim.person_linked': match,
  'claim.duplicates_searched': match,
  'claim.not_same_person': match,
  'claim.finding_overridden': by('finding.override'),
  'claim.ineligibility_proposed': decide,
  'claim.proposal_returned': decide,
  'claim.decided': decide,
  'claim.amended': by('claim.amend'),
  'claim.reopened': by('claim.reopen'),
  'claim.erased': erase,
  'claim.interview_set': act,
  'claim.handed_over': by('claim.take', 'claim.assign', 'claim.transfer', 'claim.open', 'shift.work'),
  // Found by the central itself, which writes as the portal does.
  'claim.known_elsewhere': claimant(),
  'claim.working_set': by('claim.take'),
  'claim.moved_out': by('claim.move'),
  // The central brings what another office gave.
  'claim.moved_in': claimant(),
  'claim.note_added': by('note.write'),
  'officer.search_saved': by('today.view'),
  'officer.search_dropped': by('today.view'),
  'claim.consent_recorded': act,
  'claim.conditions_acknowledged': act,
  'claim.inadmissibility_reported': act,
  'claim.departure_order_made': act,
  'claim.detention_recorded': act,
  'claim.documents_seized': act,
  'claim.act_withdrawn': act,
  'claim.family_joined': claimant(family),
  'claim.family_left': family,
  'claim.family_principal_set': family,
  'claim.family_differs': family,
  'claim.triaged': by('lane.triage'),
  'claim.lane_left': by('lane.triage'),
  'claim.paper_pack_taken': paper,
  'claim.paper_page_added': paper,

  'claim.record_set': claimant(byDeskToo('claim.open', 'claim.edit')),
  'claim.record_amended': by('claim.amend', 'claim.edit'),
  'claim.received': claimant(byDeskToo('claim.open', 'claim.edit')),
  'claim.evidence_added': byDeskToo('claim.open', 'claim.edit'),
  'claim.evidence_set_aside': counter,
  'claim.finding_dismissed': counter,
  // The clock follows from what is missing: whoever's change, and whichever job, notices it.
  'claim.review_paused': byDeskToo('claim.open', 'claim.edit', 'claim.amend', 'claim.record_act'),
  'claim.review_resumed': byDeskToo('claim.open', 'claim.edit', 'claim.amend', 'claim.record_act'),

  'person.registered': claimant(by('claim.open', 'claim.edit', 'claim.match_person')),
  'person.set': claimant(counter),
  'person.amended': by('claim.amend'),
  'person.client_id_given': by('claim.open', 'claim.edit', 'claim.decide', 'claim.confirm_decision'),
  'person.document_read': counter,
  'person.photo_added': submit,
  'person.erased': erase,

  'claim.sent': claimant(),
  'claim.evidence_sent': claimant(),
  'claim.photo_sent': claimant(),
  'claim.sent_item_refused': byDeskToo(),
  'claim.correction_sent': claimant(),
  'claim.correction_answered': by('claim.amend', 'claim.edit'),
  'claim.message_sent': claimant(byDeskToo('message.send')),
  'claim.messages_read': claimant(by('message.send', 'claim.edit')),
  'claim.action_acknowledged': claimant(),
  'claim.action_settled': by('message.send'),
  'claim.mail_failed': claimant(by('message.send')),
  'claim.reached_again': by('message.send'),

  'arrival.noted': hall,
  'arrival.set': hall,
  'arrival.taken': hall,
  'arrival.handed_back': hall,
  'arrival.handed_over': by('hall.work', 'shift.work'),
  'arrival.claim_opened': hall,
  'arrival.left': hall,
  'arrival.done': hall,
  'arrival.returned': hall,
  'arrival.erased': erase,

  'document.reserved': issue,
  'document.sent': issue,
  'document.not_printed': byDeskToo('document.print', 'document.issue', 'document.reprint'),
  'document.signed_copy_added': by('document.confirm', 'document.print'),
  'document.confirmed': by('document.confirm'),
  'document.spoiled': by('document.spoil'),
  'document.revoked': by('document.replace', 'claim.reopen', 'document.issue'),
  'document.upheld': by('document.replace'),
  'document.reprinted': by('document.reprint'),
  'document.erased': erase,

  'photo.submitted': submit,
  'photo.checked': submit,
  'photo.check_failed': submit,
  'photo.approved': review,
  'photo.returned': review,
  'photo.decision_undone': review,
  'photo.reopened': by('photo.reopen'),
  'photo.check_overridden': review,
  'photo.crop_adjusted': submit,
  'photo.replaced': submit,
  'photo.letter_made': review,
  'photo.erased': erase,
  'photo_application.noted': submit,
  'photo_application.erased': erase,

  'confirmation.imported': byDeskToo('confirmation.import'),
  'confirmation.family_linked': by('confirmation.work', 'confirmation.import'),
  'confirmation.corrected': by('confirmation.work'),
  'confirmation.photos_joined': byDeskToo('confirmation.work', 'photo.add'),
  'confirmation.invited': confirm,
  'confirmation.reminded': confirm,
  'confirmation.invitation_posted': confirm,
  'confirmation.answered': confirm,
  'confirmation.account_created': by('confirmation.work'),
  'confirmation.password_requested': by('confirmation.work'),
  // The central makes passwords and sends them.
  'confirmation.password_sent': claimant(confirm),
  'confirmation.signed_in': claimant(confirm),
  'confirmation.presence_declared': claimant(confirm),
  'confirmation.address_set': claimant(confirm),
  'confirmation.photo_sent': claimant(),
  'confirmation.photo_refused': byDeskToo('confirmation.work', 'photo.add'),
  'confirmation.interview_required': by('confirmation.work', 'confirmation.decide'),
  'confirmation.interview_set': by('confirmation.work', 'confirmation.decide'),
  'confirmation.interview_held': by('confirmation.work', 'confirmation.decide'),
  'confirmation.confirmed': by('confirmation.decide'),
  'confirmation.residence_set_aside': by('confirmation.set_aside'),
  'confirmation.ecopr_issued': by('confirmation.decide'),
  'confirmation.ecopr_downloaded': claimant(byDeskToo('confirmation.work', 'confirmation.decide')),
  'confirmation.ecopr_withdrawn': by('confirmation.set_aside', 'confirmation.decide'),
  'confirmation.card_ordered': by('card.order'),
  'confirmation.card_acknowledged': cards,
  'confirmation.card_produced': cards,
  'confirmation.card_mailed': cards,
  'confirmation.card_returned': cards,
  'confirmation.card_remailed': cards,
  // A new address once the card is ordered; a mail that reaches nobody.
  'confirmation.contact_opened': claimant(byDeskToo('confirmation.work', 'card.order')),
  'confirmation.contact_attempted': by('confirmation.work', 'card.order'),
  'confirmation.contact_closed': byDeskToo('confirmation.work', 'card.order'),
  'confirmation.message_sent': claimant(byDeskToo('confirmation.work', 'confirmation.decide', 'card.order')),
  'confirmation.request_refused': by('confirmation.work'),
  'confirmation.closed': by('confirmation.work', 'confirmation.decide'),
  'confirmation.reopened': by('confirmation.set_aside', 'confirmation.decide'),
  'confirmation.erased': erase,
  'confirmation.ecopr_renewed': by('confirmation.work', 'confirmation.decide'),
  'confirmation.card_held': by('card.order'),
  'confirmation.card_redirected': by('card.order'),

  'card_file.sent': by('card.order'),
  'card_file.taken': by('card.order'),
  'card_file.erased': erase,
  'room.set': roster,
  'interpreter.set': roster,
  'officer.hours_set': roster,
  'office.day_set': roster,
  'appointment.requested': by('interview.schedule', 'confirmation.decide'),
  'appointment.offered': schedule,
  'appointment.offer_ended': claimant(byDeskToo('interview.schedule')),
  'appointment.booked': claimant(schedule),
  'appointment.moved': schedule,
  'appointment.cancelled': schedule,
  'appointment.attendance_noted': by('interview.conduct', 'interview.schedule'),
  'appointment.attendance_withdrawn': by('interview.conduct', 'interview.schedule'),
  'appointment.no_show_reviewed': by('interview.review'),
  'appointment.erased': erase,

  'shift.handed_over': by('shift.work'),
  'shift.accepted': by('shift.work'),
  'paper_pack.printed': by('pack.print'),

  'lease.granted': byDeskToo('lease.import', 'settings.change'),
  'lease.voided': byDeskToo('lease.import', 'store.restore', 'settings.change'),
  // By whoever erases a person, of what they leave used; of a client ID by who gives it, which uses it up just the same.
  'lease.spent': byDeskToo('store.restore', 'claim.reopen', 'claim.decide', 'claim.confirm_decision'),
  'stock.received': by('stock.receive'),
  'stock.checked_out': by('stock.checkout'),
  'stock.ended': by('stock.mark', 'document.spoil', 'document.replace'),
  'stock.kept': byDeskToo('store.restore', 'claim.reopen'),
}
