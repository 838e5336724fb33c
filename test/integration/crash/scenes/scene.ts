import type { ContractRouterClient } from '@orpc/contract'
import type { Store } from '../../../../src/main/store/types.ts'
import type { DeskContract } from '../../../../src/shared/contract/desk.ts'

export type Desk = ContractRouterClient<DeskContract>

/** Every procedure of the contract, as `room.call` or `call`. */
export type Path = {
  [R in keyof Desk & string]: Desk[R] extends (...given: never[]) => unknown ? R : `${R}.${keyof Desk[R] & string}`
}[keyof Desk & string]

type Call<P extends Path> = P extends `${infer R extends keyof Desk & string}.${infer N}`
  ? N extends keyof Desk[R]
    ? Desk[R][N]
    : never
  : P extends keyof Desk
    ? Desk[P]
    : never
export type Input<P extends Path> = Call<P> extends (input: infer I, ...rest: never[]) => unknown ? I : never

/** Procedures that only look: they append no event. */
export const looks = [
  'status',
  'watch',
  'today',
  'attention',
  'attentionCount',
  'preferences.get',
  'folders.choose',
  'folders.list',
  'officers.list',
  'claims.page',
  'claims.search',
  'claims.get',
  'claims.timeline',
  'photos.picture',
  'photoReview.queue',
  'photoReview.get',
  'photoReview.picture',
  'photoReview.whatIf',
  'photoReview.guide',
  'photoReview.importFolder',
  'photoReview.statistics',
  'photoReview.statisticsCsv',
  'confirmations.statistics',
  'confirmations.statisticsCsv',
  'eligibility.worksheet',
  'documents.preview',
  'documents.pdf',
  'documents.calendar',
  'documents.pack',
  'documents.signedCopy',
  'documents.printers',
  'printQueue.view',
  'printQueue.lettersDue',
  'printQueue.lettersFile',
  'claims.zoneInPicture',
  'seals.look',
  'seals.verify',
  'seals.verifyText',
  'stock.ledger',
  'stock.page',
  'numbers.blocks',
  'sync.desks',
  'sync.carriers',
  'sync.carry',
  'settings.get',
  'store.check',
  'store.verify',
  'store.accesses',
  'casework.officers',
  'casework.head',
  'casework.notes',
  'casework.findNotes',
  'casework.statistics',
  'casework.statisticsCsv',
  'casework.preview',
  'queues.counts',
  'queues.page',
  'queues.saved',
  'record.get',
  'record.evidencePage',
  'record.printForm',
  'appointments.calendar',
  'appointments.queue',
  'appointments.proposals',
  'appointments.of',
  'roster.view',
  'hall.list',
  'shift.view',
  'shift.handover',
  'paperPacks.list',
  'paperPacks.ofClaim',
  'paperPacks.picture',
  'confirmations.page',
  'confirmations.get',
  'confirmations.previewImport',
  'confirmations.message',
  'confirmations.mailingSheet',
  'portal.get',
  'portal.effects',
  'portal.asClaimant',
  'portal.file',
  'messages.ofClaim',
  'messages.waiting',
  'cards.orders',
  'cards.file',
  'cards.previewAnswer',
  'review.get',
  'review.samples',
  'deadlines.report',
  'deadlines.reportCsv',
] as const satisfies readonly Path[]

