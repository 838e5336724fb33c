import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../shared/result.ts'

/** How the central runs: what was typed, else the environment, else what is said here. */
export interface Settings {
  /** Folder of the files: the key-encryption key, pictures, and PostgreSQL where it runs its own. */
  readonly dataDir: string
  /** Address of another PostgreSQL; without it the central starts its own. */
  readonly databaseUrl?: string
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** PEM files; without them it speaks plain HTTP, to loopback only. */
  readonly tls?: { readonly cert: string; readonly key: string }
  /** File of 32 bytes that wraps the keys of the records; made in the data folder when none is named. */
  readonly keyFile?: string
  readonly logLevel: string
  /** Requests a second that one device may send in the long run; four times as many at once. */
  readonly requestsPerSecond: number
  /** Days for which a desk may go on without a hello; then it shows no record until it was here again. */
  readonly offlineDays: number
  /** Oldest program that may still settle. */
  readonly minClient: string
  /** Bytes of pictures and papers that one device may bring in a day; 64 GiB when left out. */
  readonly bytesADay?: number
  /** The mail server that notices go through; without one they wait. */
  readonly smtp?: SmtpSettings
  /** Where people sign in, as mails to them say it. */
  readonly portalUrl?: string
  /** For practice; chosen at the first start. */
  readonly practice?: boolean
}

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** `tls` from the first byte, `starttls` before anything is said, `none` to loopback only. */
  readonly tls: 'tls' | 'starttls' | 'none'
  /** The address that notices come from; bounces go to it. */
  readonly from: string
  readonly user?: string
  readonly password?: string
}

/** What may be typed; every one has its place in the environment too. */
export interface Typed {
  readonly data?: string
  readonly database?: string
  readonly listen?: string
  readonly tlsCert?: string
  readonly tlsKey?: string
  readonly keyFile?: string
  readonly logLevel?: string
  readonly rate?: string
  readonly offlineDays?: string
  readonly minClient?: string
  readonly blobQuota?: string
  readonly smtp?: string
  readonly smtpTls?: string
  readonly mailFrom?: string
  readonly portalUrl?: string
  readonly practice?: boolean
}

type Env = Readonly<Record<string, string | undefined>>

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent']

/** Settings from what was typed and the environment. Fails with central.setting, naming what is wrong. */
export function settingsOf(typed: Typed, env: Env, root = process.getuid?.() === 0): Result<Settings> {
  const value = (option: Exclude<keyof Typed, 'practice'>, name: string) =>
    typed[option] ?? env[`PASSERELLE_CENTRAL_${name}`]
  const listen = value('listen', 'LISTEN') ?? '127.0.0.1:8700'
  const [, host, digits] = /^\[?(.+?)\]?:(\d{1,5})$/.exec(listen) ?? []
  if (!host || Number(digits) > 65_535) return fail('central.setting', { setting: '--listen' })
  const [cert, key] = [value('tlsCert', 'TLS_CERT'), value('tlsKey', 'TLS_KEY')]
  if ((cert === undefined) !== (key === undefined)) return fail('central.setting', { setting: '--tls-cert, --tls-key' })
  if (cert === undefined && !isLoopback(host)) return fail('central.needs_tls', { host })
  const logLevel = value('logLevel', 'LOG_LEVEL') ?? 'info'
  if (!logLevels.includes(logLevel)) return fail('central.setting', { setting: '--log-level' })
  const requestsPerSecond = Number(value('rate', 'RATE') ?? 50)
  if (!(requestsPerSecond > 0)) return fail('central.setting', { setting: '--rate' })
  const offlineDays = Number(value('offlineDays', 'OFFLINE_DAYS') ?? 30)
  if (!(Number.isInteger(offlineDays) && offlineDays > 0)) return fail('central.setting', { setting: '--offline-days' })
  const minClient = value('minClient', 'MIN_CLIENT') ?? '0.1.0'
  if (!/^\d+\.\d+\.\d+$/.test(minClient)) return fail('central.setting', { setting: '--min-client' })
  const gibibytes = value('blobQuota', 'BLOB_QUOTA')
  if (gibibytes !== undefined && !(Number(gibibytes) > 0)) return fail('central.setting', { setting: '--blob-quota' })
  const smtp = smtpOf(value, env)
  if (!smtp.ok) return smtp
  const portalUrl = value('portalUrl', 'PORTAL_URL')
  if (portalUrl !== undefined && !/^https?:\/\/\S+$/.test(portalUrl))
    return fail('central.setting', { setting: '--portal-url' })
  const databaseUrl = typed.database ?? env.DATABASE_URL
  const keyFile = value('keyFile', 'KEY_FILE')
  return ok({
    dataDir: resolve(value('data', 'DATA') ?? defaultDataDir(env, root)),
    ...(databaseUrl ? { databaseUrl } : {}),
    host,
    port: Number(digits),
    ...(cert && key ? { tls: { cert: resolve(cert), key: resolve(key) } } : {}),
    ...(keyFile ? { keyFile: resolve(keyFile) } : {}),
    logLevel,
    requestsPerSecond,
    offlineDays,
    minClient,
    ...(gibibytes === undefined ? {} : { bytesADay: Number(gibibytes) * 1024 ** 3 }),
    ...(smtp.value ? { smtp: smtp.value } : {}),
    ...(portalUrl ? { portalUrl } : {}),
    ...(typed.practice || env.PASSERELLE_CENTRAL_PRACTICE === '1' ? { practice: true } : {}),
  })
}

const tlsKinds = ['tls', 'starttls', 'none'] as const

/** The mail server; undefined when none is named. Its password comes from the environment alone: others can read what was typed. */
function smtpOf(
  value: (option: Exclude<keyof Typed, 'practice'>, name: string) => string | undefined,
  env: Env,
): Result<SmtpSettings | undefined> {
  const named = value('smtp', 'SMTP')
  if (!named) return ok(undefined)
  const [, host, digits] = /^\[?(.+?)\]?:(\d{1,5})$/.exec(named) ?? []
  if (!host || Number(digits) > 65_535) return fail('central.setting', { setting: '--smtp' })
  const tls = tlsKinds.find((kind) => kind === (value('smtpTls', 'SMTP_TLS') ?? 'starttls'))
  if (!tls || (tls === 'none' && !isLoopback(host))) return fail('central.setting', { setting: '--smtp-tls' })
  const from = z.email().safeParse(value('mailFrom', 'MAIL_FROM'))
  if (!from.success) return fail('central.setting', { setting: '--mail-from' })
  const [user, password] = [env.PASSERELLE_CENTRAL_SMTP_USER, env.PASSERELLE_CENTRAL_SMTP_PASSWORD]
  const signIn = user ? { user, ...(password ? { password } : {}) } : {}
  return ok({ host, port: Number(digits), tls, from: from.data, ...signIn })
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.')

/** Root's own folders are closed to the user that PostgreSQL runs as. */
function defaultDataDir(env: Env, root: boolean): string {
  if (root) return '/var/lib/passerelle-central'
  const base = process.platform === 'win32' ? env.LOCALAPPDATA : env.XDG_DATA_HOME
  return join(base ?? join(homedir(), '.local', 'share'), 'passerelle-central')
}
