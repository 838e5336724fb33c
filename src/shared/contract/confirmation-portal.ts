import { oc } from '@orpc/contract'
import { z } from 'zod'
import { countryCode, plainDate, text } from '../domain/field-types.ts'
import { type ConfirmationPersonView, statementVersions } from '../portal/confirmation-view.ts'

/**
 * What a portal offers to people who confirm permanent residence. Officers open their accounts, so they sign in with a
 * user name and a password; every request after that carries the session beside the service's credential
 * (`portal-session`). What changes something carries the portal's id of it (`request`): asked again, it is done once.
 */

const uuid = z.uuid()
const request = uuid

export const signInRequest = z.strictObject({
  userName: text(60),
  password: z.string().min(1).max(200),
  /** Where the person asks from, as the service sees it (an IP address): tries are counted by it, and it is not kept. */
  from: text(64).optional(),
})
export const signInAnswer = z.object({
  session: z.string(),
  expires: z.iso.datetime(),
  /** The password was a temporary one: nothing but setting an own one is possible. */
  setPassword: z.boolean(),
})

/** At least 12 characters, as many as one likes up to 200, of any kind. */
export const passwordRequest = z.strictObject({ password: z.string().min(12).max(200) })

export const presenceRequest = z.strictObject({
  request,
  inCanada: z.boolean(),
  /** Version of the statement that the person read and agreed to. */
  statement: z.enum(statementVersions),
  /** Abroad: when they come back, if they know. */
  returnOn: plainDate.optional(),
  firstEntryOn: plainDate.optional(),
  lastEntryOn: plainDate.optional(),
  lastEntryPlace: text(100).optional(),
})

const address = z.strictObject({
  line1: text(100),
  line2: text(100).optional(),
  city: text(80),
  province: text(60).optional(),
  postalCode: text(20).optional(),
  country: countryCode,
})
export const addressRequest = z.strictObject({
  request,
  home: address,
  mailing: address.optional(),
  /** Where the card goes: an address in Canada, or no card is sent yet. */
  card: z.enum(['home', 'mailing']),
})

export const chosenPhoto = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().positive(),
  mime: z.enum(['image/jpeg', 'image/png']),
  /** Pixels of the upright picture. */
  width: z.int().positive(),
  height: z.int().positive(),
})

export const sendPhotoRequest = z.strictObject({
  request,
  /** The photo that was chosen last. */
  sha256: chosenPhoto.shape.sha256,
  takenOn: plainDate.optional(),
})

export const downloadRequest = z.strictObject({ request })

/** What a person is shown, and how fresh it is. */
export interface ConfirmationAnswer extends ConfirmationPersonView {
  readonly asOf: {
    /** Now, at the central. */
    readonly portal: string
    /** When a desk of the office last settled. */
    readonly office: string | null
  }
}

const done = z.object({ done: z.literal(true) })
const at = '/portal/v1/confirmation'
const route = (method: 'GET' | 'POST' | 'PUT', path: `/${string}`, summary: string) =>
  oc.route({ method, path, summary })

export const confirmationPortalContract = {
  signIn: route('POST', `${at}/sign-in`, 'Sign in with user name and password')
    .input(signInRequest)
    .output(signInAnswer),
  signOut: route('POST', `${at}/sign-out`, 'End the session').output(done),
  password: route('PUT', `${at}/password`, 'Set one’s own password').input(passwordRequest).output(done),
  show: route('GET', at, 'Where one stands, what is to be done, messages and what happened').output(
    z.custom<ConfirmationAnswer>(),
  ),
  presence: route('POST', `${at}/presence`, 'Declare whether one is in Canada').input(presenceRequest).output(done),
  address: route('POST', `${at}/address`, 'Give one’s address').input(addressRequest).output(done),
  choosePhoto: route('PUT', `${at}/photo`, 'Choose a photo, instead of the one before; the body is its bytes').output(
    chosenPhoto,
  ),
  sendPhoto: route('POST', `${at}/photo`, 'Submit the chosen photo: it is locked until an officer has looked at it')
    .input(sendPhotoRequest)
    .output(done),
  ecopr: route(
    'POST',
    `${at}/ecopr/downloads`,
    'Download the electronic confirmation, PDF; each download is noted',
  ).input(downloadRequest),
}
