import { writeFileSync } from 'node:fs'
import { officeOf } from '../../shared/domain/ports-of-entry.ts'
import type { Timers } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { dateIn } from '../../shared/rules/dates.ts'
import { makeCredential } from '../portal/accounts.ts'
import type { Services } from '../services.ts'
import { familiesOf, importFileOf } from '../simulate/families.ts'
import { openInbox } from '../simulate/inbox.ts'
import { familiesReport, playFamilies } from '../simulate/play-families.ts'

export interface FamilyOptions {
  readonly families: string
  readonly seed: string
  readonly office: string
  readonly write?: string
  readonly inbox: string
  readonly minutes: string
  readonly url?: string
}

const everyMs = 2000

/**
 * Writes the file of approved applications that an officer takes in, or plays its people at the portal of a central that
 * runs and mails to `--inbox`. Fails with central.setting, central.no_office, central.not_running, central.port.
 */
export async function simulateFamilies(
  services: Services,
  { families, seed, office: slug, write, inbox, minutes, url: named }: FamilyOptions,
  { timers, stopped }: { readonly timers: Timers; readonly stopped: Promise<unknown> },
): Promise<Result<readonly string[]>> {
  const [count, time] = [Number(families), Number(minutes)]
  if (!(Number.isInteger(count) && count > 0)) return fail('central.setting', { setting: '--families' })
  if (!(time > 0)) return fail('central.setting', { setting: '--minutes' })
  const office = officeOf(slug)
  if (!office) return fail('central.no_office', { office: slug })
  const now = services.clock.now()
  const people = familiesOf(seed, count, dateIn(office.zone, now))
  if (write) return written(write, importFileOf(people))
  const [, host, port] = /^\[?(.+?)\]?:(\d{1,5})$/.exec(inbox) ?? []
  if (!host) return fail('central.setting', { setting: '--inbox' })
  const url = named ?? `http://${services.settings.host}:${services.settings.port}`
  const up = await fetch(`${url}/healthz`).catch(() => undefined)
  if (!up?.ok) return fail('central.not_running', { address: url })
  const credential = await makeCredential(services, `simulate families ${new Date(now).toISOString()}`)
  if (!credential) return fail('central.portal_name_taken')
  const mail = await openInbox(host, Number(port)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error
    return error.code
  })
  if (typeof mail === 'string') return fail('central.port', { address: inbox, reason: mail })
  try {
    const turns = Math.ceil((time * 60_000) / everyMs)
    const play = { url, credential, families: people, inbox: mail, timers, everyMs, turns, stopped }
    return ok(familiesReport(await playFamilies(play)))
  } finally {
    await mail.close()
  }
}

function written(file: string, text: string): Result<readonly string[]> {
  try {
    writeFileSync(file, text, { flag: 'wx' })
    return ok([file])
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return fail('central.setting', { setting: '--write' })
  }
}
