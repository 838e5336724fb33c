import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  accountRequest,
  acknowledgeRequest,
  chooseRequest,
  correctionRequest,
  declineRequest,
  draftRequest,
  evidenceRequest,
  extensionRequest,
  messageRequest,
  photoRequest,
  readRequest,
  submission,
} from '../../shared/contract/portal.ts'
import { largestBlob } from '../blobs/blobs.ts'
import { type Account, accountOf, openAccount } from '../portal/accounts.ts'
import { chooseSlot, declineOffer } from '../portal/choose.ts'
import { deleteDraft, readDraft, saveDraft } from '../portal/drafts.ts'
import { download, upload } from '../portal/files.ts'
import type { PortalParts } from '../portal/portal.ts'
import {
  acknowledge,
  askExtension,
  readMessages,
  sendCorrection,
  sendEvidence,
  sendMessage,
  sendPhoto,
} from '../portal/send.ts'
import { showClaim, showPreparation } from '../portal/show.ts'
import { submit } from '../portal/submit.ts'
import { done, type Outcome } from '../problem.ts'
import { claimsOf } from '../storage/portal/claims.ts'
import { sendPacked } from './bodies.ts'
import { withCredential } from './credential.ts'
import type { Limits } from './limits.ts'
import { sendProblem } from './problems.ts'
import { schemaProblem } from './schema.ts'

const inAccount = z.object({ account: z.uuid(), claimId: z.uuid().optional() })
const inFile = inAccount.required().extend({ sha: z.string().regex(/^[0-9a-f]{64}$/) })
const forOffice = z.object({ office: z.string().max(40) })

/** The contract of the portal. Every route but the first is of one account of the service that asks. */
export function portalRoutes(app: FastifyInstance, parts: PortalParts, limits: Limits): void {
  const known = withCredential(parts.database.db, limits)

  /** Answers with what `work` makes of an account, and of what was sent, when that has its shape. */
  const route = <T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    schema: z.ZodType<T>,
    work: (account: Account, given: T, claim: string) => Promise<Outcome<unknown>>,
  ) =>
    app.route({
      method,
      url: `/portal/v1/accounts/:account${url}`,
      onRequest: known,
      handler: async (request, reply) => {
        const at = inAccount.safeParse(request.params)
        if (!at.success) return sendProblem(reply, schemaProblem(at.error))
        const wait = limits.account(at.data.account)
        if (wait > 0) return sendProblem(reply, { status: 429, code: 'limited', retryAfter: wait })
        const account = await accountOf(parts, request.service, at.data.account)
        if (!account.ok) return sendProblem(reply, account.problem)
        const read = schema.safeParse(request.body)
        if (!read.success) return sendProblem(reply, schemaProblem(read.error))
        const made = await work(account.value, read.data, at.data.claimId ?? '')
        return made.ok ? sendPacked(request, reply, made.value) : sendProblem(reply, made.problem)
      },
    })

  app.post('/portal/v1/accounts', { onRequest: known }, async (request, reply) => {
    const read = accountRequest.safeParse(request.body)
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    return openAccount(parts, request.service, read.data)
  })

  app.post(
    '/portal/v1/accounts/:account/files',
    { onRequest: known, bodyLimit: largestBlob },
    async (request, reply) => {
      const [at, to] = [inAccount.safeParse(request.params), forOffice.safeParse(request.query)]
      if (!at.success) return sendProblem(reply, schemaProblem(at.error))
      if (!to.success) return sendProblem(reply, schemaProblem(to.error))
      if (!Buffer.isBuffer(request.body)) return sendProblem(reply, { status: 415, code: 'media_type' })
      const account = await accountOf(parts, request.service, at.data.account)
      if (!account.ok) return sendProblem(reply, account.problem)
      const kept = await upload(parts, account.value, to.data.office, request.body)
      return kept.ok ? kept.value : sendProblem(reply, kept.problem)
    },
  )

  app.get('/portal/v1/accounts/:account/claims/:claimId/files/:sha', { onRequest: known }, async (request, reply) => {
    const at = inFile.safeParse(request.params)
    if (!at.success) return sendProblem(reply, schemaProblem(at.error))
    const wait = limits.account(at.data.account)
    if (wait > 0) return sendProblem(reply, { status: 429, code: 'limited', retryAfter: wait })
    const account = await accountOf(parts, request.service, at.data.account)
    if (!account.ok) return sendProblem(reply, account.problem)
    const file = await download(parts, account.value, at.data.claimId, at.data.sha)
    return file.ok ? reply.type(file.value.mime).send(Buffer.from(file.value.bytes)) : sendProblem(reply, file.problem)
  })

  const nothing = z.unknown()
  route('GET', '/draft', nothing, (account) => readDraft(parts, account))
  route('PUT', '/draft', draftRequest, (account, draft) => saveDraft(parts, account, draft))
  route('DELETE', '/draft', nothing, async (account) => {
    await deleteDraft(parts, account)
    return done({ done: true })
  })
  route('POST', '/claims', submission, (account, given) => submit(parts, account, given))
  route('GET', '/claims', nothing, async ({ account }) => {
    const rows = await claimsOf(parts.database.db, account)
    return done({
      claims: rows.map(({ claim, application_number }) => ({ claim, applicationNumber: application_number })),
    })
  })
  const claim = '/claims/:claimId'
  route('GET', claim, nothing, (account, _given, id) => showClaim(parts, account, id))
  route('GET', `${claim}/preparation`, nothing, (account, _given, id) => showPreparation(parts, account, id))
  route('POST', `${claim}/evidence`, evidenceRequest, (a, given, id) => sendEvidence(parts, a, id, given))
  route('POST', `${claim}/photos`, photoRequest, (a, given, id) => sendPhoto(parts, a, id, given))
  route('POST', `${claim}/corrections`, correctionRequest, (a, given, id) => sendCorrection(parts, a, id, given))
  route('POST', `${claim}/messages`, messageRequest, (a, given, id) => sendMessage(parts, a, id, given))
  route('POST', `${claim}/messages/read`, readRequest, (a, given, id) => readMessages(parts, a, id, given))
  route('POST', `${claim}/extensions`, extensionRequest, (a, given, id) => askExtension(parts, a, id, given))
  route('POST', `${claim}/choices`, chooseRequest, (a, given, id) => chooseSlot(parts, a, id, given))
  route('POST', `${claim}/refusals`, declineRequest, (a, given, id) => declineOffer(parts, a, id, given))
  route('POST', `${claim}/acknowledgements`, acknowledgeRequest, (a, given, id) => acknowledge(parts, a, id, given))
}
