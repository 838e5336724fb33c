import { oc } from '@orpc/contract'
import { z } from 'zod'
import { preferredTime } from '../domain/appointments.ts'
import { plainDate, text } from '../domain/field-types.ts'
import { claimFields, personFields } from '../domain/fields.ts'
import { evidenceKinds, extensionAskers, fileMimes, heldKinds } from '../domain/vocabulary.ts'
import { formIds, formOf, notAskedIn } from '../forms/forms.ts'
import type { Preparation, ShownGuide } from '../portal/preparation.ts'
import type { ClaimantView } from '../portal/view.ts'
import { recordChanges } from '../record/registers.ts'

/**
 * What the central offers to a portal: a service that authenticates people and speaks for them. It shows its credential
 * with every request (`Authorization: Bearer`), and sees its own accounts only. Refusals are problem details (RFC 9457)
 * with a `code`. What a person sends never changes what an officer settled: after filing it is a proposal.
 */

const uuid = z.uuid()
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const language = z.enum(['en', 'fr'])

/** Known to officers only, or an officer's to say. */
const { clientId: _clientId, ...ownPersonFields } = personFields
const {
  channel: _channel,
  claimDate: _claimDate,
  unableToAppreciate: _unable,
  authorityNotified: _authority,
  authorityNotifiedOn: _authorityOn,
  designatedRepresentativeNeeded: _needed,
  designatedRepresentativeName: _name,
  designatedRepresentativeContact: _contact,
  ...ownClaimFields
} = claimFields

const personForm = z.strictObject(ownPersonFields).partial()
const claimForm = z.strictObject(ownClaimFields).partial()

/** The other questions of the forms (IMM 0008, IMM 5669, Basis of Claim), by register: `record.<question>`, `row.<list>.<id>`. */
const ownRecord = recordChanges.refine((said) => !Object.keys(said).some((name) => name.startsWith('evidence.')), {
  message: 'evidence',
})

const document = z.strictObject({ kind: z.enum(heldKinds), number: text(50) })

export const accountRequest = z.strictObject({
  /** The service's own name of the account: asking again with it gives the same account. */
  reference: z.string().regex(/^[\w.:-]{1,64}$/),
  document,
  language,
  /** Where notices are announced. */
  email: z.email().max(254).optional(),
})
export const accountAnswer = z.object({ account: uuid })

export const draftRequest = z.strictObject({ draft: uuid, form: z.json() })
export const draftAnswer = z.object({
  draft: uuid,
  number: z.string(),
  startedOn: plainDate,
  savedAt: z.iso.datetime(),
  /** On this day it is destroyed, if it was not submitted. */
  purgedOn: plainDate,
  form: z.json().optional(),
})

export const uploadAnswer = z.object({ sha256: digest, size: z.int().positive(), mime: z.enum(fileMimes) })

/** A file that was uploaded before. */
const named = z.strictObject({ sha256: digest, name: text(200) })

export const evidenceRequest = z.strictObject({
  item: uuid,
  file: named,
  kind: z.enum(evidenceKinds),
  title: text(200),
  replaces: uuid.optional(),
})

export const photoRequest = z.strictObject({
  item: uuid,
  file: named,
  takenOn: plainDate.optional(),
  answers: uuid.optional(),
})

const somebody = z.strictObject({
  person: personForm,
  claim: claimForm,
  record: ownRecord.optional(),
  document: document.optional(),
  photo: photoRequest.omit({ answers: true }).optional(),
  evidence: z.array(evidenceRequest).max(50).default([]),
})

export const submission = z.strictObject({
  /** The draft that is submitted; asking again with it answers as before. */
  draft: uuid,
  /** Slug of the office that the person goes to. */
  office: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** The principal claimant first; a claim for each. */
  people: z.array(somebody).min(1).max(20),
})
export type Submission = z.infer<typeof submission>

export const submissionAnswer = z.object({
  claims: z.array(z.object({ claim: uuid, applicationNumber: z.string() })),
})

/** `null` clears a field. */
const changed = <S extends z.ZodRawShape>(shape: S) =>
  z
    .strictObject(
      Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, (schema as z.ZodType).nullable()])) as {
        [K in keyof S]: z.ZodNullable<Extract<S[K], z.ZodType>>
      },
    )
    .partial()

/** What is wrong or has changed. As a corrected form it names the form, and holds only what that form asks. */
export const correctionRequest = z
  .strictObject({
    correction: uuid,
    form: z.enum(formIds).optional(),
    person: changed(ownPersonFields).optional(),
    claim: changed(ownClaimFields).optional(),
    record: ownRecord.optional(),
    reason: z.string().trim().min(3).max(2000),
  })
  .superRefine(({ form, person = {}, claim = {}, record = {} }, context) => {
    const parts = { person, claim, record }
    if (Object.values(parts).every((part) => Object.keys(part).length === 0))
      context.addIssue({ code: 'custom', message: 'empty' })
    const asked = form && formOf(form)
    if (!asked) return
    for (const [part, changes] of Object.entries(parts)) {
      const name = notAskedIn(asked, Object.keys(changes))
      if (name) context.addIssue({ code: 'custom', message: 'not_in_form', path: [part, name] })
    }
  })

