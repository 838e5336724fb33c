import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Action, may } from '../../shared/domain/authority.ts'
import { readRecoveryKey } from '../../shared/officers/recovery-key.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { officerRow } from '../claims/tools.ts'
import { openDemoStore } from '../demo/open.ts'
import { officeOf } from '../office/settings.ts'
import type { OpenedKeys } from '../officers/ports.ts'
import { type Core, createCore, type OpenDesk } from '../seat/core.ts'
import { giveSecondFactor, signInAt } from '../seat/signing.ts'
import { query } from '../store/query.ts'
import { texts } from './texts.ts'
import { type Answer, type CliWorld, type CommonOptions, noPorts, UsageProblem } from './world.ts'

/** Opens the store of a desk for one command: by an officer's password, by the recovery key, or the demo as it is. */

export interface OpenOptions extends CommonOptions {
  readonly data?: string
  readonly demo?: boolean
  readonly user?: string
  readonly secretFd?: number
}

/** The open desk and in whose name the command runs. */
export interface CliDesk {
  readonly core: Core
  readonly desk: OpenDesk
  readonly actor: Uuid
}

/** Runs `work` on the open desk, if whoever opened it may; the desk is closed afterwards, whatever happened. */
export async function withDesk(
  world: CliWorld,
  options: OpenOptions,
  action: Action,
  work: (desk: CliDesk) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const dataDir = dataDirOf(world, options)
  if (!existsSync(dataDir)) return fail('store.missing')
  return withCore(world, options, async (core) => {
    const opened = options.demo ? openByDemo(core) : await openBySecret(core, world, options)
    if (!opened.ok) return opened
    const allowed = mayDo(opened.value, action)
    return allowed.ok ? work(opened.value) : allowed
  })
}

/** Takes the data folder, assembles a core on it, and lets go of both. Fails with `store.in_use`. */
export async function withCore<T>(
  world: CliWorld,
  options: OpenOptions,
  work: (core: Core) => Promise<Result<T>>,
): Promise<Result<T>> {
  const dataDir = dataDirOf(world, options)
  const lock = await world.lock(dataDir)
  if (!lock) return fail('store.in_use')
  const { clock, random, timers, assetsDir, version } = world
  const place = { host: 'browser', version, dataDir, assetsDir, demo: options.demo ?? false } as const
  const core = createCore({ ...place, clock, random, timers, ports: noPorts })
  try {
    return await work(core)
  } finally {
    await core.close()
    await lock.release()
  }
}

export const dataDirOf = (world: CliWorld, { data, demo }: OpenOptions): string =>
  data === undefined ? world.defaultDataDir(demo ?? false) : resolve(data)

/** The secret, and the code of the authenticator, without ever being an argument. */
export function secretsOf(world: CliWorld, { secretFd, user, lang }: OpenOptions) {
  const lines = secretFd === undefined ? undefined : linesOf(world, secretFd)
  const question = questions[lang]
  return {
    secret: async (): Promise<string> => {
      const given = lines?.[0] || world.env.PASSERELLE_SECRET
      return given || ((await world.ask(user ? question.password : question.key)) ?? noSecret(lang))
    },
    code: async (): Promise<string> => {
      const given = lines?.[1] || world.env.PASSERELLE_CODE
      return given || ((await world.ask(question.code)) ?? noSecret(lang))
    },
  }
}

const questions = {
  en: {
    password: 'Password: ',
    key: 'Recovery key: ',
    code: 'Code of the authenticator: ',
    passphrase: 'Passphrase of the root: ',
  },
  fr: {
    passphrase: 'Phrase secrète de la racine\u00a0: ',
    password: 'Mot de passe : ',
    key: 'Clé de récupération : ',
    code: 'Code de l’application d’authentification : ',
  },
}

function noSecret(lang: OpenOptions['lang']): never {
  throw new UsageProblem(texts[lang].secrets)
}

