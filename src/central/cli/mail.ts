import { fail, ok, type Result } from '../../shared/result.ts'
import { createMailer } from '../mail/mailer.ts'
import { createPortalAuthor } from '../portal/author.ts'
import type { Services } from '../services.ts'
import { readText } from './text-file.ts'

/** Commands about notices by mail. Each gives the lines that it prints. */
type Lines = Promise<Result<readonly string[]>>

/** Beside a central that runs: it sends; here is only looked and told. Desks see what is written when they next ask. */
const mailerOf = (services: Services) =>
  createMailer({ ...services, author: createPortalAuthor(services), wrote: async () => {} }, undefined)

export async function mailStatus(services: Services): Lines {
  const { waiting, oldest } = await mailerOf(services).state()
  const { smtp } = services.settings
  return ok([
    smtp ? `server ${smtp.host}:${smtp.port} (${smtp.tls}), from ${smtp.from}` : 'no mail server is set: notices wait',
    `waiting ${waiting}${oldest ? `, the oldest since ${oldest}` : ''}`,
  ])
}

export async function mailBounce(services: Services, file: string): Lines {
  const taken = await mailerOf(services).bounce(readText(file) ?? '')
  if (taken.ok) return ok([])
  return fail(taken.problem.code === 'no_mail' ? 'central.no_mail' : 'central.no_bounce')
}