export const messageRequest = z.strictObject({
  message: uuid,
  /** The thread that it answers; left out, it begins one. */
  thread: uuid.optional(),
  subject: text(200),
  text: text(10_000),
  files: z.array(named).max(10).default([]),
})

export const readRequest = z.strictObject({ messages: z.array(uuid).min(1).max(100) })
export const acknowledgeRequest = z.strictObject({ message: uuid })

/** More time for something that is due: the name of its rule, as the dates of the claim give it. */
export const extensionRequest = z.strictObject({
  request: uuid,
  rule: z.string().max(80),
  to: plainDate.optional(),
  by: z.enum(extensionAskers).default('claimant'),
  reason: z.string().trim().min(3).max(2000),
})

/** One of the times offered, by its place in the list. */
export const chooseRequest = z.strictObject({ appointment: uuid, nth: z.int().min(0).max(2) })

/** None of the times offered suits. */
export const declineRequest = z.strictObject({
  appointment: uuid,
  reason: z.string().trim().min(3).max(2000).optional(),
  preferred: z.array(preferredTime).max(5).default([]),
})

/** What a person is shown, and how fresh it is. */
export interface ClaimAnswer extends ClaimantView {
  readonly asOf: {
    /** Now, at the central. */
    readonly portal: string
    /** When a desk of the office last settled. */
    readonly office: string | null
  }
}

/** What helps to get ready: what the case lacks, and what papers of the person's countries usually look like. */
export interface PreparationAnswer extends Preparation, Pick<ClaimAnswer, 'asOf'> {
  readonly guides: readonly ShownGuide[]
}

const claimAnswer = z.custom<ClaimAnswer>()
const done = z.object({ done: z.literal(true) })
const account = { account: uuid }
const claim = { account: uuid, claimId: uuid }

const get = <Path extends `/${string}`>(path: Path, summary: string) => oc.route({ method: 'GET', path, summary })
const post = <Path extends `/${string}`>(path: Path, summary: string) => oc.route({ method: 'POST', path, summary })
const put = <Path extends `/${string}`>(path: Path, summary: string) => oc.route({ method: 'PUT', path, summary })

const at = '/portal/v1/accounts/{account}'

export const portalContract = {
  account: post('/portal/v1/accounts', 'Open the account of a person').input(accountRequest).output(accountAnswer),
  draft: {
    get: get(`${at}/draft`, 'The open draft').input(z.object(account)).output(draftAnswer),
    put: put(`${at}/draft`, 'Save the draft, sealed').input(draftRequest.extend(account)).output(draftAnswer),
    delete: oc
      .route({ method: 'DELETE', path: `${at}/draft`, summary: 'Destroy the draft' })
      .input(z.object(account))
      .output(done),
  },
  upload: post(`${at}/files`, 'Upload a JPEG, PNG or PDF for an office; the body is its bytes')
    .input(z.object({ ...account, office: z.string() }))
    .output(uploadAnswer),
  download: get(`${at}/claims/{claimId}/files/{sha}`, 'A file of the claim: its bytes')
    .input(z.object({ ...claim, sha: digest }))
    .output(z.custom<Uint8Array>()),
  submit: post(`${at}/claims`, 'Submit the claim').input(submission.extend(account)).output(submissionAnswer),
  claims: get(`${at}/claims`, 'Claims of the account').input(z.object(account)).output(submissionAnswer),
  claim: get(`${at}/claims/{claimId}`, 'Status, dates, messages and what happened')
    .input(z.object(claim))
    .output(claimAnswer),
  preparation: get(`${at}/claims/{claimId}/preparation`, 'Preparation pack and country guides')
    .input(z.object(claim))
    .output(z.custom<PreparationAnswer>()),
  evidence: post(`${at}/claims/{claimId}/evidence`, 'Add or replace evidence after filing')
    .input(evidenceRequest.extend(claim))
    .output(done),
  photo: post(`${at}/claims/{claimId}/photos`, 'Send a photo').input(photoRequest.extend(claim)).output(done),
  correction: post(
    `${at}/claims/{claimId}/corrections`,
    'Send a corrected form, or propose a correction; an officer answers it',
  )
    .input(correctionRequest.safeExtend(claim))
    .output(done),
  message: post(`${at}/claims/{claimId}/messages`, 'Send a message').input(messageRequest.extend(claim)).output(done),
  read: post(`${at}/claims/{claimId}/messages/read`, 'Messages were read')
    .input(readRequest.extend(claim))
    .output(done),
  extension: post(`${at}/claims/{claimId}/extensions`, 'Ask for more time; an officer answers')
    .input(extensionRequest.extend(claim))
    .output(done),
  choose: post(`${at}/claims/{claimId}/choices`, 'Choose one of the times offered')
    .input(chooseRequest.extend(claim))
    .output(done),
  decline: post(`${at}/claims/{claimId}/refusals`, 'Say that none of the times offered suits, and what would')
    .input(declineRequest.extend(claim))
    .output(done),
  acknowledge: post(`${at}/claims/{claimId}/acknowledgements`, 'Acknowledge what a message asks')
    .input(acknowledgeRequest.extend(claim))
    .output(done),
}
