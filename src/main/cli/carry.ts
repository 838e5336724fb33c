import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { mostBundleBytes } from '../../shared/sync/bundle.ts'
import { knownDesks, makeBundle, takeBundle } from '../sync/case-bundle.ts'
import { bytesOf } from './files.ts'
import type { CliDesk, OpenOptions } from './opening.ts'
import { say } from './texts.ts'
import type { Answer } from './world.ts'

export type CarryOptions = OpenOptions & { readonly number: string; readonly to?: string; readonly out: string }

/** `case carry`: a claim sealed to another desk, as a file; without `--to`, the desks that it could go to. */
export async function caseCarry({ core, desk, actor }: CliDesk, options: CarryOptions): Promise<Result<Answer>> {
  const { lang, number, to, out } = options
  if (to === undefined) {
    const desks = knownDesks(desk.store)
    return ok({ ok: true, lines: desks.map(({ device, since }) => `${device}  ${since}`), data: { desks } })
  }
  const made = makeBundle(desk, core.options.random, { applicationNumber: number, device: to })
  if (!made.ok) return made
  const { claimId, bytes } = made.value
  try {
    writeFileSync(resolve(out), bytes, { mode: 0o600, flush: true })
  } catch (error) {
    return fail('store.io', { reason: (error as NodeJS.ErrnoException).code ?? '' })
  }
  desk.store.access.note({ actor, act: 'carried', subject: { kind: 'claim', id: claimId } })
  const line = say(lang, {
    en: `${bytes.length} bytes, sealed to that desk and signed by this one.`,
    fr: `${bytes.length} octets, scellés pour ce poste-là et signés par celui-ci.`,
  })
  return ok({ ok: true, lines: [line], data: { claimId, bytes: bytes.length } })
}

/** `case take`: what another desk carried here. */
export async function caseTake({ desk }: CliDesk, file: string, options: OpenOptions): Promise<Result<Answer>> {
  const sealed = bytesOf(file, mostBundleBytes * 2)
  if (!sealed.ok) return sealed
  const taken = await takeBundle(desk, sealed.value)
  if (!taken.ok) return taken
  const { events, files } = taken.value
  const line = say(options.lang, {
    en: `Taken in: ${events} entries, ${files} pictures or papers.`,
    fr: `Versé : ${events} inscriptions, ${files} photos ou documents.`,
  })
  return ok({ ok: true, lines: [line], data: { ...taken.value } })
}
