import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { FastifyInstance } from 'fastify'
import viewerStyle from 'swagger-ui-dist/swagger-ui.css?raw'
import viewer from 'swagger-ui-dist/swagger-ui-bundle.js?raw'
import { centralContract } from '../../shared/contract/central.ts'
import { confirmationPortalContract } from '../../shared/contract/confirmation-portal.ts'
import { portalContract } from '../../shared/contract/portal.ts'

const description = `Every request to /v1 is signed: HTTP Message Signatures (RFC 9421) with the desk's Ed25519 key over
@method, @path, @query and content-digest, with created, nonce and keyid. Bodies are JSON, packed with zstd or gzip as
Content-Encoding says. A refusal is problem details (RFC 9457) with a \`code\`: signature, signature_time, replayed, digest
(401); device_waiting, device_revoked, scope, not_entitled, code (403); gap, fork, epoch, offset, stream_taken (409);
too_large (413); schema, batch_signature, hash (422); limited (429); numbers_exhausted (507).`

/** The document of the contract, OpenAPI 3.1. */
export const openApi = (version: string) =>
  new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(centralContract, {
    info: { title: 'Passerelle central service', version, description },
  })

const portalDescription = `Every request carries the credential of the service that authenticates people: \`Authorization:
Bearer\`. A refusal is problem details (RFC 9457) with a \`code\`: credential (401); no_account, no_claim, no_draft, no_action,
no_slot,
no_file (404); already_submitted, other_draft, draft_ended, file_missing, photo_locked, not_returned, not_replaceable, no_thread,
offer_lapsed, not_extendable, asked_already (409); erased (410); too_large (413); media_type (415); schema, future_date, past_date (422);
limited (429); numbers_exhausted (507). What is sent
carries an id made by the sender: sending it again is harmless.

Under /portal/v1/confirmation are people who confirm permanent residence. They sign in; every later request carries the
session that they were given in \`portal-session\`. Codes beside those above: sign_in, session (401); password_expired,
set_password (403); the track of the state table that objects, with its \`state\` (path, photo, ecopr: 409); closed,
not_chosen (409); erased, ecopr_ended (410); same_password, photo_unreadable, future, card_address with \`what\` (422);
on_its_way (503).`

/** The document of the portal's contract. */
export const portalApi = (version: string) =>
  new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(
    { ...portalContract, confirmation: confirmationPortalContract },
    {
      info: { title: 'Passerelle central service, portal', version, description: portalDescription },
    },
  )

const pageOf = (practice: boolean) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Passerelle central service${practice ? ' (practice)' : ''}</title><link rel="stylesheet" href="docs/viewer.css"></head>
<body>${practice ? '<p role="status"><strong>For practice: nobody in here is real.</strong></p>' : ''}<main id="document"></main><script src="docs/viewer.js"></script><script src="docs/start.js"></script></body>
</html>
`
// Nothing can be tried from the page: a browser holds no desk's key.
const start = `SwaggerUIBundle({ url: 'openapi.json', dom_id: '#document', supportedSubmitMethods: [], validatorUrl: null })\n`
/** The viewer sets styles of its own; nothing comes from anywhere else. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'"

/** `/openapi.json` and, for people, `/docs`: from this program alone. */
export function documentationRoutes(app: FastifyInstance, version: string, practice: boolean): void {
  let made: ReturnType<typeof openApi> | undefined
  app.get('/openapi.json', async () => {
    made ??= openApi(version)
    return made
  })
  let portal: ReturnType<typeof portalApi> | undefined
  app.get('/portal/openapi.json', async () => {
    portal ??= portalApi(version)
    return portal
  })
  app.get('/docs', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(pageOf(practice)),
  )
  app.get('/docs/viewer.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(viewer))
  app.get('/docs/start.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(start))
  app.get('/docs/viewer.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(viewerStyle))
}