function linesOf(world: CliWorld, descriptor: number): string[] {
  try {
    return world.readSecrets(descriptor)
  } catch (error) {
    throw new UsageProblem(`--secret-fd ${descriptor}: ${(error as NodeJS.ErrnoException).code ?? 'unreadable'}`)
  }
}

/** The passphrase of the offline root, taken as any secret is. */
export async function passphraseOf(
  world: CliWorld,
  { secretFd, lang }: CommonOptions & { readonly secretFd?: number },
): Promise<string> {
  const given = (secretFd === undefined ? undefined : linesOf(world, secretFd)[0]) || world.env.PASSERELLE_SECRET
  return given || ((await world.ask(questions[lang].passphrase)) ?? noSecret(lang))
}

function openByDemo(core: Core): Result<CliDesk> {
  const desk = openDemoStore(core)
  return desk.ok ? asDevice(core, desk.value) : desk
}

async function openBySecret(core: Core, world: CliWorld, options: OpenOptions): Promise<Result<CliDesk>> {
  const setUp = core.isSetUp()
  if (!setUp.ok) return setUp
  if (!setUp.value) return fail('store.missing')
  const secrets = secretsOf(world, options)
  return options.user ? openAsOfficer(core, options.user, secrets) : openByRecoveryKey(core, await secrets.secret())
}

/** As at the window: password, second factor when it is due, under the same growing waits. */
async function openAsOfficer(
  core: Core,
  user: string,
  secrets: ReturnType<typeof secretsOf>,
): Promise<Result<CliDesk>> {
  const signedIn = await signInAt(core, user, await secrets.secret())
  if (!signedIn.ok) return signedIn
  if (core.session.seat().state === 'needs_second_factor') {
    const passed = await giveSecondFactor(core, await secrets.code())
    if (!passed.ok) return passed
  }
  const { state, officer } = core.session.seat()
  if (state === 'must_change_password') return fail('officers.must_change_password')
  const desk = core.opened()
  return desk && officer ? ok({ core, desk, actor: officer }) : fail('officers.not_signed_in')
}

/** The recovery key opens alone; wrong ones are counted, and the opening is written into the access log. */
async function openByRecoveryKey(core: Core, text: string): Promise<Result<CliDesk>> {
  const keys = tryRecoveryKey(core, text)
  if (!keys.ok) return keys
  const desk = core.open(keys.value)
  if (!desk.ok) return desk
  const ready = await core.prepare()
  if (!ready.ok) return ready
  const opened = asDevice(core, desk.value)
  if (opened.ok) desk.value.store.access.note({ actor: opened.value.actor, act: 'opened_by_recovery_key' })
  return opened
}

/** The keys that a recovery key opens; a wrong one is counted. */
export function tryRecoveryKey(core: Core, text: string): Result<OpenedKeys> {
  const typed = readRecoveryKey(text)
  if (!typed.ok) return typed
  const begun = core.door.lockout.begin('recovery_key', '')
  if (!begun.ok) return begun
  const keys = core.door.slots.openByRecoveryKey(text)
  const wrong = !keys.ok && keys.failure.code === 'officers.recovery_key_wrong'
  const settled = keys.ok
    ? begun.value.accepted()
    : wrong
      ? begun.value.refused(keys.failure.code)
      : begun.value.abandoned()
  return keys.ok && !settled.ok ? settled : keys
}

function asDevice(core: Core, desk: OpenDesk): Result<CliDesk> {
  const actor = desk.store.identity()?.device
  return actor ? ok({ core, desk, actor }) : fail('store.no_identity')
}

/** The table of authority speaks of officers; the recovery key and the demo's key open everything. */
function mayDo({ desk: { store }, actor }: CliDesk, action: Action): Result<null> {
  const row = store.first(query.selectFrom('officer').selectAll().where('id', '=', actor))
  if (!row) return ok(null)
  const office = officeOf(store).id
  const verdict = may({ ...officerRow(row), office }, action, { office })
  if (verdict.allowed) return ok(null)
  store.access.note({ actor, act: 'refused', details: { action, reason: verdict.reasonCode } })
  return fail(verdict.reasonCode)
}