/** What writes beside the log, or before there is one, and which test kills or breaks it there. */
export const elsewhere = {
  'preferences.set': 'test/integration/seat/preferences.test.ts',
  'setup.checkNumbers': 'test/integration/seat/set-up.test.ts',
  'setup.begin': 'test/integration/seat/set-up.test.ts',
  'setup.finish': 'test/integration/seat/set-up.test.ts',
  'setup.saveRecoveryKey': 'test/integration/seat/set-up.test.ts',
  'setup.restore': 'test/integration/desk/restore.test.ts',
  'seat.signIn': 'test/integration/seat/signing.test.ts',
  'seat.secondFactor': 'test/integration/seat/signing.test.ts',
  'seat.changePassword': 'test/integration/officers/key-file.test.ts',
  'seat.lock': 'test/integration/seat/lock.test.ts',
  'seat.unlock': 'test/integration/seat/lock.test.ts',
  'seat.signOut': 'test/integration/seat/signing.test.ts',
  'seat.practice': 'test/integration/seat/demo.test.ts',
  'seat.demo': 'test/integration/seat/demo.test.ts',
  'seat.recover': 'test/integration/seat/signing.test.ts',
  'seat.touch': 'test/integration/seat/lock.test.ts',
  'confirmations.postDue': 'test/integration/confirmations/post.test.ts',
  'photoReview.check': 'test/integration/photos/checker.test.ts',
  'photoReview.importNow': 'test/integration/photos/import.test.ts',
  'casework.move': 'test/integration/sync/moved-claims.test.ts',
  'sync.enrol': 'test/integration/sync/engine.test.ts',
  'documents.uphold': 'test/integration/sync/decided-elsewhere.test.ts',
  'sync.approve': 'test/integration/sync/admission.test.ts',
  'sync.revoke': 'test/integration/sync/admission.test.ts',
  'sync.now': 'test/integration/sync/engine.test.ts',
  'sync.seen': 'test/integration/sync/decided-elsewhere.test.ts',
  'sync.takeCarried': 'test/integration/sync/case-bundle.test.ts',
  'sync.letErase': 'test/integration/sync/wipe-out.test.ts',
  'sync.pause': 'test/integration/sync/engine.test.ts',
  'sync.photosLater': 'test/integration/sync/blobs.test.ts',
  'printQueue.postLetters': 'test/integration/casework/reminder-letters.test.ts',
  'printQueue.add': 'test/integration/documents/print-queue.test.ts',
  'printQueue.resume': 'test/integration/documents/print-queue.test.ts',
  'printQueue.pause': 'test/integration/documents/print-queue.test.ts',
  'printQueue.settle': 'test/integration/documents/print-queue.test.ts',
  'printQueue.confirm': 'test/integration/documents/print-queue.test.ts',
  // One transaction like the others; the key of the facility is an administrator's to enter first.
  'cards.takeAnswer': 'test/integration/confirmations/cards.test.ts',
  'store.settle': 'test/integration/desk/settle.test.ts',
  'portal.answer': 'test/integration/portal/desk.test.ts',
  'messages.read': 'test/integration/portal/desk.test.ts',
  // One event; whether a decision is in the sample follows from its own instant.
  'review.judgeSample': 'test/integration/casework/samples.test.ts',
} as const satisfies { readonly [P in Path]?: string }

/** Procedures that write to the log: each has its scenes. */
export type Writing = Exclude<Path, (typeof looks)[number] | keyof typeof elsewhere>

/** Records that the parent made ready before the process is killed. */
export interface Ready {
  /** An open intake with everything but the decision, and another one. */
  readonly intake: string
  readonly other: string
  /** A decided claim that lacks its paper. */
  readonly decided: string
  /** Papers that were reserved, sent, and confirmed, with their claims. */
  readonly reserved: Paper
  readonly sent: Paper
  readonly held: Paper
  /** A claim that Amélie proposed ineligible. */
  readonly proposed: string
  /** Photos that were approved and returned a while ago. */
  readonly approvedPhoto: string
  readonly returnedPhoto: string
  /** An appointment to which nobody came. */
  readonly missed: string
  /** Amélie's hand-over of her shift. */
  readonly handover: string
  /** A folder of this copy's own. */
  readonly backups: string
  readonly numbers: string
  /** A portrait, base64. */
  readonly portrait: string
}

export interface Paper {
  readonly claimId: string
  readonly documentId: string
  readonly number: string
}

/** The administrator, a border officer, a supervisor. */
export type Player = 'gwen' | 'amelie' | 'sol'

export interface Scene<P extends Path> {
  readonly as: Player
  /** Makes ready what the call needs and this desk lacks, then says with what the procedure is called. */
  input(desk: Desk, ready: Ready): Input<P> | Promise<Input<P>>
  /** Why the command is not all or nothing, but every part of it is. */
  readonly inParts?: string
  /** For what is not an event: does the store hold it? */
  kept?(store: Store, ready: Ready): boolean
}

/** Every writing procedure of some rooms, each with its scenes by name. */
export type Scenes<Room extends string> = {
  readonly [P in Extract<Writing, `${Room}.${string}`>]: Readonly<Record<string, Scene<P>>>
}

export const reason = 'as seen at the counter'
export const portraitOf = ({ portrait }: Ready, type = 'image/jpeg'): File =>
  new File([Buffer.from(portrait, 'base64')], 'a.jpg', { type })
