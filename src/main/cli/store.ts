import { existsSync, mkdirSync } from 'node:fs'
import type { Language } from '../../shared/language.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { numberBlocks } from '../office/numbers.ts'
import { dataFolder } from '../officers/folder.ts'
import { keyFileName } from '../officers/slot-file.ts'
import { mayRestore, restoreDesk } from '../seat/restoring.ts'
import { auditText } from './audit.ts'
import { type CliDesk, dataDirOf, type OpenOptions, secretsOf, tryRecoveryKey, withCore } from './opening.ts'
import { say } from './texts.ts'
import type { Answer, CliWorld } from './world.ts'

/** `store check`: SQLite's own checks, both logs, and whether every picture and paper is there. */
export async function storeCheck({ desk: { store, clock } }: CliDesk, lang: Language): Promise<Result<Answer>> {
  const started = clock.now()
  const flushed = store.access.flush()
  if (!flushed.ok) return flushed
  const { ok: sound, problems, logs, blobs, projections } = await store.check()
  const { version, stale, behind } = store.status()
  const claims = projections.claim ?? 0
  const logText = logs.ok
    ? auditText({ ok: true, events: logs.value.events, accesses: logs.value.access })
    : {
        en: `BROKEN log: ${logs.failure.code}. See "audit verify".`,
        fr: `Journal ROMPU : ${logs.failure.code}. Voir « audit verify ».`,
      }
  const lines = [
    say(lang, {
      en: `Format ${version}, ${claims} claims, ${blobs.stored} pictures and papers.`,
      fr: `Format ${version}, ${claims} demandes, ${blobs.stored} images et documents.`,
    }),
    say(lang, logText),
    ...problems.map((problem) => say(lang, { en: `Problem: ${problem}`, fr: `Problème : ${problem}` })),
    ...(blobs.missing > 0
      ? [say(lang, { en: `Missing files: ${blobs.missing}`, fr: `Fichiers manquants : ${blobs.missing}` })]
      : []),
    ...(stale.length > 0
      ? [say(lang, { en: `To be rebuilt: ${stale.join(', ')}`, fr: `À reconstruire : ${stale.join(', ')}` })]
      : []),
    ...(behind.length > 0
      ? [
          say(lang, {
            en: 'The store is behind its mark: no number is given out.',
            fr: 'La base retarde sur son repère : aucun numéro n’est donné.',
          }),
        ]
      : []),
    say(lang, sound ? { en: 'The store is sound.', fr: 'La base est saine.' } : { en: 'NOT SOUND.', fr: 'ANOMALIE.' }),
  ]
  const data = { version, problems, logs: logs.ok ? logs.value : logs.failure, blobs, rows: projections, stale, behind }
  return ok({ ok: sound, lines, data: { ...data, ms: clock.now() - started } })
}

/** `store rebuild`: every table anew from the log. */
export async function storeRebuild({ desk: { store, clock } }: CliDesk, lang: Language): Promise<Result<Answer>> {
  const started = clock.now()
  const events = await store.rebuild()
  if (!events.ok) return events
  const ms = clock.now() - started
  const line = say(lang, {
    en: `Every table was written anew from ${events.value} events in ${ms} ms.`,
    fr: `Toutes les tables ont été réécrites à partir de ${events.value} événements en ${ms} ms.`,
  })
  return ok({ ok: true, lines: [line], data: { events: events.value, ms } })
}

/** `store backup`: a verified copy with the key file beside it, so that the recovery key opens it anywhere. */
export async function storeBackup({ core, desk }: CliDesk, to: string, lang: Language): Promise<Result<Answer>> {
  const started = desk.clock.now()
  const made = await desk.store.backup(to)
  if (!made.ok) return made
  const keyFile = core.slotPorts.files.read(keyFileName)
  if (!keyFile.ok) return keyFile
  // The demo has none.
  const put = keyFile.value
    ? dataFolder(made.value.folder, (_, fn) => fn()).writeAtomically(keyFileName, keyFile.value)
    : ok(null)
  if (!put.ok) return put
  const { folder, events, access, blobs, newBlobs, bytes, removed } = made.value
  const ms = desk.clock.now() - started
  const lines = [
    say(lang, { en: `Backup verified: ${folder}`, fr: `Copie vérifiée : ${folder}` }),
    say(lang, {
      en: `${events} events, ${access} accesses, ${blobs} pictures and papers (${newBlobs} new), ${bytes} bytes, ${ms} ms.`,
      fr: `${events} événements, ${access} accès, ${blobs} images et documents (${newBlobs} nouveaux), ${bytes} octets, ${ms} ms.`,
    }),
  ]
  return ok({ ok: true, lines, data: { folder, events, access, blobs, newBlobs, bytes, removed, ms } })
}

export interface RestoreWish extends OpenOptions {
  /** Folder of a backup, or of several. */
  readonly from: string
  /** Put aside the desk that is there. */
  readonly replace?: boolean
}

/**
 * `store restore`: a desk out of a backup, as a new device. A desk that is there already is put aside only when that was
 * said, and only for a key that opens it as well; nothing of it is deleted.
 */
export async function storeRestore(world: CliWorld, options: RestoreWish): Promise<Result<Answer>> {
  const { from, replace, lang } = options
  if (!existsSync(from)) return fail('store.backup_damaged', { reason: 'folder' })
  if (options.demo) return fail('desk.not_allowed')
  mkdirSync(dataDirOf(world, options), { recursive: true, mode: 0o700 })
  return withCore(world, options, async (core) => {
    const setUp = core.isSetUp()
    if (setUp.ok && setUp.value && !replace) return fail('store.exists')
    const secret = await secretsOf(world, { ...options, user: '' }).secret()
    // Whoever puts aside a desk that still works must hold the key of that desk too.
    const allowed = mayRestore(core, () => tryRecoveryKey(core, secret))
    if (!allowed.ok) return allowed
    const done = await restoreDesk(core, from, secret)
    if (!done.ok) return done
    const store = core.opened()?.store
    const device = store?.identity()?.device
    if (!store || !device) return fail('store.no_identity')
    const voided = numberBlocks(store).map(({ series, prefix, last }) => ({ series, prefix, last }))
    const lines = [
      say(lang, {
        en: `Restored as a new device, ${device}.`,
        fr: `Restauré comme nouveau poste, ${device}.`,
      }),
      say(lang, {
        en: 'Unused numbers of the backup are void: import a new numbers file. Officers sign in with their passwords.',
        fr: 'Les numéros inutilisés de la copie sont annulés : importez un nouveau fichier de numéros. Les agents ouvrent une session avec leur mot de passe.',
      }),
    ]
    return ok({ ok: true, lines, data: { device, voided } })
  })
}
